import type { Diary } from "../../schema";
import { dayInZone } from "../../view/calendar-days";
import type { DayColumns, DiaryColumn } from "../../view/diary-columns";
import type { Place } from "../moving-types";

const STEP_MS = 5 * 60_000;

/** A free time that was pointed at; over a chair, with whoever works then. */
export function placeInColumn(
  diary: Diary,
  { practitionerId, chairId }: Pick<DiaryColumn, "practitionerId" | "chairId">,
  startMs: number,
): Omit<Place, "minutes"> {
  return { startMs, chairId, practitionerId: practitionerId ?? working(diary, startMs) };
}

function working({ practitioners }: Diary, atMs: number): string {
  const here = practitioners.filter(({ archived }) => !archived);
  const found = here.find(({ days }) =>
    days.some(({ spans }) =>
      spans.some(
        ({ kind, startsAt, endsAt }) =>
          kind === "open" && Date.parse(startsAt) <= atMs && atMs < Date.parse(endsAt),
      ),
    ),
  );
  return (found ?? here[0])?.id ?? "";
}

/** Where a booking begins that pointed at no time: now or the first open minute of what is shown. */
export function firstPlace(
  diary: Diary,
  days: readonly DayColumns[],
  nowMs: number,
): Omit<Place, "minutes"> {
  const soon = Math.ceil(nowMs / STEP_MS) * STEP_MS;
  const columns = days.flatMap((day) => day.columns);
  for (const column of columns) {
    const open = column.spans.find(
      ({ kind, endsAt }) => kind === "open" && Date.parse(endsAt) > soon,
    );
    if (open) return placeInColumn(diary, column, Math.max(soon, Date.parse(open.startsAt)));
  }
  const day = days[0]?.day;
  const isPast = !day || dayInZone(soon, diary.timeZone) >= day.on;
  const startMs = isPast ? soon : day.startMs + 9 * 3_600_000;
  return placeInColumn(diary, columns[0] ?? { practitionerId: null, chairId: null }, startMs);
}
