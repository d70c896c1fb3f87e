import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { deliveryPractice } from "@/features/practices/delivery-practice";
import { sentence } from "@/lib/sentence";
import { type CalendarReader, calendarEvent } from "./calendar-event";
import { calendarFile } from "./calendar-file";
import { type CalendarRow, calendarColumns, calendarVisit } from "./visit-rows";

/** How far back a feed goes, in practice days; it has no end ahead. */
const PAST_DAYS = 30;
/** Four years of a full diary; no calendar program likes more. */
const MOST_EVENTS = 20_000;
const REFRESH_SECONDS = 3_600;

/** Whose visits a feed shows: those one acts for, or a practitioner's column in the diary. */
export type FeedOf =
  | {
      readonly kind: "visits";
      readonly ownPatientId: string | null;
      readonly childIds: readonly string[];
    }
  | { readonly kind: "diary"; readonly practitionerIds: readonly string[] };

// What was cancelled or missed takes nobody's time and is left out: programs then take the entry away.
const shown = `${calendarColumns} and a.ends_at > $3 and a.state not in ('cancelled', 'no_show')`;
const byColumn = {
  visits: "a.patient_id = any($2::uuid[])",
  diary: "a.practitioner_id = any($2::uuid[])",
} as const;

/** A feed's iCalendar object (R34): the last 30 days and everything to come. Equal rows give equal text. */
export async function feedContent(
  tx: Tx,
  { appUrl, now }: { readonly appUrl: string; readonly now: Temporal.Instant },
  practiceId: string,
  of: FeedOf,
  language: string,
): Promise<string> {
  const practice = await deliveryPractice(tx, practiceId);
  const today = now.toZonedDateTimeISO(practice.zone).startOfDay();
  const ids =
    of.kind === "diary"
      ? of.practitionerIds
      : [...(of.ownPatientId === null ? [] : [of.ownPatientId]), ...of.childIds];
  const rows = await tx.$queryRawUnsafe<CalendarRow[]>(
    `${shown} and ${byColumn[of.kind]} order by a.starts_at, a.id limit ${MOST_EVENTS}`,
    practiceId,
    ids,
    fromInstant(today.subtract({ days: PAST_DAYS }).toInstant()),
  );
  const readerOf = (patientId: string): CalendarReader["as"] =>
    of.kind === "diary" ? "practitioner" : patientId === of.ownPatientId ? "patient" : "guardian";
  const named = of.kind === "diary" ? "nameOfDiary" : "nameOfVisits";
  return calendarFile({
    method: "PUBLISH",
    feed: {
      name: sentence(language, `calendar.feed.${named}`, { practice: practice.name }),
      refreshSeconds: REFRESH_SECONDS,
    },
    events: rows.map((row) =>
      calendarEvent(
        calendarVisit(row),
        practice,
        { as: readerOf(row.patient_id), language },
        appUrl,
      ),
    ),
  });
}
