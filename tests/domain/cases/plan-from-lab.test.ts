import { describe, expect, it } from "vitest";
import { type LabStages, seriesFromLab } from "@/domain/cases/plan-from-lab";

const plan: LabStages = {
  upperStages: 4,
  lowerStages: 2,
  daysPerStage: 10,
  attachmentsAtStage: 2,
  ipr: [
    { between: [11, 21], millimetres: 0.2, beforeStage: 3 },
    { between: [12, 11], millimetres: 0.1, beforeStage: 3 },
    { between: [31, 41], millimetres: 0.3, beforeStage: 2 },
  ],
  stopStages: [2, 4],
};
const made = (change: Partial<LabStages> = {}) =>
  seriesFromLab({ ...plan, ...change }, "initial", "2026-05-04", "Placed now.");
const named = (series: ReturnType<typeof made>, keep: (one: Stage) => boolean) =>
  series.stages.filter(keep).map(({ arch, number }) => `${arch} ${number}`);
type Stage = ReturnType<typeof made>["stages"][number];

describe("R41: the stages that a lab's plan comes to", () => {
  it("are exactly the lab's, each worn as long as it says, from that day", () => {
    const series = made();
    expect(series).toMatchObject({ id: null, kind: "initial", startsOn: "2026-05-04" });
    expect(named(series, () => true).toSorted()).toEqual([
      ...["lower 1", "lower 2", "upper 1", "upper 2", "upper 3", "upper 4"],
    ]);
    expect(
      series.stages.every(({ kind, intervalDays }) => kind === "aligner" && intervalDays === 10),
    ).toBe(true);
  });

  it("of one arch alone where the lab treats only that", () => {
    expect(named(made({ lowerStages: 0 }), ({ arch }) => arch === "lower")).toEqual([]);
    expect(named(made({ upperStages: 0 }), () => true)).toEqual(["lower 1", "lower 2"]);
  });

  it("have their enamel reduction before the stage and on the arch it is meant for", () => {
    const withIpr = made().stages.filter(({ ipr }) => ipr.length > 0);
    expect(withIpr.map(({ arch, number, ipr }) => ({ arch, number, ipr }))).toEqual([
      {
        ...{ arch: "upper", number: 3 },
        ipr: [
          { between: [11, 21], millimetres: 0.2 },
          { between: [12, 11], millimetres: 0.1 },
        ],
      },
      { arch: "lower", number: 2, ipr: [{ between: [31, 41], millimetres: 0.3 }] },
    ]);
  });

  it("stop for a visit where the lab wants one, but not after an arch's last aligner", () => {
    expect(named(made(), ({ stopAfter }) => stopAfter === "visit")).toEqual(["upper 2"]);
    expect(named(made({ stopStages: [] }), ({ stopAfter }) => stopAfter !== "none")).toEqual([]);
  });

  it("say with which one attachments are placed, and name no teeth", () => {
    expect(named(made(), ({ note }) => note === "Placed now.").toSorted()).toEqual([
      ...["lower 2", "upper 2"],
    ]);
    expect(made().stages.every(({ place }) => place.length === 0)).toBe(true);
    expect(named(made({ attachmentsAtStage: null }), ({ note }) => note !== null)).toEqual([]);
  });
});
