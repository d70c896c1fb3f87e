import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import type { AppointmentEvent, AppointmentState } from "@/domain/appointments/appointment-state";
import type { AuditAction } from "@/features/audit/actions";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { tellDiaries } from "@/features/messages/live/tell-diaries";
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
  await tx.appointmentEvent.create({
    data: {
      practiceId,
      id: services.random.uuid(),
      appointmentId: move.appointmentId,
      event: move.event,
      fromState: move.from,
      toState: move.to,
      startsAt: fromInstant(move.startsAt),
      actorPersonId: actor.personId,
      actorRole: visitRole(actor),
      reason: move.reason ?? null,
      at: fromInstant(services.now),
    },
    select: { id: true },
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: move.action,
    practiceId,
    objectKind: "appointment",
    objectId: move.appointmentId,
    patientId,
    detail: { startsAt: move.startsAt.toString(), ...move.detail },
  });
  await tellDiaries(tx, practiceId);
}
