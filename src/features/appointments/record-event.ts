import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import type { Role } from "@/db/generated/enums";
import { fromInstant } from "@/db/time";
import type { AppointmentEvent, AppointmentState } from "@/domain/appointments/appointment-state";
import type { AuditAction } from "@/features/audit/actions";
import { auditActor } from "@/features/audit/audit-actor";
import { type AuditActor, auditInsert } from "@/features/audit/record-audit";
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

/** Who moved a visit: somebody with a session, or the holder of a link. */
export interface Mover {
  readonly practiceId: string;
  readonly patientId: string;
  /** Null: the patient, without a login. */
  readonly personId: string | null;
  readonly role: Role;
  readonly audit: AuditActor;
}

/** Who moved a row; null is the portal itself. */
export type EventMover = { readonly personId: string; readonly role: Role } | null;

/** One line of a row's history and nothing else: for what is part of a larger act, or what the portal does by itself. */
export async function writeEvent(
  tx: Tx,
  services: Services,
  practiceId: string,
  { appointmentId, event, from, to, startsAt }: Omit<Move, "reason" | "action" | "detail">,
  mover: EventMover,
): Promise<void> {
  await tx.appointmentEvent.create({
    data: {
      practiceId,
      id: services.random.uuid(),
      appointmentId,
      event,
      fromState: from,
      toState: to,
      startsAt: fromInstant(startsAt),
      actorPersonId: mover?.personId ?? null,
      actorRole: mover?.role ?? null,
      at: fromInstant(services.now),
    },
    select: { id: true },
  });
}

/** A visit's move in its own history and in the audit log (S19); open diaries hear that there is something new. */
export function recordMove(
  tx: Tx,
  services: Services,
  actor: VisitActor,
  move: Move,
): Promise<void> {
  const { practiceId, patientId, personId } = actor;
  const mover = {
    practiceId,
    patientId,
    personId,
    role: visitRole(actor),
    audit: auditActor(actor),
  };
  return recordMoveBy(tx, services, mover, move);
}

/** The same for whoever has no session. */
export async function recordMoveBy(
  tx: Tx,
  services: Services,
  mover: Mover,
  move: Move,
): Promise<void> {
  const { practiceId, patientId } = mover;
  const audit = auditInsert(services, mover.audit, {
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
        ${mover.personId}::uuid, ${mover.role}::identity.role, ${move.reason ?? null}, ${services.now.toString()}::timestamptz)
    ), audit as (${audit})
    select ${diaryNews(practiceId)}`;
}
