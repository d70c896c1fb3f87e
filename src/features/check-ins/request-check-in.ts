import type { Tx } from "@/db/client";
import { decideDueOn } from "@/domain/check-ins/due-day";
import { photoStop } from "@/domain/check-ins/photo-stop";
import { ok, type Result, refused } from "@/domain/result";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { submitOnce } from "@/features/idempotency/submit-once";
import { dayIn, factsOf } from "@/features/treatment/load-facts";
import { runningPlan } from "@/features/treatment/running-plan";
import type { Services } from "@/server/services";
import { openRequest } from "./open-request";
import type { RequestReason } from "./refusals";
import type { CheckInAnswer, RequestCheckInInput } from "./schema";

const operation = "POST /api/patients/{id}/check-ins";

/**
 * The orthodontist asks for photos by a day (R24); at a photo stop the request is about that stop. Refused:
 * `already_open`, `due_in_past`, `due_too_far`, `not_found` (archived records too).
 */
export async function requestCheckIn(
  services: Services,
  actor: ClinicActor,
  input: RequestCheckInInput,
): Promise<Result<CheckInAnswer, RequestReason>> {
  return submitOnce(services, actor, operation, input, request);
}

async function request(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { id: patientId, note, dueOn }: RequestCheckInInput,
): Promise<Result<CheckInAnswer, RequestReason>> {
  const { practiceId, zone, personId } = actor;
  const today = dayIn(zone, services.now);
  const due = decideDueOn(dueOn, today);
  if (!due.ok) return due;
  const known = await tx.patient.count({ where: { practiceId, id: patientId, archivedAt: null } });
  if (known === 0) return refused("not_found");
  const plan = await runningPlan(tx, { practiceId, patientId, zone }, "read");
  const stop = plan.ok ? photoStop(treatmentSchedule(factsOf(plan.value), today)) : null;
  const id = await openRequest(tx, services, auditActor(actor), {
    practiceId,
    patientId,
    stageId: stop?.id ?? null,
    byPersonId: personId,
    note: note || null,
    dueOn: due.value,
  });
  return id === null ? refused("already_open") : ok({ id, state: "requested" });
}
