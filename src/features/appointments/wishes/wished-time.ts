import type { Tx } from "@/db/client";
import { readInPractice } from "@/db/read";
import { fromInstant, toInstant } from "@/db/time";
import type { TakenTime } from "@/domain/appointments/booking";
import type { Services } from "@/server/services";
import { timeColumns } from "../decide-time";
import { type EventMover, writeEvent } from "../record-event";

/** A live wish for another time of a visit: a row of its own that occupies the time (R31, S16). */
export interface LockedWish extends TakenTime {
  readonly id: string;
  readonly version: number;
}

/** The visit that a wish is about; undefined for whatever is no wish. Never changes, so nothing is locked. */
export async function visitOfWish(
  tx: Tx,
  practiceId: string,
  id: string,
): Promise<string | undefined> {
  const found = await tx.appointment.findUnique({
    where: { practiceId_id: { practiceId, id } },
    select: { replacesAppointmentId: true },
  });
  return found?.replacesAppointmentId ?? undefined;
}

/** The live wish of a visit, locked. Only for those who have locked the visit: that is the order of all. */
export async function lockWish(
  tx: Tx,
  practiceId: string,
  visitId: string,
): Promise<LockedWish | null> {
  const [locked] = await tx.$queryRaw<{ id: string }[]>`
    select id from tenant.appointment where practice_id = ${practiceId}::uuid
      and replaces_appointment_id = ${visitId}::uuid and state = 'requested' for update`;
  if (!locked) return null;
  const row = await tx.appointment.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id: locked.id } },
  });
  return {
    id: row.id,
    version: row.version,
    practitionerId: row.practitionerId,
    locationId: row.locationId,
    chairId: row.chairId,
    startsAt: toInstant(row.startsAt),
    endsAt: toInstant(row.endsAt),
    busyFromAt: toInstant(row.practitionerBusyFromAt),
    busyUntilAt: toInstant(row.practitionerBusyUntilAt),
  };
}

/** Writes a wish beside its visit, which is locked and has none. */
export async function writeWish(
  tx: Tx,
  services: Services,
  mover: NonNullable<EventMover>,
  wish: {
    readonly practiceId: string;
    readonly patientId: string;
    readonly visitId: string;
    readonly visitTypeId: string;
    readonly time: TakenTime;
  },
): Promise<void> {
  const { practiceId, patientId, visitId, visitTypeId, time } = wish;
  const id = services.random.uuid();
  const at = fromInstant(services.now);
  await tx.appointment.create({
    data: {
      practiceId,
      id,
      patientId,
      visitTypeId,
      state: "requested",
      replacesAppointmentId: visitId,
      ...timeColumns(time),
      bookedByPersonId: mover.personId,
      createdAt: at,
      updatedAt: at,
    },
    select: { id: true },
  });
  const asked = { appointmentId: id, event: "request", from: null, to: "requested" } as const;
  await writeEvent(tx, services, practiceId, { ...asked, startsAt: time.startsAt }, mover);
}

/** Ends a wish, whatever the answer: its time is free again, or the visit's a statement later. */
export async function releaseWish(
  tx: Tx,
  services: Services,
  practiceId: string,
  wish: Pick<LockedWish, "id" | "startsAt">,
  mover: EventMover,
): Promise<void> {
  await tx.appointment.update({
    where: { practiceId_id: { practiceId, id: wish.id } },
    data: {
      state: "released",
      version: { increment: 1 },
      updatedAt: fromInstant(services.now),
    },
    select: { id: true },
  });
  const { id: appointmentId, startsAt } = wish;
  const gone = { appointmentId, event: "release", from: "requested", to: "released" } as const;
  await writeEvent(tx, services, practiceId, { ...gone, startsAt }, mover);
}

const leftOut = {
  name: "left-out-of-a-move",
  text: `select case when v.needs_approval and a.state <> 'requested' then w.id else a.id end as id
    from tenant.appointment a
    join tenant.visit_type v on v.practice_id = a.practice_id and v.id = a.visit_type_id
    left join tenant.appointment w on w.practice_id = $1::uuid and w.replaces_appointment_id = a.id and w.state = 'requested'
    where a.practice_id = $1::uuid and a.id = $2::uuid`,
};

/** Whose time counts as free for a move: the visit's own; where the practice has to agree, that of the wish it replaces. */
export async function leftOutOfMove(
  { db }: Pick<Services, "db">,
  practiceId: string,
  visitId: string,
): Promise<string | undefined> {
  const rows = await readInPractice<{ id: string | null }>(db, practiceId, leftOut, [
    practiceId,
    visitId,
  ]);
  return rows[0]?.id ?? undefined;
}

/** The same inside a transaction; null where nothing makes room. */
export async function leftOutOfMoveIn(
  tx: Tx,
  practiceId: string,
  visitId: string,
): Promise<string | null> {
  const rows = await tx.$queryRawUnsafe<{ id: string | null }[]>(leftOut.text, practiceId, visitId);
  return rows[0]?.id ?? null;
}
