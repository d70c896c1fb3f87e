import { Temporal } from "temporal-polyfill";
import type { HttpAnswer } from "../http/serve";
import type { Store } from "../store/open-store";
import { freeStates } from "./appointments";
import { invalid } from "./errors";

/** Every practitioner of the simulated PMS works Monday to Friday, in the time of the practice. */
const zone = "Europe/London";
const opens = Temporal.PlainTime.from("09:00");
const closes = Temporal.PlainTime.from("17:00");
const longestSpanDays = 62;

interface Busy {
  readonly practitioner_id: string;
  readonly starts: Date;
  readonly ends: Date;
}

/** `GET /appointments/availability`: the free stretches of at least `duration` minutes between two instants. */
export async function availability(
  store: Store,
  accountId: string,
  query: URLSearchParams,
): Promise<HttpAnswer> {
  const practitioners = query.getAll("practitioner_ids[]").filter((id) => /^\d{1,15}$/.test(id));
  const from = readInstant(query.get("start_time"));
  const to = readInstant(query.get("finish_time"));
  const duration = Number(query.get("duration") ?? "");
  if (practitioners.length === 0) return invalid({ practitioner_ids: "is missing" });
  if (from === undefined) return invalid({ start_time: "is not a time" });
  if (to === undefined || Temporal.Instant.compare(from, to) >= 0) {
    return invalid({ finish_time: "is not a time after the start" });
  }
  if (to.since(from).total("hours") > longestSpanDays * 24) {
    return invalid({ finish_time: "is too far from the start" });
  }
  if (!Number.isInteger(duration) || duration < 1)
    return invalid({ duration: "is not in minutes" });
  const busy = await store.query<Busy>(
    `select body->>'practitioner_id' as practitioner_id,
            (body->>'start_time')::timestamptz as starts, (body->>'finish_time')::timestamptz as ends
     from record where kind = 'appointments' and account_id = $1
       and body->>'practitioner_id' = any($2) and body->>'state' <> all($3)
       and (body->>'start_time')::timestamptz < $5::timestamptz
       and (body->>'finish_time')::timestamptz > $4::timestamptz
     order by starts`,
    [accountId, practitioners, freeStates, from.toString(), to.toString()],
  );
  const items = practitioners.flatMap((id) =>
    workingHours(from, to)
      .flatMap((hours) =>
        subtract(
          hours,
          busy.filter((row) => row.practitioner_id === id),
        ),
      )
      .filter(([start, end]) => end - start >= duration * 60_000)
      .map(([start, end]) => ({
        practitioner_id: Number(id),
        start_time: new Date(start).toISOString(),
        finish_time: new Date(end).toISOString(),
        available_duration: Math.floor((end - start) / 60_000),
      })),
  );
  return { status: 200, body: { availability: items } };
}

/** Epoch milliseconds, half-open. */
type Stretch = readonly [number, number];

function workingHours(from: Temporal.Instant, to: Temporal.Instant): Stretch[] {
  const stretches: Stretch[] = [];
  const last = to.toZonedDateTimeISO(zone).toPlainDate();
  let day = from.toZonedDateTimeISO(zone).toPlainDate();
  for (; Temporal.PlainDate.compare(day, last) <= 0; day = day.add({ days: 1 })) {
    if (day.dayOfWeek > 5) continue;
    const at = (plainTime: Temporal.PlainTime) =>
      day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
    const start = Math.max(at(opens), from.epochMilliseconds);
    const end = Math.min(at(closes), to.epochMilliseconds);
    if (start < end) stretches.push([start, end]);
  }
  return stretches;
}

function subtract([start, end]: Stretch, busy: readonly Busy[]): Stretch[] {
  const free: Stretch[] = [];
  let open = start;
  for (const { starts, ends } of busy) {
    if (starts.getTime() >= end) break;
    if (starts.getTime() > open) free.push([open, starts.getTime()]);
    open = Math.max(open, ends.getTime());
  }
  if (open < end) free.push([open, end]);
  return free;
}

function readInstant(text: string | null): Temporal.Instant | undefined {
  const at = Date.parse(text ?? "");
  return Number.isNaN(at) ? undefined : Temporal.Instant.fromEpochMilliseconds(at);
}
