import { readInPractice } from "@/db/read";
import type { Arch } from "@/domain/treatment/facts";
import type { PatientActor } from "@/features/access/actors";
import { maySend } from "@/features/messages/may-write";
import { dayIn, type PlanRow } from "@/features/treatment/load-facts";
import { planJson } from "@/features/treatment/plan-sql";
import type { StageView } from "@/features/treatment/schema";
import { viewOf } from "@/features/treatment/treatment-view";
import type { Services } from "@/server/services";

export type StageTime = "worn" | "next" | "past";

export interface ReportableStage {
  readonly stage: StageView;
  readonly time: StageTime;
}

export interface ProblemPage {
  /** `YYYY-MM-DD` in the practice's zone. */
  readonly today: string;
  /** What is worn now first; then its neighbours. Empty without a running plan. */
  readonly stages: readonly ReportableStage[];
  readonly isCompleted: boolean;
  /** False for a guardian who may look alone (R10). */
  readonly mayAct: boolean;
}

/** So many aligners of each arch before and after the present one can be chosen on the page. */
const NEIGHBOURS = 1;

const planRead = {
  name: "treatment-plan",
  text: `select ${planJson({ patient: "$3::uuid", approvedOnly: true })} as plan`,
};

/** What the patient's page needs to ask about a problem (R25). */
export async function problemPage(services: Services, actor: PatientActor): Promise<ProblemPage> {
  const values = [actor.practiceId, actor.zone, actor.patientId];
  const [[row], mayAct] = await Promise.all([
    readInPractice<{ plan: PlanRow | null }>(services.db, actor.practiceId, planRead, values),
    maySend(services, actor),
  ]);
  const today = dayIn(actor.zone, services.now);
  const plan = row?.plan ?? null;
  const isCompleted = plan !== null && plan.completedAt !== null;
  const { arches } = viewOf(isCompleted ? null : plan, today);
  const found = arches.flatMap(around);
  const order: readonly StageTime[] = ["worn", "next", "past"];
  const stages = order.flatMap((time) => found.filter((one) => one.time === time));
  return { today: today.toString(), stages, isCompleted, mayAct };
}

function around(view: {
  readonly arch: Arch;
  readonly stages: readonly StageView[];
  readonly currentStage: StageView | null;
}): ReportableStage[] {
  const { stages, currentStage } = view;
  const at = stages.findIndex(({ id }) => id === currentStage?.id);
  const past = stages.slice(Math.max(0, at - NEIGHBOURS), Math.max(0, at)).toReversed();
  return [
    ...(currentStage === null ? [] : [{ stage: currentStage, time: "worn" as const }]),
    ...stages.slice(at + 1, at + 1 + NEIGHBOURS).map((stage) => ({ stage, time: "next" as const })),
    ...past.map((stage) => ({ stage, time: "past" as const })),
  ];
}
