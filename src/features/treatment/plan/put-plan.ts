import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import { planMovement } from "@/domain/treatment/plan-movement";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { tellPlanChanged } from "../tell-plan-changed";
import { judgeEdit } from "./judge-edit";
import type { SavePlanRefusal } from "./refusals";
import type { SavedPlan, SavePlanInput } from "./schema";
import { lockedPlan } from "./standing-plan";
import { writePlan } from "./write-plan";

/** Saves a plan in a transaction that does more than that; otherwise as `savePlan`. */
export async function putPlan(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  input: SavePlanInput,
): Promise<Result<SavedPlan, SavePlanRefusal>> {
  const { practiceId } = actor;
  const { id: patientId, reason } = input;
  const found = await lockedPlan(tx, { practiceId, patientId });
  if (found === undefined) return refused("not_found");
  const standing = found.plan;
  const stands = standing?.version ?? 0;
  if (stands !== input.version) return refused("changed_meanwhile", { version: stands });
  const judged = await judgeEdit(tx, services, actor, patientId, standing, input.plan);
  if (!judged.ok) return judged;
  const { edit, changes, before, after } = judged.value;
  if (changes.length === 0) return refused("unchanged");
  const planId =
    standing?.id ?? (await newDraft(tx, services, actor, patientId, found.practitionerId));
  if (planId === null) return refused("no_orthodontist");
  const version = stands + 1;
  const plan = await writePlan(tx, services, actor, {
    planId,
    version,
    reason,
    plan: input.plan,
    edit,
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: standing === null ? "plan.created" : "plan.changed",
    practiceId,
    objectKind: "treatment_plan",
    objectId: planId,
    patientId,
    detail: { version, changes: changes.length },
  });
  const state = standing?.state === "approved" ? "approved" : "draft";
  // Notes and teeth are the practice's own matter: the patient is told when their days move.
  const isMoved = !planMovement(before, after, { reason: "plan_edited" }).isSame;
  if (state === "approved" && isMoved) {
    await tellPlanChanged(tx, services, { practiceId, patientId });
  }
  return ok({ version, state, plan, changes });
}

/** The plan is the patient's orthodontist's, else of whoever makes it; null when neither is one. */
async function newDraft(
  tx: Tx,
  services: Services,
  { practiceId, personId }: ClinicActor,
  patientId: string,
  patientsOwn: string | null,
): Promise<string | null> {
  const practitionerId =
    patientsOwn ??
    (await tx.practitioner.findFirst({ where: { practiceId, personId }, select: { id: true } }))
      ?.id;
  if (practitionerId === undefined) return null;
  const { id } = await tx.treatmentPlan.create({
    data: {
      practiceId,
      id: services.random.uuid(),
      patientId,
      practitionerId,
      createdAt: fromInstant(services.now),
    },
    select: { id: true },
  });
  return id;
}
