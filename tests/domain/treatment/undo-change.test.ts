import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { decideUndoChange, type MarkedChange } from "@/domain/treatment/undo-change";

const at = (text: string) => Temporal.Instant.from(`2026-10-${text}Z`);

function change(id: string, arch: "upper" | "lower", recordedAt: string, isUndone = false) {
  return { id, arch, recordedAt: at(recordedAt), isUndone } satisfies MarkedChange;
}

const upper = change("upper 5", "upper", "24T23:55:00");
const lower = change("lower 5", "lower", "24T23:55:00");
const before = change("upper 4", "upper", "14T08:00:00");

interface Given {
  readonly asked?: MarkedChange;
  readonly others?: readonly MarkedChange[];
  readonly builtUpon?: string;
  readonly now?: string;
}

function decide({
  asked = upper,
  others = [lower, before],
  builtUpon,
  now = "25T08:00:00",
}: Given) {
  const decided = decideUndoChange(
    asked,
    [asked, ...others],
    builtUpon === undefined ? null : at(builtUpon),
    at(now),
  );
  return decided.ok ? decided.value.map(({ id }) => id) : decided.reason;
}

describe("R21: taking a marked change back", () => {
  it.each<[string, Given, readonly string[] | string]>([
    ["all arches of one press", {}, ["upper 5", "lower 5"]],
    ["to the last moment of 24 hours", { now: "25T23:54:59.999" }, ["upper 5", "lower 5"]],
    ["not at 24 hours", { now: "25T23:55:00" }, "too_late"],
    ["not twice", { asked: { ...upper, isUndone: true } }, "already_undone"],
    [
      "one arch alone, where the other was undone or pressed apart",
      { others: [{ ...lower, isUndone: true }, change("lower 6", "lower", "24T23:56:00")] },
      ["upper 5"],
    ],
    [
      "not under a later change of the arch",
      { others: [change("upper 6", "upper", "25T07:00:00")] },
      "later_change",
    ],
    [
      "not under a later change of the other arch of the press",
      { others: [lower, change("lower 6", "lower", "25T07:00:00")] },
      "later_change",
    ],
    [
      "where the later change was taken back",
      { others: [change("upper 6", "upper", "25T07:00:00", true)] },
      ["upper 5"],
    ],
    ["not once the practice built upon it", { builtUpon: "24T23:56:00" }, "built_upon"],
    ["not when nobody can say which came first", { builtUpon: "24T23:55:00" }, "built_upon"],
    ["what the practice did before", { builtUpon: "24T23:54:59" }, ["upper 5", "lower 5"]],
  ])("%s", (_, given, expected) => {
    expect(decide(given)).toEqual(expected);
  });

  it("counts hours, not the clock's face, where the clocks change", () => {
    // In Berlin that night has 25 hours: 24 hours after 20:00 it is 19:00.
    const asked = change("upper 5", "upper", "24T18:00:00");
    expect(decide({ asked, others: [], now: "25T17:59:59" })).toEqual(["upper 5"]);
    expect(decide({ asked, others: [], now: "25T18:00:00" })).toBe("too_late");
  });
});
