import type { Temporal } from "temporal-polyfill";
import { readInPractice } from "@/db/read";
import { toInstant } from "@/db/time";
import type { ReminderChannel, StandingRule } from "@/domain/reminders/decide-reminders";
import type { Services } from "@/server/services";

/** Rules of a visit that have neither sent nor passed over their reminder of its present time. */
export interface OpenVisit {
  readonly appointmentId: string;
  readonly startsAt: Temporal.Instant;
  readonly standsSinceAt: Temporal.Instant;
  readonly lastSentAt: Readonly<Partial<Record<ReminderChannel, Temporal.Instant>>>;
  readonly rules: readonly (StandingRule & { readonly withoutLogin: boolean })[];
}

interface Row {
  readonly appointment_id: string;
  readonly starts_at: Date;
  readonly stands_since_at: Date;
  readonly last_sent_at: Date | null;
  readonly rule_id: string;
  readonly minutes_before: number;
  readonly channel: ReminderChannel;
  readonly counts_from_at: Date | null;
  readonly without_login: boolean;
}

const MOST_ROWS = 2_000;

/**
 * Rule by rule the visits that may be due: the quiet hours and a change of the clocks move a reminder to up to 22 hours
 * earlier. Of visits that have begun only yesterday's, so that what was missed is noted.
 */
export const openRemindersRead = {
  name: "open-reminders",
  text: `select a.id as appointment_id, a.starts_at, coalesce(stands.since_at, a.created_at) as stands_since_at,
      sent.at as last_sent_at, r.id as rule_id, r.minutes_before, r.channel::text as channel, r.counts_from_at, r.without_login
    from tenant.reminder_rule r
    cross join lateral (select v.practice_id, v.id, v.starts_at, v.created_at from tenant.appointment v
      where v.practice_id = $1::uuid and v.state in ('booked', 'confirmed')
        and v.starts_at > $2::timestamptz - interval '1 day'
        and v.starts_at <= $2::timestamptz + make_interval(hours => 22, mins => r.minutes_before)
        and (r.visit_type_id is null or r.visit_type_id = v.visit_type_id)
      -- Rule by rule, so that the index ends where the rule's own visits end.
      offset 0) a
    left join lateral (select max(e.at) as since_at from tenant.appointment_event e
      where e.practice_id = a.practice_id and e.appointment_id = a.id and e.starts_at = a.starts_at
        and e.event in ('book', 'approve', 'reschedule')) stands on true
    left join lateral (select max(x.sent_at) as at from tenant.reminder x
      join tenant.reminder_rule o on o.practice_id = x.practice_id and o.id = x.rule_id and o.channel = r.channel
      where x.practice_id = a.practice_id and x.appointment_id = a.id and x.visit_starts_at = a.starts_at) sent on true
    where r.practice_id = $1::uuid and r.active
      and not exists (select from tenant.reminder x where x.practice_id = a.practice_id and x.appointment_id = a.id
        and x.rule_id = r.id and x.visit_starts_at = a.starts_at and x.minutes_before = r.minutes_before)
    order by a.starts_at - make_interval(mins => r.minutes_before), a.id limit ${MOST_ROWS}`,
} as const;

/** What may be due in a practice now, the most urgent first, at most 2,000 at a time. */
export async function openReminders(services: Services, practiceId: string): Promise<OpenVisit[]> {
  const values = [practiceId, services.now.toString()];
  const rows = await readInPractice<Row>(services.db, practiceId, openRemindersRead, values);
  const byVisit = Map.groupBy(rows, (row) => row.appointment_id);
  return [...byVisit.values()].flatMap((ofVisit) => {
    const [first] = ofVisit;
    if (!first) return [];
    const sent = ofVisit.flatMap(({ channel, last_sent_at: at }) =>
      at === null ? [] : [[channel, toInstant(at)] as const],
    );
    return {
      appointmentId: first.appointment_id,
      startsAt: toInstant(first.starts_at),
      standsSinceAt: toInstant(first.stands_since_at),
      lastSentAt: Object.fromEntries(sent),
      rules: ofVisit.map((row) => ({
        id: row.rule_id,
        minutesBefore: row.minutes_before,
        channel: row.channel,
        countsFromAt: row.counts_from_at && toInstant(row.counts_from_at),
        withoutLogin: row.without_login,
      })),
    };
  });
}
