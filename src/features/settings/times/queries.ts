import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { isoOf } from "@/features/appointments/free-times";
import type { Services } from "@/server/services";
import { seenOf } from "../seen";
import { openingHoursOf, workingHoursOf } from "./change-hours";
import { orderOf } from "./change-visit-type";
import { comingVisits } from "./displaced";
import { type ChairView, chairsIn, locationsIn, type PlaceView } from "./places";
import { daysAhead, type TimesFacts, timesFactsIn } from "./times-facts";

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** Everything the pages of types, hours and rules show, in one transaction. */
export async function timesSettings(services: Services, actor: ClinicActor) {
  const facts = await inPractice(services.db, actor.practiceId, (tx) =>
    timesFactsIn(tx, actor, daysAhead(services, actor.zone)),
  );
  const { hours, rules, types } = facts;
  const practitioners: Named[] = hours.practitioners
    .filter(({ archived }) => !archived)
    .map(({ id, name }) => ({ id, name }));
  return {
    facts,
    practitioners,
    locations: hours.locations.map(({ id, name }): Named => ({ id, name })),
    rules: { ...rules, seen: seenOf(rules) },
    types: types.map((type) => ({ ...type, seen: seenOf(type) })),
    order: { ids: orderOf(types), seen: seenOf(orderOf(types)) },
    today: services.now.toZonedDateTimeISO(actor.zone).toPlainDate().toString(),
  };
}

export function openingHoursView(facts: TimesFacts, id: string) {
  const hours = openingHoursOf(facts, id);
  return { hours, seen: seenOf(hours) };
}

export function workingHoursView(facts: TimesFacts, id: string) {
  const hours = workingHoursOf(facts, id);
  return { hours, seen: seenOf(hours) };
}

/** A practitioner's days with other hours, from today on. */
export function dayHoursView(facts: TimesFacts, id: string) {
  const exceptions = facts.hours.practitioners.find((one) => one.id === id)?.exceptions ?? [];
  const days = [...new Set(exceptions.map(({ on }) => on))].sort();
  return {
    none: seenOf([]),
    days: days.map((on) => {
      const hours = exceptions.filter((exception) => exception.on === on);
      return { on, hours, seen: seenOf(hours) };
    }),
  };
}

export interface AbsenceView {
  readonly id: string;
  readonly kind: "time_off" | "break";
  readonly startsAt: string;
  readonly endsAt: string;
  readonly reason: string | null;
}

/** What a practitioner has off that is not over. */
export async function absencesOf(
  services: Services,
  { practiceId }: ClinicActor,
  practitionerId: string,
): Promise<AbsenceView[]> {
  const rows = await inPractice(services.db, practiceId, (tx) =>
    tx.timeOff.findMany({
      where: { practiceId, practitionerId, endsAt: { gt: fromInstant(services.now) } },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      take: 100,
      select: { id: true, kind: true, startsAt: true, endsAt: true, reason: true },
    }),
  );
  return rows.map(({ startsAt, endsAt, ...row }) => ({
    ...row,
    startsAt: toInstant(startsAt).toString(),
    endsAt: toInstant(endsAt).toString(),
  }));
}

export interface ClosureView {
  readonly id: string;
  readonly location: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly reason: string;
}

/** What is closed and not over, by start. */
export async function closuresAhead(
  services: Services,
  { practiceId }: ClinicActor,
): Promise<ClosureView[]> {
  const rows = await inPractice(services.db, practiceId, (tx) =>
    tx.closure.findMany({
      where: { practiceId, endsAt: { gt: fromInstant(services.now) } },
      orderBy: [{ startsAt: "asc" }, { id: "asc" }],
      take: 200,
      select: {
        id: true,
        startsAt: true,
        endsAt: true,
        reason: true,
        location: { select: { name: true } },
      },
    }),
  );
  return rows.map(({ startsAt, endsAt, location, ...row }) => ({
    ...row,
    startsAt: toInstant(startsAt).toString(),
    endsAt: toInstant(endsAt).toString(),
    location: location?.name ?? null,
  }));
}

export interface ChairLine extends ChairView {
  readonly seen: string;
  /** Coming visits, the first of them by name and time. */
  readonly visits: readonly { readonly startsAt: string; readonly patient: string }[];
}

export interface LocationLine extends PlaceView {
  readonly seen: string;
  readonly chairs: readonly ChairLine[];
}

/** Locations with their chairs, what is archived last. */
export async function placesView(
  services: Services,
  { practiceId }: ClinicActor,
): Promise<LocationLine[]> {
  const [locations, chairs, visits] = await inPractice(services.db, practiceId, async (tx) => [
    await locationsIn(tx, practiceId),
    await chairsIn(tx, practiceId),
    await comingVisits(tx, services, practiceId),
  ]);
  const lines = locations.map((location) => ({
    ...location,
    seen: seenOf(location),
    chairs: byArchived(chairs.filter(({ locationId }) => locationId === location.id)).map(
      (chair) => ({
        ...chair,
        seen: seenOf(chair),
        visits: visits
          .filter(({ chairId }) => chairId === chair.id)
          .map(({ startMs, patient }) => ({ startsAt: isoOf(startMs), patient })),
      }),
    ),
  }));
  return byArchived(lines);
}

function byArchived<Line extends { readonly archived: boolean }>(lines: readonly Line[]): Line[] {
  return [...lines].sort((one, other) => Number(one.archived) - Number(other.archived));
}
