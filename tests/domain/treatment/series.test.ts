import { describe, expect, it } from "vitest";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import { changed, day, facts, nth, series, stages, upper } from "./plan";

const started = [changed("upper-1", 0), changed("upper-2", 10)];

describe("several series", () => {
  const refinement = series(
    stages("upper", 2, () => ({}), "s2"),
    { id: "s2", kind: "refinement", startsOn: day(40) },
  );
  const retention = series(
    stages("upper", 1, () => ({ kind: "retainer", intervalDays: 180 }), "s3"),
    { id: "s3", kind: "retention", startsOn: null },
  );

  it("what an ended series did not begin is left out", () => {
    const given = facts({
      series: [series(stages("upper", 5), { endedOn: day(22) }), refinement],
      events: started,
    });
    const arch = upper(given, 22);
    expect(arch.stages.map((s) => s.id)).toEqual([
      "s1-upper-1",
      "s1-upper-2",
      "s2-upper-1",
      "s2-upper-2",
    ]);
    expect(nth(arch.nextChangeOn)).toBe(40);
    expect(upper(given, 21).nextStage?.id).toBe("s1-upper-3");
  });

  it("lateness starts anew with a series", () => {
    const given = facts({
      series: [series(stages("upper", 2)), refinement],
      events: [
        changed("upper-1", 0),
        changed("upper-2", 20),
        { event: "changed", stageId: "s2-upper-1", on: day(41) },
      ],
    });
    expect(upper(given, 35).behindDays).toBe(10);
    expect(upper(given, 42).behindDays).toBe(1);
  });

  it("a pause that begins when the last aligner was worn long enough moves no end", () => {
    const given = facts({
      series: [series(stages("upper", 2))],
      events: started,
      pauses: [{ fromOn: day(20), untilOn: null }],
    });
    expect(nth(upper(given, 15).finishOn)).toBe(20);
    expect(treatmentSchedule(given, day(20)).phase).toBe("finished");
  });

  it("treatment is finished when the last aligner was worn, retention comes after", () => {
    const given = facts({
      series: [series(stages("upper", 2)), retention],
      events: started,
    });
    const phase = (n: number) => treatmentSchedule(given, day(n)).phase;
    expect([phase(19), phase(20)]).toEqual(["active", "finished"]);
    expect(treatmentSchedule(given, day(20))).toMatchObject({ percentDone: 100, daysLeft: 0 });
    const retained = facts({
      ...given,
      events: [...started, { event: "changed", stageId: "s3-upper-1", on: day(25) }],
    });
    expect(treatmentSchedule(retained, day(26)).phase).toBe("retention");
    expect(nth(treatmentSchedule(retained, day(26)).finishOn)).toBe(25);
  });
});
