import type { Tx } from "@/db/client";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { stagePast } from "@/domain/treatment/plan/shape-facts";
import type { ClinicActor } from "@/features/access/actors";
import { noteViewIn } from "@/features/audit/note-view";
import type { Services } from "@/server/services";
import { dayIn, factsOf, loadPlan } from "../load-facts";
import { versionMarks } from "./plan-versions";
import type { PastView, PlanDraft, PlanView } from "./schema";
import { type StandingPlan, stagesInUse, standingPlan } from "./standing-plan";

/** The plan as an orthodontist edits it and staff read it (R52: clinical notes are not for them); the view is audited. */
export async function readPlan(
  services: Services,
  actor: ClinicActor,
  { id: patientId }: { readonly id: string },
): Promise<Result<PlanView, "not_found">> {
  const { practiceId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const patientName = await nameOf(tx, practiceId, patientId);
    if (patientName === null) return refused("not_found");
    const standing = await standingPlan(tx, { practiceId, patientId });
    if (standing === null) {
      const past = { begun: [], worn: [], inUse: [] };
      return ok({ patientName, version: 0, state: "none", plan: null, past, versions: [] });
    }
    await noteViewIn(tx, services, actor, {
      action: "plan.viewed",
      objectKind: "treatment_plan",
      objectId: standing.id,
      patientId,
    });
    const { state, version, plan } = standing;
    return ok({
      patientName,
      version,
      state,
      plan: readableBy(actor, plan),
      past: await pastOf(tx, services, actor, patientId, standing),
      versions: await versionMarks(tx, practiceId, standing.id),
    });
  });
}

/** Clinical notes are for those who treat (R52). */
export function readableBy({ role }: ClinicActor, plan: PlanDraft): PlanDraft {
  if (role === "orthodontist") return plan;
  return {
    ...plan,
    series: plan.series.map((series) => ({
      ...series,
      stages: series.stages.map((stage) => ({ ...stage, note: null })),
    })),
  };
}

/** The patient's name as it stands on pages of the practice's; null for no such patient here. */
export async function nameOf(
  tx: Tx,
  practiceId: string,
  patientId: string,
): Promise<string | null> {
  const patient = await tx.patient.findUnique({
    where: { practiceId_id: { practiceId, id: patientId } },
    select: { firstName: true, preferredName: true, lastName: true },
  });
  return patient && `${patient.preferredName ?? patient.firstName} ${patient.lastName}`;
}

async function pastOf(
  tx: Tx,
  services: Services,
  { practiceId, zone }: ClinicActor,
  patientId: string,
  standing: StandingPlan,
): Promise<PastView> {
  const row = await loadPlan(tx, { practiceId, patientId, zone }, { approvedOnly: false });
  if (row === null) return { begun: [], worn: [], inUse: [] };
  const past = stagePast(factsOf(row), dayIn(zone, services.now));
  return {
    begun: [...past.begun],
    worn: [...past.worn],
    inUse: await stagesInUse(tx, practiceId, standing.id),
  };
}
