import type { Tx } from "@/db/client";
import {
  type ChangeReminderKind,
  type ChangeRound,
  type ChangeToRemind,
  changeReminderExpiresAt,
} from "@/domain/reminders/change-rounds";
import { queueMail, queueSms } from "@/features/notifications/queue-delivery";
import { type VisitPerson, visitPeopleOf } from "@/features/people/visit-people";
import type { PracticeFacts } from "@/features/practices/current-practice";
import { mayText } from "@/features/reminders/may-text";
import type { Services } from "@/server/services";

export interface ReminderDue {
  readonly planId: string;
  readonly patientId: string;
  readonly change: ChangeToRemind;
}

/** What somebody chooses for each kind, and the words of its mail and text. */
const purposes = {
  evening_before: "change_before",
  on_day: "change_day",
  late: "change_late",
} as const satisfies Record<ChangeReminderKind, string>;

/**
 * Notes each reminder, so that it never comes again, and queues its mails and texts (R23): to the patient's login and to
 * each guardian's, at verified addresses and as they chose. Answers how many were dealt with here.
 */
export async function sendChangeReminders(
  tx: Tx,
  services: Services,
  practice: PracticeFacts,
  round: ChangeRound,
  due: readonly ReminderDue[],
): Promise<number> {
  const fresh: ReminderDue[] = [];
  for (const each of due) if (await note(tx, services, practice.id, each)) fresh.push(each);
  for (const [kind, ofKind] of Map.groupBy(fresh, ({ change }) => change.kind)) {
    const patientIds = ofKind.map(({ patientId }) => patientId);
    const people = await visitPeopleOf(tx, practice.id, patientIds, purposes[kind]);
    for (const each of ofKind) {
      const told = people.get(each.patientId) ?? [];
      const sent = await tell(tx, services, practice, round, { ...each, people: told });
      await settle(tx, practice.id, each, sent);
    }
  }
  return fresh.length;
}

/** False where another run has written all of it. */
async function note(
  tx: Tx,
  services: Services,
  practiceId: string,
  { planId, change }: ReminderDue,
): Promise<boolean> {
  let isOurs = false;
  for (const { stageId, dueOn } of change.stages) {
    const written = await tx.$executeRaw`
      insert into tenant.change_reminder (practice_id, id, plan_id, stage_id, kind, due_on, decided_at)
      values (${practiceId}::uuid, ${services.random.uuid()}::uuid, ${planId}::uuid, ${stageId}::uuid, ${change.kind},
        ${dueOn.toString()}::date, ${new Date(services.now.epochMilliseconds)})
      on conflict do nothing`;
    if (written > 0) isOurs = true;
  }
  return isOurs;
}

interface Sent {
  readonly deliveryIds: readonly string[];
  readonly skippedReason: string | null;
}

/** That there is something, and nothing of it (S23). */
async function tell(
  tx: Tx,
  services: Services,
  practice: PracticeFacts,
  { on }: ChangeRound,
  due: ReminderDue & { readonly people: readonly VisitPerson[] },
): Promise<Sent> {
  const { patientId, people, change } = due;
  const deliveryIds: string[] = [];
  const told = new Set<string>();
  let reason = people.some(({ email, mobile }) => email !== null || mobile !== null)
    ? "not_wanted"
    : "no_recipient";
  for (const person of people) {
    const outgoing = (to: string) => ({
      purpose: purposes[change.kind],
      practiceId: practice.id,
      to,
      language: person.language,
      patientId,
      personId: person.personId,
      values: { page: person.isGuardian ? `/?patient=${patientId}` : "/" },
      expiresAt: changeReminderExpiresAt(on, practice.zone),
    });
    const { email, mobile } = person;
    if (person.wantsMail && email !== null && !told.has(email.toLowerCase())) {
      told.add(email.toLowerCase());
      deliveryIds.push(await queueMail(tx, services, outgoing(email)));
    }
    if (person.wantsTexts && mobile !== null && !told.has(mobile)) {
      told.add(mobile);
      if (await mayText(tx, services, practice.id))
        deliveryIds.push(await queueSms(tx, services, outgoing(mobile)));
      else reason = "texts_stopped";
    }
  }
  return { deliveryIds, skippedReason: deliveryIds.length === 0 ? reason : null };
}

async function settle(tx: Tx, practiceId: string, due: ReminderDue, sent: Sent): Promise<void> {
  const { kind, stages } = due.change;
  await tx.$executeRaw`
    update tenant.change_reminder
    set delivery_ids = ${[...sent.deliveryIds]}::uuid[], skipped_reason = ${sent.skippedReason}
    where practice_id = ${practiceId}::uuid and stage_id = any(${stages.map(({ stageId }) => stageId)}::uuid[])
      and kind = ${kind} and due_on = any(${stages.map(({ dueOn }) => dueOn.toString())}::date[])
      and delivery_ids = '{}' and skipped_reason is null`;
}
