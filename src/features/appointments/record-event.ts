import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import type { AppointmentEvent, AppointmentState } from "@/domain/appointments/appointment-state";
import type { AuditAction } from "@/features/audit/actions";
import { auditActor } from "@/features/audit/audit-actor";
import { auditInsert } from "@/features/audit/record-audit";
import { diaryNews } from "@/features/messages/live/tell-diaries";
import type { Services } from "@/server/services";
import { type VisitActor, visitRole } from "./booker";

interface Move {
  readonly appointmentId: string;
  readonly event: AppointmentEvent;
  readonly from: AppointmentState | null;
  readonly to: AppointmentState;
  readonly startsAt: Temporal.Instant;
  readonly reason?: string;
  readonly action: AuditAction;
  readonly detail?: Record<string, string | boolean | readonly string[]>;
}

/** A visit's move in its own history and in the audit log (S19); open diaries hear that there is something new. */
export async function recordMove(
  tx: Tx,
  services: Services,
  actor: VisitActor,
  move: Move,
): Promise<void> {
  const { practiceId, patientId } = actor;
  const audit = auditInsert(services, auditActor(actor), {
    action: move.action,
    practiceId,
    objectKind: "appointment",
    objectId: move.appointmentId,
    patientId,
    detail: { startsAt: move.startsAt.toString(), ...move.detail },
  });
  // One statement, one round trip: every move is under the practitioner's lock.
  await tx.$executeRaw`
    with event as (
      insert into tenant.appointment_event (practice_id, id, appointment_id, event, from_state, to_state, starts_at,
        actor_person_id, actor_role, reason, at)
      values (${practiceId}::uuid, ${services.random.uuid()}::uuid, ${move.appointmentId}::uuid, ${move.event},
        ${move.from}::tenant.appointment_state, ${move.to}::tenant.appointment_state, ${move.startsAt.toString()}::timestamptz,
        ${actor.personId}::uuid, ${visitRole(actor)}::identity.role, ${move.reason ?? null}, ${services.now.toString()}::timestamptz)
    ), audit as (${audit})
    select ${diaryNews(practiceId)}`;
}
