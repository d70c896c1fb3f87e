import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { nextCheckInState } from "@/domain/check-ins/check-in-state";
import { CHECK_IN_VIEWS, missingViews, type Shot } from "@/domain/check-ins/photo-set";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import { mayAct } from "@/features/access/may-act";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { submitOnce } from "@/features/idempotency/submit-once";
import type { Services } from "@/server/services";
import { lockCheckIn } from "./lock-check-in";
import type { SubmitReason } from "./refusals";
import type { CheckInAnswer } from "./schema";

type Submitted = { readonly id: string };

const operation = "POST /api/check-ins/{id}/submit";

/**
 * Sends a check-in's photos to the orthodontist (R24), once: a second press and another tab are told that it is sent.
 * Refused: `photos_missing` (with the views), `view_only`, `not_found`, and what its state says.
 */
export async function submitCheckIn(
  services: Services,
  actor: PatientActor,
  input: Submitted,
): Promise<Result<CheckInAnswer, SubmitReason>> {
  return submitOnce(services, actor, operation, input, submit);
}

async function submit(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  { id }: Submitted,
): Promise<Result<CheckInAnswer, SubmitReason>> {
  if (!(await mayAct(tx, actor))) return refused("view_only");
  const { practiceId, patientId } = actor;
  const found = await lockCheckIn(tx, { practiceId, id, patientId });
  if (found === null) return refused("not_found");
  const next = nextCheckInState(found.state, "submit");
  if (!next.ok) return next.reason === "not_sent_yet" ? refused("not_found") : refused(next.reason);
  const rows = await tx.checkInPhoto.findMany({
    where: { practiceId, checkInId: id },
    select: { view: true, withAligner: true },
  });
  const missing = missingViews(rows.flatMap(shotOf));
  if (missing.length > 0) return refused("photos_missing", { views: missing });
  await tx.checkIn.update({
    where: { practiceId_id: { practiceId, id } },
    data: { state: next.value, submittedAt: fromInstant(services.now) },
    select: { id: true },
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: "check_in.submitted",
    practiceId,
    objectKind: "check_in",
    objectId: id,
    patientId,
    detail: { photos: rows.length },
  });
  return ok({ id, state: next.value });
}

function shotOf({ view, withAligner }: { view: string; withAligner: boolean }): Shot[] {
  return CHECK_IN_VIEWS.filter((known) => known === view).map((known) => ({
    view: known,
    withAligner,
  }));
}
