import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import type { ReminderChannel } from "@/domain/reminders/decide-reminders";
import { queueMail, queueSms } from "@/features/notifications/queue-delivery";
import { makeVisitLink } from "@/features/people/visit-link-token";
import type { PracticeFacts } from "@/features/practices/current-practice";
import type { Services } from "@/server/services";
import { mayText } from "./may-text";
import { recipientsOf } from "./recipients";

export interface ReminderToSend {
  readonly id: string;
  readonly patientId: string;
  readonly visitStartsAt: Temporal.Instant;
  readonly isConfirmed: boolean;
  readonly channel: ReminderChannel;
  readonly withoutLogin: boolean;
}

type NotSent = "not_wanted" | "no_recipient" | "texts_stopped";

/**
 * Queues a reminder for each who gets it, each with a link of their own, and notes it in the reminder's row; nobody to
 * send it to is noted too. Day, time and practice, nothing else (S23). Dropped when the visit begins (S17).
 */
export async function sendReminder(
  tx: Tx,
  services: Services,
  practice: PracticeFacts,
  reminder: ReminderToSend,
): Promise<void> {
  const { channel, patientId, visitStartsAt } = reminder;
  const found = await recipientsOf(tx, practice, reminder);
  const deliveryIds: string[] = [];
  let notSent: NotSent | null = "none" in found ? found.none : null;
  for (const recipient of "none" in found ? [] : found.recipients) {
    if (channel === "sms" && !(await mayText(tx, services, practice.id))) {
      notSent = "texts_stopped";
      break;
    }
    const token = await makeVisitLink(tx, services, {
      practiceId: practice.id,
      patientId,
      reminderId: reminder.id,
      loginId: recipient.loginId,
      expiresAt: visitStartsAt,
    });
    const asks = recipient.mayAnswer && !reminder.isConfirmed;
    const outgoing = {
      purpose: asks ? ("visit_reminder" as const) : ("visit_reminder_confirmed" as const),
      practiceId: practice.id,
      to: recipient.to,
      language: recipient.language,
      patientId,
      ...(recipient.personId !== null && { personId: recipient.personId }),
      values: { startsAt: visitStartsAt.toString() },
      secret: token,
      expiresAt: visitStartsAt,
    };
    deliveryIds.push(await (channel === "mail" ? queueMail : queueSms)(tx, services, outgoing));
  }
  const at = fromInstant(services.now);
  await tx.reminder.update({
    where: { practiceId_id: { practiceId: practice.id, id: reminder.id } },
    data:
      deliveryIds.length > 0
        ? { sentAt: at, deliveryIds }
        : { skippedAt: at, skippedReason: notSent ?? "no_recipient" },
    select: { id: true },
  });
}
