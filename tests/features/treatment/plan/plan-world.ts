import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { readPlan } from "@/features/treatment/plan/read-plan";
import { savePlan } from "@/features/treatment/plan/save-plan";
import { type PlanDraft, planDraft, type SeriesDraft } from "@/features/treatment/plan/schema";
import { makeClinicActor } from "../../../support/people";
import { openWorld } from "../../../support/world";
import { treatedPatient } from "../made-plan";

export const world = await openWorld();

export const series = (
  kind: SeriesDraft["kind"],
  upper: number,
  lower: number,
  intervalDays = 7,
): SeriesDraft => ({
  id: null,
  kind,
  startsOn: null,
  endedOn: null,
  stages: (["upper", "lower"] as const).flatMap((arch) =>
    Array.from({ length: arch === "upper" ? upper : lower }, (_, index) => ({
      id: null,
      arch,
      number: index + 1,
      kind: "aligner" as const,
      intervalDays,
      wearGoalMinutes: null,
      stopAfter: "none" as const,
      place: [],
      remove: [],
      ipr: [],
      note: null,
    })),
  ),
});

/** A patient who wears aligner 2 of 5, on both arches, and their orthodontist. */
export async function treated() {
  const made = await treatedPatient(world);
  const doctor = await makeClinicActor(world, made.practice.id, "orthodontist");
  return { ...made, doctor, patientId: made.actor.patientId };
}

/** The plan as the editor opens it. */
export async function opened(doctor: ClinicActor, patientId: string) {
  const read = await readPlan(await world.services(), doctor, { id: patientId });
  if (!read.ok || read.value.plan === null) throw new Error("no plan to open");
  return { version: read.value.version, plan: read.value.plan, past: read.value.past };
}

export async function save(
  doctor: ClinicActor,
  patientId: string,
  wish: { version: number; plan: PlanDraft; reason?: string },
  idempotencyKey?: string,
) {
  const services = await world.services({ idempotencyKey });
  return savePlan(services, doctor, { id: patientId, reason: "Better fit", ...wish });
}

/** The plan with some of its stages changed, by arch and number. */
export function edited(
  plan: PlanDraft,
  change: (stage: SeriesDraft["stages"][number]) => Partial<SeriesDraft["stages"][number]>,
): PlanDraft {
  return planDraft.parse({
    ...plan,
    series: plan.series.map((one) => ({
      ...one,
      stages: one.stages.map((stage) => ({ ...stage, ...change(stage) })),
    })),
  });
}

export function versionsOf(practiceId: string) {
  return inPractice(world.db, practiceId, (tx) =>
    tx.planVersion.findMany({
      orderBy: { version: "asc" },
      select: { version: true, reason: true },
    }),
  );
}
