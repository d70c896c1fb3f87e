import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { Arch, SeriesKind, StopKind } from "@/domain/treatment/facts";
import type { PlanRow } from "@/features/treatment/load-facts";
import { archesAreEqual, type TimelineRow, timelineRows } from "@/features/treatment/timeline-rows";
import { viewOf } from "@/features/treatment/treatment-view";

const START = Temporal.PlainDate.from("2026-01-05");
const day = (n: number) => START.add({ days: n }).toString();

const stages = (arch: Arch, count: number, series: string, stopAfter: number | null = null) =>
  Array.from({ length: count }, (_, index) => ({
    id: `${series}-${arch}-${index + 1}`,
    arch,
    number: index + 1,
    kind: "aligner" as const,
    intervalDays: 10,
    wearGoalMinutes: 1320,
    stopAfter: (index + 1 === stopAfter ? "visit" : "none") as StopKind,
  }));

const series = (
  id: string,
  kind: SeriesKind,
  startsOn: string | null,
  of: PlanRow["series"][number]["stages"],
) => ({
  id,
  kind,
  startsOn,
  endedOn: null,
  stages: of,
});

const plan = (changes: Partial<PlanRow> = {}): PlanRow => ({
  id: "plan",
  wearGoalMinutes: 1320,
  completedAt: null,
  approved: true,
  practitionerName: null,
  series: [
    series("s1", "initial", day(0), [...stages("upper", 4, "s1"), ...stages("lower", 4, "s1")]),
  ],
  events: [],
  pauses: [],
  extensions: [],
  stopReleases: [],
  ...changes,
});

const put = (stageId: string, n: number) => ({
  event: "changed" as const,
  stageId,
  on: day(n),
  recordedAt: `${day(n)}T18:00:00Z`,
});

const rowsOn = (row: PlanRow, n: number, visits: Parameters<typeof timelineRows>[1] = []) =>
  timelineRows(viewOf(row, Temporal.PlainDate.from(day(n))), visits, "Europe/Berlin");

/** "past 2026-01-05 upper 1+lower 1" */
const told = (row: TimelineRow) => {
  const what =
    row.kind === "stage"
      ? row.stages.map(({ arch, number }) => `${arch} ${number}`).join("+")
      : row.kind;
  return `${row.time} ${row.on} ${what}`;
};

describe("R20: the rows of the timeline", () => {
  it("tell both arches in one row where they change together", () => {
    const row = plan({
      events: [
        put("s1-upper-1", 0),
        put("s1-lower-1", 0),
        put("s1-upper-2", 10),
        put("s1-lower-2", 10),
      ],
    });
    expect(rowsOn(row, 12).map(told)).toEqual([
      `past ${day(0)} upper 1+lower 1`,
      `present ${day(10)} upper 2+lower 2`,
      `ahead ${day(20)} upper 3+lower 3`,
      `ahead ${day(30)} upper 4+lower 4`,
      `ahead ${day(40)} finish`,
    ]);
    expect(archesAreEqual(viewOf(row, Temporal.PlainDate.from(day(12))))).toBe(true);
  });

  it("keep the arches apart where their days differ", () => {
    const row = plan({ events: [put("s1-upper-1", 0), put("s1-lower-1", 4)] });
    expect(rowsOn(row, 5).map(told).slice(0, 4)).toEqual([
      `present ${day(0)} upper 1`,
      `present ${day(4)} lower 1`,
      `ahead ${day(10)} upper 2`,
      `ahead ${day(14)} lower 2`,
    ]);
    expect(archesAreEqual(viewOf(row, Temporal.PlainDate.from(day(5))))).toBe(false);
  });

  it("show a stop before what waits for it, with the soonest day", () => {
    const row = plan({
      series: [series("s1", "initial", day(0), stages("upper", 3, "s1", 1))],
      events: [put("s1-upper-1", 0)],
    });
    const rows = rowsOn(row, 3);
    expect(rows.map(told)).toEqual([
      `present ${day(0)} upper 1`,
      `ahead ${day(10)} stop`,
      `ahead ${day(10)} upper 2`,
      `ahead ${day(20)} upper 3`,
      `ahead ${day(30)} finish`,
    ]);
    expect(rows[2]).toMatchObject({ isEarliest: true });
  });

  it("put pauses and visits on their days in the practice's zone", () => {
    const row = plan({
      series: [series("s1", "initial", day(0), stages("upper", 3, "s1"))],
      events: [put("s1-upper-1", 0)],
      pauses: [{ fromOn: day(3), untilOn: day(6) }],
    });
    const visit = {
      id: "v1",
      // Past midnight in Berlin.
      startsAt: `${day(11)}T23:30:00Z`,
      state: "booked" as const,
      typeName: "Check",
      practitionerName: "Dr Example",
      locationName: "Main",
    };
    expect(rowsOn(row, 8, [visit]).map(told)).toEqual([
      `past ${day(3)} pause`,
      `present ${day(0)} upper 1`,
      `ahead ${day(12)} visit`,
      `ahead ${day(13)} upper 2`,
      `ahead ${day(23)} upper 3`,
      `ahead ${day(33)} finish`,
    ]);
  });

  it("head every series of several", () => {
    const row = plan({
      series: [
        series("s1", "initial", day(0), stages("upper", 1, "s1")),
        series("s2", "refinement", day(15), stages("upper", 2, "s2")),
      ],
      events: [put("s1-upper-1", 0), put("s2-upper-1", 15)],
    });
    expect(rowsOn(row, 16).map(told)).toEqual([
      `past ${day(0)} series`,
      `past ${day(0)} upper 1`,
      `present ${day(15)} series`,
      `present ${day(15)} upper 1`,
      `ahead ${day(25)} upper 2`,
      `ahead ${day(35)} finish`,
    ]);
  });
});
