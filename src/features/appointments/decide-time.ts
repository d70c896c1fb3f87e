import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import type { Place, TakenTime, TimeWish } from "@/domain/appointments/booking";
import { type FreeTime, findFreeTime } from "@/domain/appointments/free-times";
import { busySpan } from "@/domain/appointments/visit-rules";
import { ok, type Result, refused } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { bookerRole } from "./booker";
import { chooseChair, releaseExpired } from "./contend";
import { askedBy, bookableVisit, freeTimesOf, isoOf } from "./free-times";
import { type TimeFacts, timeFactsIn } from "./time-facts";

interface Wanted {
  readonly visitTypeId: string;
  readonly practitionerId: string;
  readonly startsAt: string;
  /** The visit that moves; its own time counts as free. */
  readonly leftOutId?: string;
}

/** A wish for a time with everything it is judged by, read after the locks. */
export interface JudgedWish extends TimeWish {
  readonly facts: TimeFacts;
}

/** Reads the day of the wanted time inside the transaction and finds its place among the free times (R29, S16). */
export async function judgeWish(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  wanted: Wanted,
): Promise<Result<JudgedWish, "not_found" | "view_only">> {
  const startsAt = Temporal.Instant.from(wanted.startsAt);
  const on = startsAt.toZonedDateTimeISO(actor.zone).toPlainDate();
  const range = { fromOn: on, toOn: on.add({ days: 1 }) };
  const { visitTypeId, practitionerId, leftOutId = null } = wanted;
  const facts = await timeFactsIn(
    tx,
    askedBy(services, actor, { ...range, visitTypeId, practitionerId, leftOutId }),
  );
  const visit = bookableVisit(facts);
  if (facts.patient === null || visit === null) return refused("not_found");
  if (!facts.patient.mayAct) return refused("view_only");
  const times = freeTimesOf(services, actor, facts, range);
  const time = findFreeTime(times, startsAt, practitionerId);
  return ok({
    actor: bookerRole(actor),
    patient: facts.patient,
    visit,
    notices: facts.settings,
    zone: actor.zone,
    startsAt,
    place:
      time === undefined
        ? null
        : await placeOf(tx, services, actor, { time, visit, facts, leftOutId }),
    facts,
  });
}

async function placeOf(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  {
    time,
    visit,
    facts,
    leftOutId,
  }: {
    readonly time: FreeTime;
    readonly visit: TimeWish["visit"];
    readonly facts: TimeFacts;
    readonly leftOutId: string | null;
  },
): Promise<Place> {
  const busy = busySpan(visit, time.startsAtMs);
  const stretch = { fromAt: isoOf(busy.startMs), untilAt: isoOf(busy.endMs) };
  if (facts.expiredHolds) await releaseExpired(tx, services, actor.practiceId, stretch);
  const chairId = await chooseChair(tx, actor.practiceId, {
    ...stretch,
    chairIds: time.chairIds,
    leftOutIds: leftOutId === null ? [] : [leftOutId],
  });
  return { practitionerId: time.practitionerId, locationId: time.locationId, chairId };
}

/** The columns of a taken time. */
export function timeColumns(taken: TakenTime) {
  const at = (instant: Temporal.Instant) => new Date(instant.epochMilliseconds);
  return {
    practitionerId: taken.practitionerId,
    locationId: taken.locationId,
    chairId: taken.chairId,
    startsAt: at(taken.startsAt),
    endsAt: at(taken.endsAt),
    practitionerBusyFromAt: at(taken.busyFromAt),
    practitionerBusyUntilAt: at(taken.busyUntilAt),
    chairBusyFromAt: at(taken.busyFromAt),
    chairBusyUntilAt: at(taken.busyUntilAt),
  };
}
