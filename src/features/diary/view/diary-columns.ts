import type { Diary, DiarySpan, DiaryVisit } from "../schema";
import type { AxisDay } from "./day-axis";
import type { DiaryWish } from "./diary-address";

type Practitioner = Diary["practitioners"][number];

/** A shorter visit is drawn this high all the same, to be read and pressed (WCAG 2.5.8). */
export const LEAST_DRAWN_MINUTES = 10;
const MINUTE_MS = 60_000;

/** A visit with its place beside others that are drawn at the same height: a missed or a very short one, usually. */
export interface PlacedVisit {
  readonly visit: DiaryVisit;
  readonly lane: number;
  readonly lanes: number;
}

/** One practitioner or one chair on one day. */
export interface DiaryColumn {
  readonly key: string;
  readonly day: AxisDay;
  readonly practitionerId: string | null;
  readonly chairId: string | null;
  /** Of the practitioner or chair; null is "no chair". */
  readonly name: string | null;
  readonly spans: readonly DiarySpan[];
  readonly visits: readonly PlacedVisit[];
  /** Nobody works and nothing is booked. */
  readonly idle: boolean;
}

export interface DayColumns {
  readonly day: AxisDay;
  readonly columns: readonly DiaryColumn[];
}

/** The columns of every shown day (R36): by practitioner, or by chair. */
export function columnsOf(
  diary: Diary,
  days: readonly AxisDay[],
  wish: Pick<DiaryWish, "by" | "who">,
): DayColumns[] {
  const visits = diary.appointments;
  return days.map((day) => {
    const today = visits.filter(
      ({ startsAt, endsAt }) =>
        Date.parse(startsAt) < day.endMs && Date.parse(endsAt) > day.startMs,
    );
    const columns =
      wish.by === "chair"
        ? chairs(diary, day, today, wish.who)
        : people(diary, day, today, wish.who);
    return { day, columns };
  });
}

function people(
  { practitioners }: Diary,
  day: AxisDay,
  visits: readonly DiaryVisit[],
  who: string | null,
): DiaryColumn[] {
  const shown = practitioners.filter(({ id }) => who === null || id === who);
  return shown.map((one) =>
    column(
      day,
      visits.filter(({ practitionerId }) => practitionerId === one.id),
      {
        practitionerId: one.id,
        chairId: null,
        name: one.name,
        spans: spansOn(one, day),
      },
    ),
  );
}

/** Chairs by the names people know: with several locations, each with its own. */
export function namedChairs({ chairs, locations }: Pick<Diary, "chairs" | "locations">) {
  if (locations.length < 2) return chairs;
  const places = new Map(locations.map(({ id, name }) => [id, name]));
  return chairs.map((chair) => ({
    ...chair,
    name: `${chair.name}, ${places.get(chair.locationId)}`,
  }));
}

function chairs(
  diary: Diary,
  day: AxisDay,
  visits: readonly DiaryVisit[],
  who: string | null,
): DiaryColumn[] {
  const shown = namedChairs(diary).filter(({ id }) => who === null || id === who);
  const here = (locationId: string) =>
    diary.practitioners
      .flatMap((one) => spansOn(one, day))
      .filter(
        (span) =>
          span.locationId === locationId || (span.locationId === null && span.kind === "closed"),
      )
      .filter(({ kind }) => kind === "open" || kind === "closed")
      .filter(isFirst);
  const made = shown.map((chair) =>
    column(
      day,
      visits.filter(({ chairId }) => chairId === chair.id),
      {
        practitionerId: null,
        chairId: chair.id,
        name: chair.name,
        spans: here(chair.locationId),
      },
    ),
  );
  const without = visits.filter(({ chairId }) => chairId === null);
  if (who !== null || without.length === 0) return made;
  return [
    ...made,
    column(day, without, { practitionerId: null, chairId: null, name: null, spans: [] }),
  ];
}

const spansOn = (one: Practitioner, { on }: AxisDay) =>
  one.days.find((day) => day.on === on)?.spans ?? [];

const isFirst = (span: DiarySpan, at: number, all: readonly DiarySpan[]) =>
  all.findIndex(
    (one) => one.kind === span.kind && one.startsAt === span.startsAt && one.endsAt === span.endsAt,
  ) === at;

function column(
  day: AxisDay,
  visits: readonly DiaryVisit[],
  what: Pick<DiaryColumn, "practitionerId" | "chairId" | "name" | "spans">,
): DiaryColumn {
  return {
    ...what,
    key: `${day.on}.${what.practitionerId ?? what.chairId ?? "none"}`,
    day,
    visits: laned(visits),
    idle: visits.length === 0 && !what.spans.some(({ kind }) => kind === "open"),
  };
}

/** Side by side where times as they are drawn meet, the earlier one first. */
function laned(visits: readonly DiaryVisit[]): PlacedVisit[] {
  const placed: { visit: DiaryVisit; lane: number; group: number }[] = [];
  const width = new Map<number, number>();
  let ends: number[] = [];
  let group = 0;
  for (const visit of visits) {
    const startMs = Date.parse(visit.startsAt);
    if (ends.every((end) => end <= startMs)) {
      ends = [];
      group += 1;
    }
    const free = ends.findIndex((end) => end <= startMs);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = Math.max(Date.parse(visit.endsAt), startMs + LEAST_DRAWN_MINUTES * MINUTE_MS);
    width.set(group, ends.length);
    placed.push({ visit, lane, group });
  }
  return placed.map(({ visit, lane, group: of }) => ({ visit, lane, lanes: width.get(of) ?? 1 }));
}
