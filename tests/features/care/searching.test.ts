import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { careOverview, listCare, readArticle } from "@/features/care/queries";
import { shippedList } from "@/features/care/shipped/shipped-list";
import { openWorld } from "../../support/world";
import { treatedPatient } from "../treatment/made-plan";
import { copyOf, fill, makeCarePractice } from "./care-world";

const world = await openWorld();
const { practiceId, reader } = await makeCarePractice(world);

async function found(query: string, actor = reader) {
  const { value } = await listCare(await world.services(), actor, { query, language: "en" });
  return value.items;
}
const keys = async (query: string) => (await found(query)).map(({ key }) => key);

describe("R26: the guidance is searched", () => {
  it.each([
    ["the very word", "cleaning", "cleaning"],
    ["another form of it", "I lost one", "lost"],
    ["its beginning while typing", "travelli", "travelling"],
    ["two letters", "el", "elastics"],
    ["capitals and accents", "ÉLÁSTICS", "elastics"],
    ["a word that stands beside the text alone", "dishwasher tray smell", "cleaning"],
    ["a typing error", "retaner", "retainers"],
    ["letters that changed places", "atatchment", "attachments"],
    ["a question", "how do I clean the aligners?", "cleaning"],
    ["a word with a mistake beside a right one", "lost alinger", "lost"],
    ["what a patient calls it", "my dog chewed my tray", "storing"],
  ])("by %s", async (_, query, key) => {
    expect((await keys(query)).slice(0, 3)).toContain(key);
  });

  it("puts a word of the title before one of the text, and says when nothing fits exactly", async () => {
    expect((await keys("drinking"))[0]).toBe("drinking");
    expect((await found("retainer")).every(({ near }) => !near)).toBe(true);
    expect((await found("retaner")).every(({ near }) => near)).toBe(true);
  });

  it.each(["xylophone quartz", "'); -- qqq", "the", "& | ! :* <->", "%_\\", "\u0000", "zz"])(
    "finds nothing by %j, without failing",
    async (query) => {
      const items = await found(query);
      // Without a single letter it is the whole list.
      expect(items.length === 0 || !/[a-z]/.test(query)).toBe(true);
    },
  );

  it("lists everything in the order of its topics, with how each begins", async () => {
    const items = await found("");
    expect(items.map(({ key }) => key)).toEqual(shippedList.map(({ key }) => key));
    expect(items.every(({ opening }) => opening.length > 20 && !/[*[\]#]/.test(opening))).toBe(
      true,
    );
  });

  it("shows another practice's texts to nobody, by list, search or address (S12)", async () => {
    const other = await makeCarePractice(world);
    await inPractice(world.db, other.practiceId, (tx) =>
      tx.careArticle.create({
        data: {
          practiceId: other.practiceId,
          key: "our-zebra",
          title: "Zebra crossing",
          body: "Cross at the zebra.",
          topic: "portal",
          updatedAt: new Date(),
        },
      }),
    );
    expect((await found("zebra", other.reader)).map(({ key }) => key)).toEqual(["our-zebra"]);
    expect(await keys("zebra")).toEqual([]);
    expect(await readArticle(await world.services(), reader, { key: "our-zebra" })).toMatchObject({
      ok: false,
      reason: "not_found",
    });
  });

  it("keeps what the practice hides from list, search and reading", async () => {
    const { id } = await copyOf(world, practiceId, "speaking");
    const set = (published: boolean) =>
      inPractice(world.db, practiceId, (tx) =>
        tx.careArticle.update({
          where: { practiceId_id: { practiceId, id } },
          data: { published },
        }),
      );
    await set(false);
    const read = await readArticle(await world.services(), reader, { key: "speaking" });
    expect(read).toMatchObject({ ok: false, reason: "not_found" });
    expect(await keys("lisp")).not.toContain("speaking");
    expect(await keys("")).not.toContain("speaking");
    await set(true);
  });

  it("gives a reader of another language what there is in it, and English for the rest", async () => {
    const german = {
      practiceId,
      key: "cleaning",
      language: "de",
      title: "Schienen reinigen",
      body: "Mit kühlem Wasser spülen.",
      topic: "cleaning",
      updatedAt: new Date(),
    };
    await inPractice(world.db, practiceId, (tx) => tx.careArticle.create({ data: german }));
    // The installation has no German words yet: its readers see English.
    const english = await readArticle(await world.services(), reader, {
      key: "cleaning",
      language: "de",
    });
    expect(english).toMatchObject({ ok: true, value: { language: "en" } });
    expect((await keys("")).filter((key) => key === "cleaning")).toHaveLength(1);
    await inPractice(world.db, practiceId, (tx) =>
      tx.careArticle.deleteMany({ where: { practiceId, language: "de" } }),
    );
  });
});

describe("R26: what fits the present stage comes first", () => {
  it.each([
    ["the first aligner", { worn: { upper: 1, lower: 1 }, daysAgo: 2 }, "first-days"],
    ["a later one", { worn: { upper: 3, lower: 3 }, daysAgo: 2 }, "wear-time"],
    [
      "a stop",
      { worn: { upper: 2, lower: 2 }, daysAgo: 11, stopAfter: { stage: 2, stop: "visit" } },
      "waiting-for-a-visit",
    ],
    ["nothing worn yet", { worn: {}, daysAgo: -5 }, "before-you-start"],
  ] as const)("at %s", async (_, wish, first) => {
    const { practice, actor } = await treatedPatient(world, wish);
    await fill(world, practice.id);
    const { forNow, articles } = await careOverview(await world.services(), actor, "en");
    expect(forNow[0]?.key).toBe(first);
    expect(forNow.length).toBeLessThanOrEqual(4);
    expect(articles).toHaveLength(shippedList.length);
  });
});
