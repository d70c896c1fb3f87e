import * as z from "zod";

const stages = z.number().int().min(0).max(120);
const stage = z.number().int().min(1).max(120);
const tooth = z
  .number()
  .int()
  .refine((one) => /^[1-4][1-8]$/.test(String(one)), "expected an FDI number of a permanent tooth");

const ipr = z.strictObject({
  between: z
    .tuple([tooth, tooth])
    .refine(([one, other]) => areNeighbours(one, other), "expected two neighbours of one arch"),
  millimetres: z.number().min(0.05).max(1),
  beforeStage: stage,
});

/** A plan as the lab's people type it; its id and number are the lab's. */
export const planBody = z
  .strictObject({
    upperStages: stages,
    lowerStages: stages,
    daysPerStage: z.number().int().min(1).max(60),
    attachmentsAtStage: stage.nullable().default(null),
    ipr: z.array(ipr).max(30).default([]),
    stopStages: z.array(stage).max(20).default([]),
    note: z.string().trim().min(1).max(2_000).nullable().default(null),
  })
  .refine(({ upperStages, lowerStages }) => upperStages + lowerStages > 0, "expected a stage")
  .refine((plan) => {
    const last = Math.max(plan.upperStages, plan.lowerStages);
    const named = [
      ...plan.stopStages,
      ...plan.ipr.map(({ beforeStage }) => beforeStage),
      plan.attachmentsAtStage ?? 1,
    ];
    return named.every((one) => one <= last);
  }, "a stage is named that the plan does not have");
export type PlanBody = z.output<typeof planBody>;
export type Plan = PlanBody & { readonly id: string; readonly number: number };

function areNeighbours(one: number, other: number): boolean {
  const [first, second] = [Math.min(one, other), Math.max(one, other)];
  const isMidline = (first === 11 && second === 21) || (first === 31 && second === 41);
  return isMidline || (Math.floor(first / 10) === Math.floor(second / 10) && second - first === 1);
}

/** As much as the lab's planner reads of a prescription; what is missing or unknown is as usual. */
const wished = z.object({
  arches: z.enum(["both", "upper", "lower"]).catch("both"),
  ipr: z.enum(["as_needed", "avoid"]).catch("as_needed"),
  attachments: z.enum(["as_needed", "avoid"]).catch("as_needed"),
  intervalDays: z.int().min(1).max(60).nullable().catch(null),
  passiveAligners: z.int().min(0).max(5).catch(0),
});

/** What the lab presents where nobody typed a plan: shorter from number to number, and as it was asked for. */
export function usualPlan(
  prescription: Readonly<Record<string, unknown>>,
  number: number,
): PlanBody {
  const { arches, ipr, attachments, intervalDays, passiveAligners } = wished.parse(prescription);
  const stagesOf = (arch: "upper" | "lower", most: number) =>
    arches === "both" || arches === arch ? Math.max(most - 2 * number, 8) + passiveAligners : 0;
  const upperStages = stagesOf("upper", 24);
  const lowerStages = stagesOf("lower", 20);
  const spots = [
    ...(upperStages > 0 ? [{ between: [11, 21] as [number, number], ...shaved(0.2, 4) }] : []),
    ...(lowerStages > 0
      ? [
          { between: [31, 41] as [number, number], ...shaved(0.2, 4) },
          { between: [41, 42] as [number, number], ...shaved(0.1, 6) },
        ]
      : []),
  ];
  return {
    upperStages,
    lowerStages,
    daysPerStage: intervalDays ?? (number === 1 ? 14 : 10),
    attachmentsAtStage: attachments === "avoid" ? null : 3,
    ipr: ipr === "avoid" ? [] : spots,
    stopStages: [3, 8],
    note: number === 1 ? null : "Changed as you asked.",
  };
}

const shaved = (millimetres: number, beforeStage: number) => ({ millimetres, beforeStage });
