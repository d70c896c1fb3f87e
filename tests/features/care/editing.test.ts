import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { addArticle } from "@/features/care/edit/add-article";
import { changeArticle } from "@/features/care/edit/change-article";
import { type ArticleToEdit, articlesToEdit, articleToEdit } from "@/features/care/edit/queries";
import { restoreArticle } from "@/features/care/edit/restore-article";
import type { ArticleFields } from "@/features/care/edit/schema";
import { listCare, readArticle } from "@/features/care/queries";
import { shippedArticle } from "@/features/care/shipped/shipped-texts";
import { openWorld } from "../../support/world";
import { copyOf, fill, makeCarePractice } from "./care-world";

const world = await openWorld();
const { practiceId, reader, admin } = await makeCarePractice(world);

async function open(key: string): Promise<ArticleToEdit> {
  const { id } = await copyOf(world, practiceId, key);
  const found = await articleToEdit(await world.services(), admin, id);
  if (!found) throw new Error("no such article");
  return found;
}

function fieldsOf({
  title,
  body,
  keywords,
  topic,
  stageKind,
  published,
}: ArticleToEdit): ArticleFields {
  return { title, body, keywords, topic, stageKind, published };
}

async function change(article: ArticleToEdit, wish: Partial<ArticleFields>, actor = admin) {
  const { id, seen } = article;
  return changeArticle(await world.services(), actor, { ...fieldsOf(article), ...wish, id, seen });
}

async function restore({ id, seen }: ArticleToEdit, actor = admin) {
  return restoreArticle(await world.services(), actor, { id, seen });
}

const changed = { ok: true, value: { changed: true } };
const unchanged = { ok: true, value: { changed: false } };

describe("R26: a practice edits its guidance", () => {
  it("its text is what patients read and find, and no renewal takes it away", async () => {
    const lost = await open("lost");
    expect(await change(lost, { body: "Ring the bell twice." })).toEqual(changed);
    expect(await fill(world, practiceId)).toBe(0);
    const read = await readArticle(await world.services(), reader, { key: "lost" });
    expect(read).toMatchObject({ value: { body: "Ring the bell twice." } });
    const { value } = await listCare(await world.services(), reader, { query: "bell" });
    expect(value.items.map(({ key }) => key)).toEqual(["lost"]);
    expect(await open("lost")).toMatchObject({
      standing: "edited",
      shipped: { body: shippedArticle("lost", "en")?.body },
    });
  });

  it("the same again changes nothing, and the shipped text typed back is the shipped text again", async () => {
    const eating = await open("eating");
    expect(await change(eating, {})).toEqual(unchanged);
    await change(eating, { title: "Meals" });
    const edited = await open("eating");
    expect(await change(edited, { title: eating.title })).toEqual(changed);
    expect(await open("eating")).toMatchObject({ standing: "shipped", shipped: null });
  });

  it("keeps an article from patients without making it the practice's own", async () => {
    expect(await change(await open("chewies"), { published: false })).toEqual(changed);
    expect(await open("chewies")).toMatchObject({ standing: "shipped", published: false });
  });

  it("of two admins at once the second is told, and what the first wrote stands", async () => {
    const article = await open("travelling");
    const both = await Promise.all([
      change(article, { title: "Away from home" }),
      change(article, { title: "On the road" }),
    ]);
    const reasons = both.map((one) => (one.ok ? "changed" : one.reason)).sort();
    expect(reasons).toEqual(["changed", "changed_meanwhile"]);
    expect(await restore(article)).toMatchObject({ ok: false, reason: "changed_meanwhile" });
  });

  it("puts the shipped text back, once, hidden or not as it was", async () => {
    await change(await open("storing"), { body: "In the case.", published: false });
    const edited = await open("storing");
    expect(await restore(edited)).toEqual(changed);
    expect(await restore(edited)).toEqual(unchanged);
    expect(await open("storing")).toMatchObject({
      standing: "shipped",
      published: false,
      body: shippedArticle("storing", "en")?.body,
    });
  });

  it("says when the shipped text is newer than the practice's", async () => {
    await change(await open("elastics"), { body: "In the basket." });
    const { id } = await copyOf(world, practiceId, "elastics");
    await inPractice(world.db, practiceId, (tx) =>
      tx.careArticle.updateMany({ where: { practiceId, id }, data: { shippedDigest: "former" } }),
    );
    const lines = await articlesToEdit(await world.services(), admin);
    expect(lines.find((line) => line.id === id)).toMatchObject({ standing: "outdated" });
  });

  it("notes who changed what, without the text itself (S19)", async () => {
    await change(await open("cleaning"), { body: "Secret words.", keywords: "soap" });
    const rows = await inPractice(world.db, practiceId, (tx) =>
      tx.auditEntry.findMany({
        where: { practiceId, objectKind: "care_article", actorPersonId: admin.personId },
        orderBy: [{ at: "desc" }, { id: "desc" }],
        select: { action: true, detail: true },
        take: 1,
      }),
    );
    expect(rows).toEqual([
      {
        action: "settings.changed",
        detail: {
          what: "care_article",
          article: "Cleaning your aligners",
          fields: "body, keywords",
        },
      },
    ]);
  });
});

describe("R26: a practice adds its own", () => {
  const fields: ArticleFields = {
    title: "Parking at the harbour",
    body: "Behind the house.",
    keywords: "",
    topic: "portal",
    stageKind: null,
    published: true,
  };

  it("once for one key, last of its topic, each at an address of its own", async () => {
    const services = await world.services({ idempotencyKey: "one press" });
    const twice = [
      await addArticle(services, admin, fields),
      await addArticle(services, admin, fields),
    ];
    expect(twice[0]).toEqual(twice[1]);
    await Promise.all([1, 2].map(async () => addArticle(await world.services(), admin, fields)));
    const { value } = await listCare(await world.services(), reader, {});
    const own = value.items.filter(({ title }) => title === fields.title);
    expect(own.map(({ key }) => key).sort()).toEqual([
      "our-parking-at-the-harbour",
      "our-parking-at-the-harbour-2",
      "our-parking-at-the-harbour-3",
    ]);
    expect(value.items.slice(-3)).toEqual(own);
    expect(await fill(world, practiceId)).toBe(0);
    expect(await restore(await open("our-parking-at-the-harbour"))).toMatchObject({
      ok: false,
      reason: "not_shipped",
    });
  });

  it("and reaches no other practice's (S12)", async () => {
    const other = await makeCarePractice(world);
    const mine = await open("speaking");
    expect(await change(mine, { title: "Theirs" }, other.admin)).toMatchObject({
      reason: "not_found",
    });
    expect(await restore(mine, other.admin)).toMatchObject({ reason: "not_found" });
    expect(await articleToEdit(await world.services(), other.admin, mine.id)).toBeNull();
    const lines = await articlesToEdit(await world.services(), other.admin);
    expect(lines.some(({ title }) => title === fields.title)).toBe(false);
  });
});
