import { openSpans } from "@/domain/appointments/open-spans";
import type { PracticeDay } from "@/domain/time/practice-day";
import type { TimeSpan } from "@/domain/time/time-span";
import { type DiaryFacts, locationTimes, practitionerTimes } from "./diary-facts";

interface Wish {
  readonly chairId?: string | undefined;
  readonly standing?: { readonly locationId: string; readonly chairId: string | null } | undefined;
}

type Location = DiaryFacts["locations"][number];

/**
 * Where a visit takes place: at the wanted chair's location, else where the practitioner works then, else where the
 * visit was, else where the practitioner works at all. Undefined for a chair that is not the practice's.
 */
export function locationFor(
  facts: DiaryFacts,
  practitioner: DiaryFacts["practitioners"][number],
  days: readonly PracticeDay[],
  visit: TimeSpan,
  wish: Wish,
): Location | undefined {
  const byId = (id: string | undefined) => facts.locations.find((one) => one.id === id);
  if (wish.chairId !== undefined) {
    return byId(facts.chairs.find(({ id }) => id === wish.chairId)?.locationId);
  }
  const times = practitionerTimes(practitioner);
  const works = days
    .flatMap((day) => openSpans(day, times, locationTimes(facts), [], []))
    .find((open) => open.startMs <= visit.startMs && visit.startMs < open.endMs);
  const usual = practitioner.hours.map(({ locationId }) => byId(locationId)).find(Boolean);
  return byId(works?.locationId) ?? byId(wish.standing?.locationId) ?? usual ?? facts.locations[0];
}

/** The chairs that would do: the wanted one alone, else the location's, the one the visit has first. */
export function chairsFor(facts: DiaryFacts, locationId: string, wish: Wish): string[] {
  if (wish.chairId !== undefined) return [wish.chairId];
  const own = wish.standing?.chairId;
  const ids = facts.chairs.filter((one) => one.locationId === locationId).map(({ id }) => id);
  return ids.sort((a, b) => Number(b === own) - Number(a === own));
}
