import type { Tx } from "@/db/client";
import type { Prisma } from "@/db/generated/client";
import { toDay, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result } from "@/domain/result";
import { type OfferState, offerState } from "@/domain/waiting-list/offer-rules";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { visitPeopleOf } from "@/features/people/visit-people";
import type { Services } from "@/server/services";
import { partOf } from "./part-of-day";
import type { DeskEntry, OwnEntry } from "./schema";
import { isTellable } from "./send-offer";
import { awaitingAnswer } from "./waiting-entries";

/** More are read at a time by nobody; a practice with as many has other worries. */
const MOST = 200;
const named = { select: { id: true, name: true } } as const;

const select = {
  id: true,
  appointmentId: true,
  earliestOn: true,
  latestOn: true,
  weekdays: true,
  fromMinute: true,
  untilMinute: true,
  createdAt: true,
  visitType: named,
  practitioner: named,
  patient: {
    select: { id: true, firstName: true, lastName: true, bookingRestrictedAt: true },
  },
  waitingListOffers: {
    select: {
      id: true,
      startsAt: true,
      offeredAt: true,
      expiresAt: true,
      acceptedAt: true,
      declinedAt: true,
      withdrawnAt: true,
      practitioner: named,
    },
    orderBy: { offeredAt: "desc" },
    take: 20,
  },
} satisfies Prisma.WaitingListEntrySelect;

type Row = Prisma.WaitingListEntryGetPayload<{ select: typeof select }>;

/** What this patient waits for, and what they can take right now. */
export function ownWaitingList(
  services: Services,
  actor: PatientActor,
): Promise<Result<{ items: OwnEntry[]; timeZone: string }, never>> {
  const { practiceId, patientId, zone } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const { rows, visits, awaiting } = await liveRows(tx, practiceId, { patientId });
    const items = rows.map((row) => ({
      ...entryView(row, visits),
      awaitsAnswer: awaiting.has(row.id),
      offers: offersOf(services, row)
        .filter(({ state }) => state === "open" && !awaiting.has(row.id))
        .map(({ offeredAt: _at, state: _state, ...offer }) => offer),
    }));
    return ok({ items, timeZone: zone });
  });
}

/** Everybody who waits, the longest first, with what they were offered and why they may be offered nothing. */
export function deskWaitingList(
  services: Services,
  actor: ClinicActor,
): Promise<Result<{ items: DeskEntry[]; timeZone: string }, never>> {
  const { practiceId, zone } = actor;
  return inPractice(services.db, practiceId, async (tx) => {
    const live = await liveRows(tx, practiceId, { patient: { archivedAt: null } });
    const { rows, visits, awaiting } = live;
    const patientIds = rows.map(({ patient }) => patient.id);
    const people = await visitPeopleOf(tx, practiceId, patientIds);
    const hindranceOf = ({ id, patient }: Row): DeskEntry["hindrance"] => {
      if (patient.bookingRestrictedAt) return "booking_restricted";
      if (awaiting.has(id)) return "answer_awaited";
      return people.get(patient.id)?.some(isTellable) ? null : "nobody_to_tell";
    };
    const items = rows.map((row) => {
      const { id, firstName, lastName } = row.patient;
      return {
        ...entryView(row, visits),
        patient: { id, name: `${firstName} ${lastName}` },
        hindrance: hindranceOf(row),
        offers: offersOf(services, row),
      };
    });
    return ok({ items, timeZone: zone });
  });
}

async function liveRows(tx: Tx, practiceId: string, where: Prisma.WaitingListEntryWhereInput) {
  const rows = await tx.waitingListEntry.findMany({
    where: { ...where, practiceId, closedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: MOST,
    select,
  });
  const ids = rows.flatMap(({ appointmentId }) => appointmentId ?? []);
  const found = await tx.appointment.findMany({
    where: { practiceId, id: { in: ids } },
    select: { id: true, startsAt: true },
  });
  return {
    rows,
    visits: new Map(found.map((visit) => [visit.id, visit])),
    awaiting: await awaitingAnswer(
      tx,
      practiceId,
      rows.map(({ id }) => id),
    ),
  };
}

function entryView(row: Row, visits: ReadonlyMap<string, { id: string; startsAt: Date }>) {
  const visit = row.appointmentId === null ? undefined : visits.get(row.appointmentId);
  return {
    id: row.id,
    visitType: row.visitType,
    visit: visit ? { id: visit.id, startsAt: toInstant(visit.startsAt).toString() } : null,
    practitioner: row.practitioner,
    earliestOn: row.earliestOn && toDay(row.earliestOn).toString(),
    latestOn: row.latestOn && toDay(row.latestOn).toString(),
    weekdays: row.weekdays,
    partOfDay: partOf(row),
    waitingSince: toInstant(row.createdAt).toString(),
  };
}

function offersOf(services: Services, row: Row): DeskEntry["offers"] {
  return row.waitingListOffers.map((offer) => {
    const state: OfferState = offerState(offer, services.now);
    return {
      id: offer.id,
      startsAt: toInstant(offer.startsAt).toString(),
      practitioner: offer.practitioner,
      expiresAt: toInstant(offer.expiresAt).toString(),
      offeredAt: toInstant(offer.offeredAt).toString(),
      state,
    };
  });
}
