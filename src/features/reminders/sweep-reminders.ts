import type { Tx } from "@/db/client";
import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { decideReminders, type ReminderDecision } from "@/domain/reminders/decide-reminders";
import { quietHoursOf } from "@/features/notifications/quiet-hours";
import type { PracticeFacts } from "@/features/practices/current-practice";
import { inEveryPractice } from "@/features/practices/in-every-practice";
import type { Services } from "@/server/services";
import { type OpenVisit, openReminders } from "./open-reminders";
import { type ReminderToSend, sendReminder } from "./send-reminder";

/** Visits dealt with in one transaction. */
const PER_BATCH = 25;

type Due = Exclude<ReminderDecision, { readonly kind: "wait" }>;

interface DueVisit {
  readonly visit: OpenVisit;
  readonly due: readonly Due[];
}

/**
 * Sends what is due and notes what was passed over, practice by practice (R35). Which reminders there are is read from
 * visits and rules each time, so nothing that moves a visit or changes a rule can forget them. Answers how many.
 */
export function sweepReminders(services: Services): Promise<number> {
  return inEveryPractice(services, sweepPractice);
}

async function sweepPractice(services: Services, practice: PracticeFacts): Promise<number> {
  const visits = await openReminders(services, practice.id);
  if (visits.length === 0) return 0;
  const quiet = await inPractice(services.db, practice.id, (tx) => quietHoursOf(tx, practice.id));
  const clock = { zone: practice.zone, quiet, now: services.now };
  const due = visits.flatMap((visit): DueVisit[] => {
    const decided = decideReminders(visit, visit.rules, clock);
    const ripe = decided.filter((each): each is Due => each.kind !== "wait");
    return ripe.length === 0 ? [] : [{ visit, due: ripe }];
  });
  let settled = 0;
  for (let from = 0; from < due.length; from += PER_BATCH) {
    const batch = due.slice(from, from + PER_BATCH);
    settled += await inPractice(services.db, practice.id, (tx) =>
      settle(tx, services, practice, batch),
    );
  }
  return settled;
}

interface StandingRow {
  readonly id: string;
  readonly patient_id: string;
  readonly starts_at: Date;
  readonly state: "booked" | "confirmed";
}

/**
 * Holds the visits, so that nobody moves them meanwhile; those in other hands are for the next sweep. A row and what it
 * sends are written together: whatever dies here leaves both or neither (S17).
 */
async function settle(
  tx: Tx,
  services: Services,
  practice: PracticeFacts,
  batch: readonly DueVisit[],
): Promise<number> {
  const standing = await tx.$queryRaw<StandingRow[]>`
    select id, patient_id, starts_at, state::text from tenant.appointment
    where practice_id = ${practice.id}::uuid and id = any(${batch.map(({ visit }) => visit.appointmentId)}::uuid[])
      and state in ('booked', 'confirmed')
    order by id for no key update skip locked`;
  const byId = new Map(standing.map((row) => [row.id, row]));
  let settled = 0;
  for (const { visit, due } of batch) {
    const row = byId.get(visit.appointmentId);
    if (!row || !toInstant(row.starts_at).equals(visit.startsAt)) continue;
    for (const decision of due) {
      const rule = visit.rules.find(({ id }) => id === decision.rule.id);
      const reminder: ReminderToSend = {
        id: services.random.uuid(),
        patientId: row.patient_id,
        visitStartsAt: visit.startsAt,
        isConfirmed: row.state === "confirmed",
        channel: decision.rule.channel,
        withoutLogin: rule?.withoutLogin ?? false,
      };
      const isOurs = await write(tx, services, practice, visit.appointmentId, reminder, decision);
      if (!isOurs) continue;
      settled += 1;
      if (decision.kind === "send") await sendReminder(tx, services, practice, reminder);
    }
  }
  return settled;
}

/** False: another sweep has written it. */
async function write(
  tx: Tx,
  services: Services,
  practice: PracticeFacts,
  appointmentId: string,
  reminder: ReminderToSend,
  decision: Due,
): Promise<boolean> {
  const at = fromInstant(services.now);
  const { count } = await tx.reminder.createMany({
    data: [
      {
        practiceId: practice.id,
        id: reminder.id,
        appointmentId,
        ruleId: decision.rule.id,
        visitStartsAt: fromInstant(reminder.visitStartsAt),
        minutesBefore: decision.rule.minutesBefore,
        dueAt: fromInstant(decision.dueAt),
        ...(decision.kind === "skip" && { skippedAt: at, skippedReason: decision.reason }),
      },
    ],
    skipDuplicates: true,
  });
  return count === 1;
}
