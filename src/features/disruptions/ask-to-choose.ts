import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { tellPeople } from "@/features/appointments/tell-people";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { onceOnly } from "@/features/idempotency/once-only";
import type { Services } from "@/server/services";
import { type DisruptedLine, disruptionsIn } from "./queries";
import type { DisruptionRefusal } from "./refusals";
import type { AskRequest, CalledRequest } from "./schema";

/**
 * Asks patients by mail to choose a new time; the notice window does not bind that move (R36). Two people at once: each
 * patient gets one mail. Whoever has no proven address is counted `unreachable` and stays open.
 */
export function askToChoose(
  services: Services,
  actor: ClinicActor,
  input: AskRequest,
): Promise<Result<{ asked: number; unreachable: number }, DisruptionRefusal>> {
  const operation = "POST /api/disruptions/{id}/ask";
  return inPractice(services.db, actor.practiceId, (tx) =>
    onceOnly(tx, services, actor, operation, input, async () => {
      const lines = await lockedLines(tx, services, actor, input.id, input.appointmentIds);
      if (lines === null) return refused("not_found");
      let asked = 0;
      let unreachable = 0;
      for (const line of lines.filter(isToAsk)) {
        if (await ask(tx, services, actor, input.id, line)) asked += 1;
        else unreachable += 1;
      }
      return ok({ asked, unreachable });
    }),
  );
}

/** A wish is answered, and who was reached about a visit that moved since needs no mail. */
function isToAsk({ is, isWish, startsAt, listedAt }: DisruptedLine): boolean {
  return !isWish && (is === "open" || (is === "reached" && startsAt === listedAt));
}

async function ask(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  disruptionId: string,
  line: DisruptedLine,
): Promise<boolean> {
  const { practiceId } = actor;
  const { appointmentId, patient } = line;
  const mails = await tellPeople(
    tx,
    services,
    { ...actor, patientId: patient.id },
    {
      appointmentId,
      purpose: "appointment_choose_again",
      startsAt: Temporal.Instant.from(line.startsAt),
      page: `/appointments/${appointmentId}/reschedule`,
    },
  );
  if (mails === 0) return false;
  await tx.disruptedVisit.updateMany({
    where: { practiceId, disruptionId, appointmentId },
    data: {
      askedAt: fromInstant(services.now),
      startsAt: fromInstant(Temporal.Instant.from(line.startsAt)),
      reachedAt: null,
      reachedByPersonId: null,
    },
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: "appointment.asked_to_move",
    practiceId,
    objectKind: "appointment",
    objectId: appointmentId,
    patientId: patient.id,
    detail: { startsAt: line.startsAt },
  });
  return true;
}

/** Notes that the patient was reached by telephone, or takes the note back. */
export function noteCall(
  services: Services,
  actor: ClinicActor,
  { id, appointmentId, reached }: CalledRequest,
): Promise<Result<{ changed: boolean }, DisruptionRefusal>> {
  const { practiceId, personId } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const [line] = (await lockedLines(tx, services, actor, id, [appointmentId])) ?? [];
    if (!line) return refused("not_found");
    const { count } = await tx.disruptedVisit.updateMany({
      where: {
        practiceId,
        disruptionId: id,
        appointmentId,
        reachedAt: reached ? null : { not: null },
      },
      data: reached
        ? { reachedAt: fromInstant(services.now), reachedByPersonId: personId }
        : { reachedAt: null, reachedByPersonId: null },
    });
    if (count > 0)
      await recordAudit(tx, services, auditActor(actor), {
        action: "appointment.called",
        practiceId,
        objectKind: "appointment",
        objectId: appointmentId,
        patientId: line.patient.id,
        detail: { reached },
      });
    return ok({ changed: count > 0 });
  });
}

/** The named lines of a list as they are now, locked until the end; null where the list or one of them is not there. */
async function lockedLines(
  tx: Tx,
  services: Services,
  { practiceId }: ClinicActor,
  id: string,
  appointmentIds: readonly string[],
): Promise<DisruptedLine[] | null> {
  const locked = await tx.$queryRaw<{ appointment_id: string }[]>`
    select appointment_id from tenant.disrupted_visit
    where practice_id = ${practiceId}::uuid and disruption_id = ${id}::uuid
      and appointment_id = any (${[...appointmentIds]}::uuid[])
    order by appointment_id for update`;
  if (locked.length < new Set(appointmentIds).size) return null;
  const [list] = await disruptionsIn(tx, services, practiceId, { id });
  return list?.visits.filter(({ appointmentId }) => appointmentIds.includes(appointmentId)) ?? null;
}
