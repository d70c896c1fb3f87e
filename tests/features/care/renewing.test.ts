import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { ownKeyPrefix } from "@/domain/care/article-key";
import { articleBlocks } from "@/domain/care/article-text";
import { giveFeedback } from "@/features/care/give-feedback";
import { renewArticles } from "@/features/care/renew-articles";
import { shippedList } from "@/features/care/shipped/shipped-list";
import { shippedArticle, shippedArticles } from "@/features/care/shipped/shipped-texts";
import { createPractice } from "@/features/practices/create-practice";
import { languages } from "@/lib/words";
import { openWorld } from "../../support/world";
import { hillside } from "../people/hillside";
import { copyOf, fill, makeCarePractice } from "./care-world";

const world = await openWorld();

async function set(practiceId: string, key: string, data: object): Promise<void> {
  await inPractice(world.db, practiceId, (tx) =>
    tx.careArticle.updateMany({ where: { practiceId, key }, data }),
  );
}

describe("R26: shipped texts reach every practice that did not write its own", () => {
  it("a new practice has them all, as shipped", async () => {
    await createPractice(await world.services(), hillside);
    const { id } = await world.db.prisma.practice.findUniqueOrThrow({
      where: { shortName: hillside.shortName },
    });
    const copies = await inPractice(world.db, id, (tx) => tx.careArticle.findMany());
    expect(copies.map(({ key }) => key).sort()).toEqual(
      shippedArticles()
        .map(({ key }) => key)
        .sort(),
    );
    expect(await fill(world, id)).toBe(0);
  });

  it("a practice from before gets what is new, and newer texts where it did not edit", async () => {
    const { practiceId } = await makeCarePractice(world);
    await set(practiceId, "lost", { body: "As it was shipped.", shippedDigest: "former" });
    await set(practiceId, "eating", { published: false, shippedDigest: "former" });
    await set(practiceId, "drinking", {
      body: "Our own words.",
      shippedDigest: "former",
      editedAt: new Date(),
    });
    await inPractice(world.db, practiceId, (tx) =>
      tx.careArticle.deleteMany({ where: { practiceId, key: "speaking" } }),
    );
    await renewArticles(await world.services());
    const shipped = (key: string) => shippedArticle(key, "en");
    expect(await copyOf(world, practiceId, "lost")).toMatchObject({
      body: shipped("lost")?.body,
      shippedDigest: shipped("lost")?.digest,
    });
    expect(await copyOf(world, practiceId, "eating")).toMatchObject({
      published: false,
      shippedDigest: shipped("eating")?.digest,
    });
    expect(await copyOf(world, practiceId, "drinking")).toMatchObject({ body: "Our own words." });
    expect(await copyOf(world, practiceId, "speaking")).toMatchObject({ published: true });
  });

  it("what is shipped no more goes with what was said of it; the practice's own words stay", async () => {
    const { practiceId, reader } = await makeCarePractice(world);
    const former = (key: string, more: object) => ({
      practiceId,
      key,
      title: "Old",
      body: "Old.",
      topic: "life",
      updatedAt: new Date(),
      ...more,
    });
    const id = crypto.randomUUID();
    await inPractice(world.db, practiceId, (tx) =>
      tx.careArticle.createMany({
        data: [
          former("old-as-shipped", { id, shippedDigest: "former" }),
          former("old-but-edited", { shippedDigest: "former", editedAt: new Date() }),
          former("our-own", {}),
        ],
      }),
    );
    await giveFeedback(await world.services(), reader, { articleId: id, helpful: true });
    expect(await fill(world, practiceId)).toBe(1);
    const left = await inPractice(world.db, practiceId, (tx) =>
      tx.careArticle.findMany({ where: { practiceId, title: "Old" }, select: { key: true } }),
    );
    expect(left.map(({ key }) => key).sort()).toEqual(["our-own", "old-but-edited"].sort());
  });

  it("two workers at once make one copy of each", async () => {
    const { practiceId } = await makeCarePractice(world);
    await inPractice(world.db, practiceId, (tx) =>
      tx.careArticle.deleteMany({ where: { practiceId } }),
    );
    const counts = await Promise.all([fill(world, practiceId), fill(world, practiceId)]);
    expect(counts[0] + counts[1]).toBe(shippedArticles().length);
  });
});

describe("R26: the shipped texts", () => {
  it.each(languages)("in %s are all there, one file each, and no file is left over", (language) => {
    const files = readdirSync(`messages/${language}/care`).map((file) => file.replace(/\.md$/, ""));
    expect(files.sort()).toEqual(shippedList.map(({ key }) => key).sort());
  });

  it("are about thirty or more, short, calm, and lead to pages that exist", () => {
    expect(shippedList.length).toBeGreaterThanOrEqual(30);
    const pages = [
      "/",
      "/treatment",
      "/treatment/problem",
      "/appointments",
      "/messages",
      "/account",
    ];
    for (const { key, language, title, body, keywords } of shippedArticles()) {
      const file = readFileSync(`messages/${language}/care/${key}.md`, "utf8");
      expect(
        `${key}: ${/!(?!--)|\bplease\b|\boops\b|\bmust\b/i.exec(file.replace("<!--", ""))?.[0]}`,
      ).toBe(`${key}: undefined`);
      expect(title.length, key).toBeLessThanOrEqual(60);
      expect(keywords.length, key).toBeLessThanOrEqual(500);
      const words = body.split(/\s+/).length;
      expect(words, key).toBeLessThanOrEqual(220);
      const spans = articleBlocks(body).flatMap((block) =>
        block.kind === "list" ? block.items.flat() : block.spans,
      );
      for (const { href } of spans) if (href !== undefined) expect(pages, key).toContain(href);
      const sentences = spans
        .map(({ text }) => text)
        .join(" ")
        .split(/[.?:]\s/);
      expect(Math.max(...sentences.map((one) => one.split(/\s+/).length)), key).toBeLessThanOrEqual(
        30,
      );
      expect(key.startsWith(ownKeyPrefix), key).toBe(false);
    }
  });
});
