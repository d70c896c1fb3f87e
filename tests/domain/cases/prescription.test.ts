import { describe, expect, it } from "vitest";
import {
  emptyPrescription,
  isContradictory,
  isTooth,
  missingOf,
  type Prescription,
  type ToothWish,
} from "@/domain/cases/prescription";

const whole: Prescription = { ...emptyPrescription, goal: "Align the front teeth." };
const missing = (
  change: Partial<Prescription> = {},
  facts: Partial<Omit<Parameters<typeof missingOf>[0], "prescription">> = {},
) =>
  missingOf({
    prescription: { ...whole, ...change },
    scans: ["upper", "lower"],
    isScanUnderWay: false,
    hasConsent: true,
    ...facts,
  });

describe("R41: what keeps a case from being submitted", () => {
  it("nothing, once the goal is said, both arches are scanned and the patient agreed", () => {
    expect(missing()).toEqual([]);
  });

  it("everything that is missing is told at once, in the order of the wizard", () => {
    expect(
      missingOf({
        prescription: {
          ...emptyPrescription,
          teeth: [{ tooth: 11, wishes: ["missing", "attachment"] }],
          midline: {
            upper: { move: "left", millimetres: 0 },
            lower: { move: "keep", millimetres: 0 },
          },
        },
        scans: [],
        isScanUnderWay: true,
        hasConsent: false,
      }),
    ).toEqual([
      ...["goal", "contradiction", "midline", "scan_upper", "scan_lower"],
      ...["scan_under_way", "consent"],
    ]);
  });

  it("a goal of blanks is none", () => {
    expect(missing({ goal: " \n\t " })).toEqual(["goal"]);
  });

  it.each([
    ["both", ["scan_upper", "scan_lower"]],
    ["upper", ["scan_upper"]],
    ["lower", ["scan_lower"]],
  ] as const)("of %s arches: their scans, of which one of the bite is none", (arches, expected) => {
    expect(missing({ arches }, { scans: ["bite"] })).toEqual(expected);
    expect(missing({ arches }, { scans: ["upper", "lower", "bite"] })).toEqual([]);
  });

  it.each([
    [{ move: "left", millimetres: 0.5 }, []],
    [{ move: "keep", millimetres: 0 }, []],
    [{ move: "right", millimetres: 0 }, ["midline"]],
    [{ move: "keep", millimetres: 1 }, ["midline"]],
  ] as const)("a midline that moves says how far, and one that stays does not: %j", (shift, is) => {
    const still = { move: "keep", millimetres: 0 } as const;
    expect(missing({ midline: { upper: shift, lower: still } })).toEqual(is);
    expect(missing({ midline: { upper: still, lower: shift } })).toEqual(is);
  });
});

describe("wishes for one tooth", () => {
  const together: readonly ToothWish[][] = [
    [],
    ["do_not_move", "no_attachment"],
    ["implant", "no_attachment", "do_not_move"],
    ["attachment", "erupting"],
    ["extract", "no_attachment"],
  ];
  const apart: readonly ToothWish[][] = [
    ["attachment", "no_attachment"],
    ["extract", "missing"],
    ["do_not_move", "extract"],
    ["do_not_move", "missing"],
    ["implant", "missing"],
    ["implant", "extract"],
    ["erupting", "attachment", "missing"],
  ];
  it.each(together.map((wishes) => [wishes]))("%j can all hold", (wishes) => {
    expect(isContradictory(wishes)).toBe(false);
  });
  it.each(apart.map((wishes) => [wishes]))("%j cannot, in whatever order", (wishes) => {
    expect(isContradictory(wishes)).toBe(true);
    expect(isContradictory(wishes.toReversed())).toBe(true);
  });
  it("wishes for two teeth do not contradict each other", () => {
    const teeth = [
      { tooth: 11, wishes: ["attachment"] },
      { tooth: 12, wishes: ["no_attachment"] },
    ] as const;
    expect(missing({ teeth })).toEqual([]);
  });
});

it("teeth are the 32 permanent ones, by FDI number", () => {
  const all = Array.from({ length: 100 }, (_, tooth) => tooth).filter(isTooth);
  expect(all).toHaveLength(32);
  for (const none of [0, 10, 19, 51, 85, 11.5, -11]) expect(isTooth(none)).toBe(false);
});
