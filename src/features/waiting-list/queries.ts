import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import type { Prisma } from "@/db/generated/client";
import { fromInstant, toDay, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { type Ok, ok, type Result } from "@/domain/result";
import { type OfferState, offerState } from "@/domain/waiting-list/offer-rules";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { visitPeopleOf } from "@/features/people/visit-people";
import type { Services } from "@/server/services";
import { partOf } from "./part-of-day";
import type { DeskEntry, DeskListQuery, OwnEntry } from "./schema";
import { isTellable } from "./send-offer";
import { awaitingAnswer, tooCloseToMove } from "./waiting-entries";

/** A page of the desk's list. */
export const WAITING_PER_PAGE = 100;
/** One live entry a visit type and one a visit: a patient has a handful. */
const MOST_OWN = 200;
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
    const { rows, visits, awaiting } = await liveRows(tx, practiceId, { patientId }, MOST_OWN);
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

/** Who waits, the longest first, a page at a time, with what they were offered and why they may be offered nothing. */
export function deskWaitingList(
  services: Services,
  actor: ClinicActor,
  { cursor }: DeskListQuery,
): Promise<Ok<{ items: DeskEntry[]; next: string | null; timeZone: string }>> {
  const { practiceId, zone } = actor;
  const [at, id] = cursor?.split(".") ?? [];
  const after =
    at === undefined || id === undefined
      ? {}
      : {
          OR: [
            { createdAt: { gt: millisecondDate(at) } },
            { createdAt: millisecondDate(at), id: { gt: id } },
          ],
        };
  return inPractice(services.db, practiceId, async (tx) => {
    const items = await deskEntries(tx, services, actor, after, WAITING_PER_PAGE + 1);
    const shown = items.slice(0, WAITING_PER_PAGE);
    const last = shown.at(-1);
    const next =
      items.length > WAITING_PER_PAGE && last
        ? `${Temporal.Instant.from(last.waitingSince).epochMilliseconds}.${last.id}`
        : null;
    return ok({ items: shown, next, timeZone: zone });
  });
}

/** One who waits, as the desk's list shows them, or null. */
export function deskWaitingEntry(
  services: Services,
  actor: ClinicActor,
  id: string,
): Promise<DeskEntry | null> {
  return inPractice(services.db, actor.practiceId, async (tx) => {
    const [entry] = await deskEntries(tx, services, actor, { id }, 1);
    return entry ?? null;
  });
}

async function deskEntries(
  tx: Tx,
  services: Services,
  { practiceId }: ClinicActor,
  where: Prisma.WaitingListEntryWhereInput,
  most: number,
): Promise<DeskEntry[]> {
  const live = await liveRows(tx, practiceId, { ...where, patient: { archivedAt: null } }, most);
  const { rows, visits, awaiting } = live;
  const patientIds = rows.map(({ patient }) => patient.id);
  const people = await visitPeopleOf(tx, practiceId, patientIds);
  const tooClose = await tooCloseToMove(
    tx,
    practiceId,
    rows.map(({ id }) => id),
  );
  const hindranceOf = ({ id, patient }: Row): DeskEntry["hindrance"] => {
    if (patient.bookingRestrictedAt) return "booking_restricted";
    if (awaiting.has(id)) return "answer_awaited";
    if (tooClose.has(id)) return "not_movable";
    return people.get(patient.id)?.some(isTellable) ? null : "nobody_to_tell";
  };
  return rows.map((row) => {
    const { id, firstName, lastName } = row.patient;
    return {
      ...entryView(row, visits),
      patient: { id, name: `${firstName} ${lastName}` },
      hindrance: hindranceOf(row),
      offers: offersOf(services, row),
    };
  });
}

const millisecondDate = (text: string) =>
  fromInstant(Temporal.Instant.fromEpochMilliseconds(Number(text)));

async function liveRows(
  tx: Tx,
  practiceId: string,
  where: Prisma.WaitingListEntryWhereInput,
  most: number,
) {
  const rows = await tx.waitingListEntry.findMany({
    where: { ...where, practiceId, closedAt: null },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: most,
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
