import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import type { AppointmentEvent, AppointmentState } from "@/domain/appointments/appointment-state";
import type { PatientActor } from "@/features/access/actors";
import { bookerRole } from "@/features/appointments/booker";
import type { AuditAction } from "@/features/audit/actions";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";

interface Move {
  readonly appointmentId: string;
  readonly event: AppointmentEvent;
  readonly from: AppointmentState | null;
  readonly to: AppointmentState;
  readonly startsAt: Temporal.Instant;
  readonly reason?: string;
  readonly action: AuditAction;
  readonly detail?: Record<string, string | boolean>;
}

/** A visit's move in its own history and in the audit log (S19). */
export async function recordMove(
  tx: Tx,
  services: Services,
  actor: PatientActor,
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
      actorRole: bookerRole(actor),
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
}
