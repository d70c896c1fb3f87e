import type { Tx } from "@/db/client";
import { partOf } from "@/features/waiting-list/part-of-day";
import { instantText as at, dayText as day } from "./texts";

interface Whose {
  readonly practiceId: string;
  readonly patientId: string;
}

/**
 * Every visit that was ever asked for or booked, with how it went; times only held for a moment and the desk's note for
 * the practice are left out (S23).
 */
export async function ownVisits(tx: Tx, { practiceId, patientId }: Whose) {
  const visits = await tx.appointment.findMany({
    where: { practiceId, patientId, state: { notIn: ["held", "released"] } },
    orderBy: { startsAt: "asc" },
    select: {
      startsAt: true,
      endsAt: true,
      state: true,
      bookedFrom: true,
      cancelledBy: true,
      cancelReason: true,
      createdAt: true,
      visitType: { select: { name: true } },
      practitioner: { select: { name: true } },
      location: { select: { name: true } },
    },
  });
  return visits.map(
    ({ startsAt, endsAt, createdAt, visitType, practitioner, location, ...rest }) => ({
      startsAt: at(startsAt),
      endsAt: at(endsAt),
      visitType: visitType.name,
      orthodontist: practitioner.name,
      location: location.name,
      ...rest,
      bookedAt: at(createdAt),
    }),
  );
}

/** ISO weekdays, from Monday on: what a wish that names none means. */
const everyDay = [1, 2, 3, 4, 5, 6, 7];

/** Wishes for an earlier time, with the times that were offered. */
export async function ownWaitingList(tx: Tx, { practiceId, patientId }: Whose) {
  const entries = await tx.waitingListEntry.findMany({
    where: { practiceId, patientId },
    orderBy: { createdAt: "asc" },
    select: {
      earliestOn: true,
      latestOn: true,
      weekdays: true,
      fromMinute: true,
      untilMinute: true,
      byText: true,
      createdAt: true,
      closedAt: true,
      visitType: { select: { name: true } },
      practitioner: { select: { name: true } },
      waitingListOffers: {
        orderBy: { offeredAt: "asc" },
        select: {
          startsAt: true,
          offeredAt: true,
          acceptedAt: true,
          declinedAt: true,
          withdrawnAt: true,
        },
      },
    },
  });
  return entries.map(({ visitType, practitioner, weekdays, waitingListOffers, ...entry }) => ({
    visitType: visitType.name,
    orthodontist: practitioner?.name ?? null,
    earliestOn: day(entry.earliestOn),
    latestOn: day(entry.latestOn),
    weekdays: weekdays.length > 0 ? weekdays : everyDay,
    partOfDay: partOf(entry),
    byText: entry.byText,
    askedAt: at(entry.createdAt),
    closedAt: at(entry.closedAt),
    offers: waitingListOffers.map((offer) => ({
      startsAt: at(offer.startsAt),
      offeredAt: at(offer.offeredAt),
      acceptedAt: at(offer.acceptedAt),
      declinedAt: at(offer.declinedAt),
      withdrawnAt: at(offer.withdrawnAt),
    })),
  }));
}

/** What the patient told the portal day by day: wear, check-ins, problems. */
export async function ownDailyLife(tx: Tx, { practiceId, patientId }: Whose) {
  const where = { practiceId, patientId };
  const wear = await tx.wearLog.findMany({
    where,
    orderBy: { on: "asc" },
    select: { on: true, minutes: true },
  });
  const checkIns = await tx.checkIn.findMany({
    where,
    orderBy: { createdAt: "asc" },
    select: {
      state: true,
      dueOn: true,
      note: true,
      verdictNote: true,
      reviewedByName: true,
      createdAt: true,
      submittedAt: true,
      reviewedAt: true,
    },
  });
  const problems = await tx.alignerProblem.findMany({
    where,
    orderBy: { reportedAt: "asc" },
    select: {
      kind: true,
      noticedOn: true,
      words: true,
      advice: true,
      reportedAt: true,
      answeredAt: true,
    },
  });
  return {
    wear: wear.map(({ on, minutes }) => ({ on: day(on), minutes })),
    checkIns: checkIns.map(({ dueOn, createdAt, submittedAt, reviewedAt, ...rest }) => ({
      ...rest,
      dueOn: day(dueOn),
      askedAt: at(createdAt),
      submittedAt: at(submittedAt),
      reviewedAt: at(reviewedAt),
    })),
    problems: problems.map(({ noticedOn, reportedAt, answeredAt, ...rest }) => ({
      ...rest,
      noticedOn: day(noticedOn),
      reportedAt: at(reportedAt),
      answeredAt: at(answeredAt),
    })),
  };
}
