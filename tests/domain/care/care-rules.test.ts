import { describe, expect, it } from "vitest";
import { articleKey } from "@/domain/care/article-key";
import { type CareFacts, forNow, presentCareStages } from "@/domain/care/care-stage";
import { decideRenewal } from "@/domain/care/renewal";
import { searchWords } from "@/domain/care/search-words";

type Worn = CareFacts["worn"][number];
const worn = (
  kind: Worn["kind"],
  number = 4,
  seriesKind: Worn["seriesKind"] = "initial",
): Worn => ({
  kind,
  number,
  seriesKind,
});
const active = { phase: "active", isStopped: false } as const;

describe("R26: what fits the present stage", () => {
  it.each<[string, CareFacts, string[]]>([
    ["no plan", { phase: "no_plan", isStopped: false, worn: [] }, ["before_start"]],
    ["not begun", { phase: "not_started", isStopped: false, worn: [] }, ["before_start"]],
    ["the first aligner", { ...active, worn: [worn("aligner", 1)] }, ["first_aligner", "aligner"]],
    [
      "the first of a refinement",
      { ...active, worn: [worn("aligner", 1, "refinement")] },
      ["aligner"],
    ],
    [
      "arches that differ",
      { ...active, worn: [worn("aligner"), worn("passive")] },
      ["passive", "aligner"],
    ],
    ["a template", { ...active, worn: [worn("template", 2)] }, ["template"]],
    ["a stop", { ...active, isStopped: true, worn: [worn("aligner")] }, ["stopped", "aligner"]],
    [
      "a pause",
      { phase: "paused", isStopped: false, worn: [worn("aligner")] },
      ["paused", "aligner"],
    ],
    ["overcorrection", { ...active, worn: [worn("overcorrection")] }, ["overcorrection"]],
    ["retention", { phase: "retention", isStopped: false, worn: [worn("retainer")] }, ["retainer"]],
    ["the end", { phase: "finished", isStopped: false, worn: [worn("aligner")] }, ["retainer"]],
  ])("at %s", (_, facts, stages) => {
    expect(presentCareStages(facts)).toEqual(stages);
  });

  it("puts the most telling stage first, each in its own order, and no more than asked for", () => {
    const articles = ["aligner", null, "paused", "aligner", "passive"].map((stageKind, at) => ({
      stageKind,
      at,
    }));
    const found = (most: number) =>
      forNow(articles, ["paused", "aligner"], most).map(({ at }) => at);
    expect(found(9)).toEqual([2, 0, 3]);
    expect(found(2)).toEqual([2, 0]);
  });
});

it.each([
  ["Cleaning  Aligners", ["cleaning", "aligners"]],
  ["Sch\u00f6ne Z\u00e4hne, caf\u00e9", ["schone", "zahne", "cafe"]],
  ["can't (it) wait: it & 'they'", ["can", "t", "it", "wait", "they"]],
  ["!!! | & <-> \ud800 \0", []],
  ["a b c d e f g h i j", ["a", "b", "c", "d", "e", "f", "g", "h"]],
  ["x".repeat(90), ["x".repeat(40)]],
])("R26: %j is searched for as %j", (typed, words) => {
  expect(searchWords(typed)).toEqual(words);
});

it.each([
  [null, "new", "add"],
  [null, null, "keep"],
  [{ shippedDigest: "old", isEdited: false }, "new", "renew"],
  [{ shippedDigest: "new", isEdited: false }, "new", "keep"],
  [{ shippedDigest: "old", isEdited: true }, "new", "keep"],
  [{ shippedDigest: "old", isEdited: false }, null, "remove"],
  [{ shippedDigest: "old", isEdited: true }, null, "keep"],
  [{ shippedDigest: null, isEdited: false }, "new", "keep"],
  [{ shippedDigest: null, isEdited: false }, null, "keep"],
] as const)("R26: a copy of %j with %j shipped: %s", (kept, shipped, renewal) => {
  expect(decideRenewal(kept, shipped)).toBe(renewal);
});

it.each([
  ["Parking at the Harbour?", "our-parking-at-the-harbour"],
  ["  Zähne & Spangen ", "our-zahne-spangen"],
  ["تنظيف", "our-article"],
  [`${"very ".repeat(30)}long`, "our-very-very-very-very-very-very-very-very-very-very-very"],
])("R26: %j has the address %s", (title, key) => {
  expect(articleKey(title)).toBe(key);
});
