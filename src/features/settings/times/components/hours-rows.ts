import { clock } from "../said";

/** A block of hours as it stands in the editor; times as the browser's own field gives them. */
export interface HoursRow {
  readonly key: number;
  readonly weekday: number;
  readonly opens: string;
  readonly closes: string;
  readonly locationId: string;
  readonly validFrom: string;
  readonly validUntil: string;
}

interface Block {
  readonly weekday: number;
  readonly opensMinute: number;
  readonly closesMinute: number;
  readonly locationId?: string;
  readonly validFromOn?: string | null;
  readonly validUntilOn?: string | null;
}

export function rowsOf(blocks: readonly Block[]): HoursRow[] {
  return blocks.map((block, key) => ({
    key,
    weekday: block.weekday,
    opens: clock(block.opensMinute),
    closes: clock(block.closesMinute % 1440),
    locationId: block.locationId ?? "",
    validFrom: block.validFromOn ?? "",
    validUntil: block.validUntilOn ?? "",
  }));
}

/** One more block on a weekday: after the last one of that day, or nine to five. */
export function rowAfter(
  rows: readonly HoursRow[],
  weekday: number,
  locations: readonly { readonly id: string }[] | null,
): HoursRow {
  const last = rows.filter((row) => row.weekday === weekday).at(-1);
  const key = Math.max(-1, ...rows.map((row) => row.key)) + 1;
  const locationId = last?.locationId ?? rows[0]?.locationId ?? locations?.[0]?.id ?? "";
  const free = { key, weekday, locationId, validFrom: "", validUntil: "" };
  return last
    ? { ...free, opens: last.closes, closes: "" }
    : { ...free, opens: "09:00", closes: "17:00" };
}

/** Blocks for the server; what is unfinished goes as it is, so that it is refused at the field. */
export function blocksOf(rows: readonly HoursRow[], withPlace: boolean) {
  return rows.map((row) => ({
    weekday: row.weekday,
    ...minutesOf(row),
    ...(withPlace && {
      locationId: row.locationId,
      validFromOn: row.validFrom || null,
      validUntilOn: row.validUntil || null,
    }),
  }));
}

/** Minutes after midnight; an end at 00:00 is the day's end. */
export function minutesOf({ opens, closes }: { readonly opens: string; readonly closes: string }) {
  const closesMinute = minuteOf(closes);
  return { opensMinute: minuteOf(opens), closesMinute: closesMinute === 0 ? 1440 : closesMinute };
}

function minuteOf(time: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(time) ?? [];
  return hours === undefined ? null : Number(hours) * 60 + Number(minutes);
}
