import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromDay, fromInstant } from "@/db/time";
import { ok, type Result, refused } from "@/domain/result";
import type { Services } from "@/server/services";
import { minutesOf } from "./part-of-day";
import type { JoinRefusal } from "./refusals";
import type { WishInput } from "./schema";

interface Whose {
  readonly practiceId: string;
  readonly patientId: string;
  readonly zone: string;
  /** Who of the practice put them on the list; null: themselves. */
  readonly addedByPersonId: string | null;
}

type Refusal = Exclude<JoinRefusal, "view_only" | "idempotency_key_reused">;

/** Puts somebody on the list: one live entry per patient and type of visit, which the database keeps to (R35). */
export async function writeEntry(
  tx: Tx,
  services: Services,
  whose: Whose,
  wish: WishInput,
): Promise<Result<{ id: string; visitTypeId: string }, Refusal>> {
  const { practiceId, patientId, zone, addedByPersonId } = whose;
  const patient = await tx.patient.findUnique({
    where: { practiceId_id: { practiceId, id: patientId } },
    select: { archivedAt: true, bookingRestrictedAt: true },
  });
  if (patient === null) return refused("not_found");
  if (patient.archivedAt) return refused("patient_archived");
  if (patient.bookingRestrictedAt) return refused("booking_restricted");
  const typed = await typeOf(tx, services, whose, wish);
  if (!typed.ok) return typed;
  const days = daysOf(services, zone, wish);
  if (!days.ok) return days;
  const id = services.random.uuid();
  const { count } = await tx.waitingListEntry.createMany({
    data: [
      {
        practiceId,
        id,
        patientId,
        visitTypeId: typed.value,
        practitionerId: wish.practitionerId ?? null,
        appointmentId: wish.appointmentId ?? null,
        ...days.value,
        weekdays: [...new Set(wish.weekdays)].sort((a, b) => a - b),
        ...minutesOf(wish.partOfDay),
        byText: wish.byText,
        addedByPersonId,
        createdAt: fromInstant(services.now),
      },
    ],
    skipDuplicates: true,
  });
  return count === 1 ? ok({ id, visitTypeId: typed.value }) : refused("already_waiting");
}

/** The type waited for, if it can be booked online by whom they wish for, and the visit can still be moved. */
async function typeOf(
  tx: Tx,
  services: Services,
  { practiceId, patientId }: Whose,
  wish: WishInput,
): Promise<Result<string, "not_found" | "not_bookable_online" | "not_movable" | "type_unclear">> {
  let visitTypeId = wish.visitTypeId;
  if ((visitTypeId === undefined) === (wish.appointmentId === undefined))
    return refused("type_unclear");
  if (wish.appointmentId !== undefined) {
    const visit = await tx.appointment.findFirst({
      where: {
        practiceId,
        id: wish.appointmentId,
        patientId,
        state: { notIn: ["held", "released"] },
      },
      select: { visitTypeId: true, state: true, startsAt: true },
    });
    if (visit === null) return refused("not_found");
    const stands = ["requested", "booked", "confirmed"].includes(visit.state);
    if (!stands || visit.startsAt <= fromInstant(services.now)) return refused("not_movable");
    visitTypeId = visit.visitTypeId;
  }
  const type = await tx.visitType.findFirst({
    where: { practiceId, id: visitTypeId ?? "", archivedAt: null },
    select: {
      id: true,
      bookableOnline: true,
      visitTypePractitioners: {
        where: { practitioner: { archivedAt: null, acceptsOnlineBookings: true } },
        select: { practitionerId: true },
      },
    },
  });
  if (type === null) return refused("not_found");
  const takers = type.visitTypePractitioners.map(({ practitionerId }) => practitionerId);
  if (wish.practitionerId !== undefined && !takers.includes(wish.practitionerId))
    return refused("not_found");
  return type.bookableOnline && takers.length > 0 ? ok(type.id) : refused("not_bookable_online");
}

function daysOf(
  services: Services,
  zone: string,
  { earliestOn, latestOn }: WishInput,
): Result<{ earliestOn: Date | null; latestOn: Date | null }, "days_over" | "range_empty"> {
  const today = services.now.toZonedDateTimeISO(zone).toPlainDate();
  const earliest = earliestOn === undefined ? null : Temporal.PlainDate.from(earliestOn);
  const latest = latestOn === undefined ? null : Temporal.PlainDate.from(latestOn);
  if (latest && Temporal.PlainDate.compare(latest, today) < 0) return refused("days_over");
  if (earliest && latest && Temporal.PlainDate.compare(latest, earliest) < 0)
    return refused("range_empty");
  return ok({
    earliestOn: earliest && fromDay(earliest),
    latestOn: latest && fromDay(latest),
  });
}
