import { describe, expect, it } from "vitest";
import { emptyPrescription } from "@/domain/cases/prescription";
import { planBody, usualPlan } from "@/simulators/lab/plan";

const planned = (wish: Readonly<Record<string, unknown>>, number = 1) =>
  usualPlan({ ...emptyPrescription, ...wish }, number);

describe("the simulated lab plans what it was asked for", () => {
  it.each(["both", "upper", "lower"] as const)("%s arches, and it is a plan it takes", (arches) => {
    const plan = planned({ arches });
    expect([plan.upperStages > 0, plan.lowerStages > 0]).toEqual([
      arches !== "lower",
      arches !== "upper",
    ]);
    expect(planBody.safeParse(plan).success).toBe(true);
    const ofUpper = plan.ipr.filter(({ between: [one] }) => one < 30);
    expect(ofUpper).toHaveLength(arches === "lower" ? 0 : 1);
  });

  it("days, passive aligners, and what is to be avoided", () => {
    const usual = planned({});
    expect(usual).toMatchObject({ daysPerStage: 10, attachmentsAtStage: 3 });
    const careful = planned({
      ...{ intervalDays: 7, passiveAligners: 2, ipr: "avoid", attachments: "avoid" },
    });
    expect(careful).toMatchObject({
      ...{ daysPerStage: 7, attachmentsAtStage: null, ipr: [] },
      upperStages: usual.upperStages + 2,
    });
  });

  it("reads a prescription of any shape, and is shorter from plan to plan", () => {
    const odd = usualPlan({ arches: ["upper"], intervalDays: "many", ipr: 7 }, 1);
    expect(planBody.safeParse(odd).success).toBe(true);
    expect(usualPlan({}, 2).upperStages).toBeLessThan(usualPlan({}, 1).upperStages);
  });
});
