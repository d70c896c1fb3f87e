import type { DiaryVisit } from "../schema";

/** Where a visit would go: a place in the diary, not yet asked for. */
export interface Place {
  readonly startMs: number;
  readonly minutes: number;
  readonly practitionerId: string;
  /** Null takes the first free one. */
  readonly chairId: string | null;
}

export interface Moving extends Place {
  readonly visit: DiaryVisit;
  /** The column it is shown in. */
  readonly columnKey: string;
  readonly by: "pointer" | "keys";
}

const MINUTE_MS = 60_000;

export function placeOfVisit(visit: DiaryVisit): Place {
  return {
    startMs: Date.parse(visit.startsAt),
    minutes: minutesOf(visit),
    practitionerId: visit.practitionerId,
    chairId: visit.chairId,
  };
}

export const minutesOf = ({ startsAt, endsAt }: DiaryVisit) =>
  (Date.parse(endsAt) - Date.parse(startsAt)) / MINUTE_MS;

export const isSamePlace = (a: Place, b: Place) =>
  a.startMs === b.startMs &&
  a.minutes === b.minutes &&
  a.practitionerId === b.practitionerId &&
  a.chairId === b.chairId;

/** The visit as it will be, to be shown until the server answers. */
export function visitAt(visit: DiaryVisit, to: Place): DiaryVisit {
  const before = Date.parse(visit.startsAt) - Date.parse(visit.busyFromAt);
  const after = Date.parse(visit.busyUntilAt) - Date.parse(visit.endsAt);
  const endMs = to.startMs + to.minutes * MINUTE_MS;
  const iso = (ms: number) => new Date(ms).toISOString();
  return {
    ...visit,
    practitionerId: to.practitionerId,
    chairId: to.chairId,
    startsAt: iso(to.startMs),
    endsAt: iso(endMs),
    busyFromAt: iso(to.startMs - before),
    busyUntilAt: iso(endMs + after),
  };
}

/** What a move asks of the server: only what is new. */
export function moveBody(visit: DiaryVisit, to: Place) {
  const from = placeOfVisit(visit);
  return {
    version: visit.version,
    ...(to.startMs !== from.startMs && { startsAt: new Date(to.startMs).toISOString() }),
    ...(to.minutes !== from.minutes && { minutes: to.minutes }),
    ...(to.practitionerId !== from.practitionerId && { practitionerId: to.practitionerId }),
    ...(to.chairId !== null && to.chairId !== from.chairId && { chairId: to.chairId }),
  };
}
