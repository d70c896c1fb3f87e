import { Temporal } from "temporal-polyfill";
import { nextBestTimes } from "@/domain/appointments/suggested-times";
import type { Services } from "@/server/services";
import type { VisitActor } from "./booker";
import { askedBy, freeTimesOf } from "./free-times";
import type { Slot } from "./schema";
import { slotOf } from "./slot";
import { timeFacts } from "./time-facts";

/** A time that somebody else has. */
export interface LostTime {
  readonly visitTypeId: string;
  readonly practitionerId: string;
  readonly startsAt: string;
  readonly leftOutId?: string | undefined;
  /** Left out: as long as the type of visit. */
  readonly minutes?: number | undefined;
}

const ALTERNATIVES = 6;

/** Free a moment ago, with anybody who takes this type of visit online; a few days before and two weeks after (R30). */
export async function alternativesTo(
  services: Services,
  actor: VisitActor,
  lost: LostTime,
): Promise<(Slot & { practitionerName: string })[]> {
  const startsAt = Temporal.Instant.from(lost.startsAt);
  const on = startsAt.toZonedDateTimeISO(actor.zone).toPlainDate();
  const range = { fromOn: on.subtract({ days: 3 }), toOn: on.add({ days: 15 }) };
  const { visitTypeId, leftOutId = null, minutes } = lost;
  const asked = askedBy(services, actor, {
    ...range,
    visitTypeId,
    practitionerId: null,
    leftOutId,
  });
  const facts = await timeFacts(services.db, asked);
  const visit = facts.visit && { ...facts.visit, ...(minutes !== undefined && { minutes }) };
  const times = freeTimesOf(services, actor, { ...facts, visit }, range);
  const names = new Map(facts.practitioners.map(({ id, name }) => [id, name]));
  return nextBestTimes(startsAt, times, ALTERNATIVES, lost.practitionerId).map((time) => ({
    ...slotOf(time),
    practitionerName: names.get(time.practitionerId) ?? "",
  }));
}
