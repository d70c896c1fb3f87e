import { Temporal } from "temporal-polyfill";
import { inPractice } from "@/db/transaction";
import { fitsWish } from "@/domain/waiting-list/fits-wish";
import type { ClinicActor } from "@/features/access/actors";
import { isoOf } from "@/features/appointments/free-times";
import type { Services } from "@/server/services";
import { bookableTimes } from "./bookable-times";
import { liveEntry } from "./waiting-entries";

const DAYS_SHOWN = 6;
const TIMES_A_DAY = 12;

export interface TimeToOffer {
  readonly at: string;
  /** YYYY-MM-DD, of the practice. */
  readonly on: string;
  readonly practitioner: { readonly id: string; readonly name: string };
}

/** The first days with times that somebody who waits could be offered, within two months; null: they wait no longer. */
export function timesToOffer(
  services: Services,
  { practiceId, zone }: ClinicActor,
  id: string,
): Promise<readonly TimeToOffer[] | null> {
  return inPractice(services.db, practiceId, async (tx) => {
    const entry = await liveEntry(tx, practiceId, id);
    if (entry === null) return null;
    const fromOn = services.now.toZonedDateTimeISO(zone).toPlainDate();
    const range = { fromOn, toOn: fromOn.add({ days: 62 }) };
    const found = await bookableTimes(tx, services, { id: practiceId, zone }, entry, range);
    const people = await tx.practitioner.findMany({
      where: { practiceId },
      select: { id: true, name: true },
    });
    const names = new Map(people.map((person) => [person.id, person.name]));
    const byDay = new Map<string, TimeToOffer[]>();
    for (const time of found?.times ?? []) {
      if (!fitsWish(time, entry.wish, zone)) continue;
      const at = isoOf(time.startsAtMs);
      const on = dayOf(time.startsAtMs, zone);
      const ofDay = byDay.get(on) ?? [];
      if (byDay.size === DAYS_SHOWN && ofDay.length === 0) break;
      byDay.set(on, ofDay);
      const { practitionerId } = time;
      const practitioner = { id: practitionerId, name: names.get(practitionerId) ?? "" };
      if (ofDay.length < TIMES_A_DAY) ofDay.push({ at, on, practitioner });
    }
    return [...byDay.values()].flat();
  });
}

function dayOf(epochMs: number, zone: string): string {
  return Temporal.Instant.fromEpochMilliseconds(epochMs)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .toString();
}
