import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import type { AuditActor } from "@/features/audit/record-audit";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { tellCheckIn } from "./tell-check-in";

interface Request {
  readonly practiceId: string;
  readonly patientId: string;
  /** The stage whose stop it is about. */
  readonly stageId: string | null;
  readonly byPersonId: string | null;
  readonly note: string | null;
  readonly dueOn: Temporal.PlainDate | null;
}

/** Writes a request for photos with its audit row and the mail that says something is to be done; null where one is open. */
export async function openRequest(
  tx: Tx,
  services: Services,
  actor: AuditActor,
  request: Request,
): Promise<string | null> {
  const { practiceId, patientId, stageId, byPersonId, note, dueOn } = request;
  const id = services.random.uuid();
  const inserted = await tx.$executeRaw`
    insert into tenant.check_in (practice_id, id, patient_id, stage_id, state, requested_by_person_id, due_on, note, created_at)
    values (${practiceId}::uuid, ${id}::uuid, ${patientId}::uuid, ${stageId}::uuid, 'requested', ${byPersonId}::uuid,
      ${dueOn?.toString() ?? null}::date, ${note}, ${fromInstant(services.now)})
    on conflict do nothing`;
  if (inserted === 0) return null;
  await recordAudit(tx, services, actor, {
    action: "check_in.requested",
    practiceId,
    objectKind: "check_in",
    objectId: id,
    patientId,
    detail: { atStop: stageId !== null },
  });
  await tellCheckIn(tx, services, "check_in_asked", { practiceId, patientId });
  return id;
}
