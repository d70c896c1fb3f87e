import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import type { Place } from "@/domain/appointments/booking";
import type { DeskWish } from "@/domain/appointments/desk-time";
import { hoursViolations } from "@/domain/appointments/hours-violations";
import { busySpan, type VisitLength } from "@/domain/appointments/visit-rules";
import { ok, type Result, refused } from "@/domain/result";
import { daysSpan, practiceDays } from "@/domain/time/practice-day";
import { MINUTE_MS } from "@/domain/time/time-span";
import type { ClinicActor } from "@/features/access/actors";
import { type ChairWish, chooseChair, releaseExpired } from "@/features/appointments/contend";
import { isoOf } from "@/features/appointments/free-times";
import type { LockedVisit } from "@/features/appointments/lock-appointment";
import type { Services } from "@/server/services";
import { chairsFor, locationFor } from "./choose-place";
import { diaryFactsIn, practitionerTimes } from "./diary-facts";
import type { TimeConflict } from "./schema";
import { type TakenTime, takenTimes } from "./taken-times";

export interface WantedTime {
  readonly patientId: string;
  readonly visitTypeId: string;
  readonly practitionerId: string;
  readonly chairId?: string | undefined;
  readonly startsAt: Temporal.Instant;
  /** Left out: as long as the type of visit. */
  readonly minutes?: number | undefined;
  readonly outsideHours: boolean;
  /** The visit that moves; its own time counts as free. */
  readonly standing?: (LockedVisit & { readonly id: string }) | undefined;
  /** Its patient's wish for another time, which ends when it moves (R31). */
  readonly wishId?: string | undefined;
}

/** A wish of the desk with everything it is judged by, read after the locks. */
export interface JudgedTime extends DeskWish {
  /** What stands in the way; empty where there is a place. */
  readonly conflicts: readonly TimeConflict[];
  /** Live holds in the way that are the patient's or the actor's own: they make room. */
  readonly ownHolds: readonly TakenTime[];
}

/** Reads what is true of the wanted time inside the transaction (S16). Refusal: `not_found` for what is not the practice's. */
export async function judgeTime(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  wanted: WantedTime,
): Promise<Result<JudgedTime, "not_found">> {
  const { practiceId, zone } = actor;
  const { standing, startsAt, practitionerId } = wanted;
  const patient = await tx.patient.findUnique({
    where: { practiceId_id: { practiceId, id: wanted.patientId } },
    select: { archivedAt: true },
  });
  if (!patient) return refused("not_found");
  // A visit is 8 hours long at most: it ends on the next day if not on its own.
  const fromOn = startsAt.toZonedDateTimeISO(zone).toPlainDate();
  const range = { fromOn, toOn: fromOn.add({ days: 2 }) };
  const { startMs, endMs } = daysSpan(zone, range.fromOn, range.toOn);
  const facts = await diaryFactsIn(tx, {
    practiceId,
    fromOn: range.fromOn.toString(),
    toOn: range.toOn.toString(),
    fromAt: isoOf(startMs),
    toAt: isoOf(endMs),
    practitionerId,
  });
  const practitioner = facts.practitioners[0];
  const stays = standing?.practitionerId === practitionerId;
  if (!practitioner || (practitioner.archived && !stays)) return refused("not_found");
  const type = facts.visitTypes.find(({ id }) => id === wanted.visitTypeId);
  if (!type || (type.archived && !standing)) return refused("not_found");
  const { minutes, bufferBeforeMinutes, bufferAfterMinutes } = type;
  const visit: VisitLength = {
    minutes: wanted.minutes ?? minutes,
    bufferBeforeMinutes,
    bufferAfterMinutes,
    gapMinutes: facts.gapMinutes,
  };
  const visitSpan = {
    startMs: startsAt.epochMilliseconds,
    endMs: startsAt.epochMilliseconds + visit.minutes * MINUTE_MS,
  };
  const days = practiceDays(zone, range.fromOn, range.toOn);
  const location = locationFor(facts, practitioner, days, visitSpan, wanted);
  if (!location) return refused("not_found");
  const busy = busySpan(visit, visitSpan.startMs);
  const stretch = { fromAt: isoOf(busy.startMs), untilAt: isoOf(busy.endMs) };
  await releaseExpired(tx, services, practiceId, stretch);
  const chairIds = chairsFor(facts, location.id, wanted);
  const found = await takenTimes(tx, practiceId, {
    ...stretch,
    practitionerId,
    chairIds,
    leftOutId: standing?.id ?? null,
  });
  const isOwn = (one: TakenTime) =>
    one.state === "held" &&
    (one.patientId === wanted.patientId || one.deskPersonId === actor.personId);
  const taken = found.filter((one) => !isOwn(one));
  const { place, conflicts } = await placeOf(tx, practiceId, {
    ...stretch,
    leftOutIds: [...found.filter(isOwn).map(({ id }) => id), standing?.id, wanted.wishId].filter(
      (id) => id !== undefined,
    ),
    practitionerId,
    locationId: location.id,
    chairIds,
    taken,
  });
  return ok({
    patient: { archived: patient.archivedAt !== null },
    visit,
    startsAt,
    place,
    violations: hoursViolations(visitSpan, {
      days,
      location: { id: location.id, weeklyHours: location.hours },
      practitioner: practitionerTimes(practitioner),
      closures: facts.closures,
    }),
    outsideHours: wanted.outsideHours,
    conflicts,
    ownHolds: found.filter(isOwn),
  });
}

/** A free chair for a free practitioner, or what takes either. */
async function placeOf(
  tx: Tx,
  practiceId: string,
  wish: ChairWish & {
    readonly practitionerId: string;
    readonly locationId: string;
    readonly taken: readonly TakenTime[];
  },
): Promise<{ place: Place | null; conflicts: TimeConflict[] }> {
  const { practitionerId, locationId, chairIds, taken } = wish;
  const person = taken.filter((one) => one.practitionerId === practitionerId);
  if (person.length > 0) {
    return { place: null, conflicts: person.map((one) => conflictOf("practitioner", one)) };
  }
  const free = chairIds.filter((id) => !taken.some((one) => one.chairId === id));
  if (chairIds.length > 0 && free.length === 0) {
    return { place: null, conflicts: taken.map((one) => conflictOf("chair", one)) };
  }
  const chairId = await chooseChair(tx, practiceId, { ...wish, chairIds: free });
  return { place: { practitionerId, locationId, chairId }, conflicts: [] };
}

function conflictOf(kind: TimeConflict["kind"], one: TakenTime): TimeConflict {
  const { id: appointmentId, state, startsAt, endsAt } = one;
  return { appointmentId, kind, state, startsAt, endsAt };
}
