import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { HeldThread } from "@/features/messages/inbox/lock-thread";
import { noteEvent } from "@/features/messages/inbox/note-event";
import type { Services } from "@/server/services";
import { type Colleague, colleaguesOf } from "../colleagues";
import { closePractitioner } from "./practitioner-row";
import { readLeaving } from "./read-leaving";

interface HandOver {
  readonly personId: string;
  /** Who takes over; null: patients stay as they are, conversations are nobody's. */
  readonly takesOverId: string | null;
  readonly wasOrthodontist: boolean;
  /** Nothing but this role bound them to the practice. */
  readonly leaves: boolean;
}

export type HandedOver = {
  readonly patients: number;
  readonly threads: number;
  /** Not moved: they stay in the diary with whom they were booked. */
  readonly visitsLeft: number;
};

/**
 * Gives a leaving person's patients and open conversations to a colleague. Patients go to an orthodontist alone,
 * conversations to whoever may take them, else to nobody. Visits ahead stay. Refusal `person_unknown`: no colleague here, or
 * no orthodontist where there are patients.
 */
export async function handOver(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  wish: HandOver,
): Promise<Result<HandedOver, "person_unknown">> {
  const { practiceId } = actor;
  const { personId, takesOverId, wasOrthodontist, leaves } = wish;
  const left = await readLeaving(tx, services, practiceId, { personId });
  const people = await colleaguesOf(tx, practiceId);
  const to = people.find((one) => one.personId === takesOverId) ?? null;
  if (takesOverId !== null && (!to || takesOverId === personId)) return refused("person_unknown");
  let patients = 0;
  if (wasOrthodontist) {
    const moved = await movePatients(tx, services, practiceId, {
      personId,
      to,
      left: left.patients,
    });
    if (!moved.ok) return moved;
    patients = moved.value;
  }
  const threads = await moveThreads(tx, services, actor, {
    personId,
    to,
    onlyUnshared: !leaves && to === null,
  });
  if (wasOrthodontist) {
    const stays = left.visits + left.casesOpen > 0;
    const at = fromInstant(services.now);
    await closePractitioner(tx, practiceId, { personId }, { stays, at });
  }
  return ok({ patients, threads, visitsLeft: wasOrthodontist ? left.visits : 0 });
}

async function movePatients(
  tx: Tx,
  { now }: Services,
  practiceId: string,
  move: { readonly personId: string; readonly to: Colleague | null; readonly left: number },
): Promise<Result<number, "person_unknown">> {
  const { personId, to, left } = move;
  if (!to || left === 0) return ok(0);
  const practitioner = await tx.practitioner.findFirst({
    where: { practiceId, personId: to.personId, archivedAt: null },
    orderBy: { id: "asc" },
    select: { id: true },
  });
  if (to.role !== "orthodontist" || !practitioner) return refused("person_unknown");
  const { count } = await tx.patient.updateMany({
    where: { practiceId, archivedAt: null, practitioner: { personId } },
    data: { practitionerId: practitioner.id, updatedAt: fromInstant(now) },
  });
  return ok(count);
}

async function moveThreads(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  move: {
    readonly personId: string;
    readonly to: Colleague | null;
    /** Who stays, and named nobody, keeps the conversations that the team shares. */
    readonly onlyUnshared: boolean;
  },
): Promise<number> {
  const { practiceId } = actor;
  const { personId, onlyUnshared } = move;
  const threads = await tx.$queryRaw<HeldThread[]>`
    select id, patient_id as "patientId", state, with_staff as "withStaff", message_count as "messageCount",
      last_message_by_patient as "askedLast", assigned_to_person_id as "assignedToPersonId",
      snoozed_until_at as "snoozedUntilAt"
    from tenant.thread
    where practice_id = ${practiceId}::uuid and assigned_to_person_id = ${personId}::uuid and state <> 'closed'
      and (not ${onlyUnshared}::boolean or not with_staff)
    order by id for update`;
  for (const thread of threads) {
    const to = move.to && (move.to.role === "orthodontist" || thread.withStaff) ? move.to : null;
    await tx.thread.update({
      where: { practiceId_id: { practiceId, id: thread.id } },
      data: { assignedToPersonId: to?.personId ?? null },
      select: { id: true },
    });
    await noteEvent(tx, services, actor, thread, { kind: "assigned", to });
  }
  return threads.length;
}
