import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { decideAdjustment } from "@/domain/treatment/adjustments/decide-adjustment";
import type { AdjustmentWish } from "@/domain/treatment/adjustments/wish";
import type { Arch, TreatmentFacts } from "@/domain/treatment/facts";
import type { EditReason } from "@/domain/treatment/plan/edit-reasons";
import { planMovement } from "@/domain/treatment/plan-movement";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import { sayMovement } from "@/features/treatment/say-movement";
import { translationsIn } from "@/lib/translations";
import { changed, day, facts, series, stages } from "../../domain/treatment/plan";

const language = {
  words: translationsIn("en", "treatment"),
  home: translationsIn("en", "home"),
  language: "en",
};

const arch = (which: Arch, count: number) => stages(which, count);
const both = facts({
  series: [series([...arch("upper", 4), ...arch("lower", 4)])],
  events: [changed("upper-1", 0), changed("lower-1", 0)],
});
const apart = facts({
  series: [series([...arch("upper", 4), ...arch("lower", 2)])],
  events: [changed("upper-1", 0), changed("lower-1", 3)],
});

/** Words with plain spaces, a line each. */
function said(given: TreatmentFacts, wish: AdjustmentWish): string[] {
  const decided = decideAdjustment(given, wish, day(5));
  if (!decided.ok) throw new Error(decided.reason);
  return lines(sayMovement(decided.value.movement, language));
}

function lines({ lead, rows, notes }: ReturnType<typeof sayMovement>): string[] {
  const row = ({ term, before, after, moved }: (typeof rows)[number]) =>
    [`${term}:`, before && `${before} →`, after, moved && `(${moved})`].filter(Boolean).join(" ");
  return [lead, ...rows.map(row), ...notes].map((line) => line.replace(/\u00a0/g, " "));
}

const untilOn = Temporal.PlainDate.from("2026-01-15");

describe("R22: what moves in a plan, in the patient's words", () => {
  it("one line for both arches while they go together", () => {
    expect(said(both, { kind: "extension", days: 1 })).toEqual([
      "You wear aligner 1 for 1 day longer than planned.",
      "Next change: Thu 15 Jan → Fri 16 Jan (1 day later)",
      "Last aligner ends: 14 Feb 2026 → around 15 Feb 2026 (1 day later)",
      "2 later changes move, too.",
    ]);
  });

  it("a line each where they do not, and which arch is meant", () => {
    expect(said(apart, { kind: "extension", days: 2, arch: "lower" })).toEqual([
      "You wear lower aligner 1 for 2 days longer than planned.",
      "Next change, upper: Thu 15 Jan",
      "Next change, lower: Sun 18 Jan → Tue 20 Jan (2 days later)",
      "Last aligner ends, upper: around 14 Feb 2026",
      "Last aligner ends, lower: 28 Jan 2026 → around 30 Jan 2026 (2 days later)",
    ]);
  });

  it("no day is promised in a pause without an end", () => {
    expect(said(both, { kind: "pause", fromOn: day(5), untilOn: null })).toEqual([
      "Your treatment is paused from Sat 10 Jan on. Your practice tells you when it goes on.",
      "Next change: Thu 15 Jan → when your treatment goes on",
      "Last aligner ends: 14 Feb 2026 → no day yet",
      "2 later changes move, too.",
    ]);
    const [lead] = said(both, { kind: "pause", fromOn: day(5), untilOn });
    expect(lead).toBe("Your treatment is paused from Sat 10 Jan until Thu 15 Jan.");
  });

  it("what is worn now is named when it is another one", () => {
    const events = [...both.events, changed("upper-2", 4), changed("lower-2", 4)];
    const given = { ...both, events };
    const toStageIds = ["s1-upper-1", "s1-lower-1"];
    expect(said(given, { kind: "backtrack", toStageIds }).slice(0, 2)).toEqual([
      "You go back to aligner 1.",
      "You wear: Aligner 2 → Aligner 1",
    ]);
    const again = said(given, { kind: "backtrack", toStageIds: ["s1-upper-2"] });
    expect(again[0]).toBe("You begin upper aligner 2 again.");
  });

  it("R22: an edit says what it changed, a sentence each", () => {
    const schedule = treatmentSchedule(both, day(5));
    const lead = (...why: EditReason[]) =>
      sayMovement(planMovement(schedule, schedule, { reason: "plan_edited", why }), language)
        .lead.replace("Your orthodontist has changed your plan. ", "")
        .replace(/\u00a0/g, " ");
    const span = { arch: "upper", first: 3, last: 3 } as const;
    expect(lead({ kind: "days", ...span, from: 7, to: 10 })).toBe(
      "Upper aligner 3 is worn for 10 days instead of 7.",
    );
    expect(lead({ kind: "days", arch: "both", first: 3, last: 9, from: 7, to: 10 })).toBe(
      "Aligners 3 to 9 are worn for 10 days each instead of 7.",
    );
    expect(
      lead({ kind: "stop", ...span, to: "visit" }, { kind: "stop", ...span, to: "none" }),
    ).toBe(
      "After upper aligner 3 you wait for a visit. After upper aligner 3 you do not wait any more.",
    );
    expect(lead({ kind: "more", arch: "both", count: 2 })).toBe("You get 2 aligners more.");
    expect(lead({ kind: "fewer", arch: "lower", count: 1 })).toBe(
      "You need 1 lower aligner fewer.",
    );
    expect(
      lead(
        { kind: "series_added", seriesKind: "refinement" },
        { kind: "series_end", on: "2026-01-12" },
      ),
    ).toBe("More aligners are added, to finish the result. These aligners end on Mon 12 Jan.");
  });

  it("says that nothing moves, too", () => {
    const schedule = treatmentSchedule(both, day(5));
    const movement = planMovement(schedule, schedule, { reason: "plan_edited" });
    expect(lines(sayMovement(movement, language))).toEqual([
      "Your orthodontist has changed your plan.",
      "Next change: Thu 15 Jan",
      "Last aligner ends: around 14 Feb 2026",
      "All your dates stay as they are.",
    ]);
  });
});
