import type { Tx } from "@/db/client";
import type { NoticeChannel } from "@/domain/messages/notice-channels";
import { queueMail, queuePush, queueSms } from "@/features/notifications/queue-delivery";
import type { NoticeReach } from "@/features/people/notice-reach";
import { mayText } from "@/features/reminders/may-text";
import type { Services } from "@/server/services";

export interface WaitingNotice {
  readonly practiceId: string;
  readonly threadId: string;
  readonly personId: string;
  readonly patientId: string;
}

/**
 * Queues a notice by one channel: that there is a message in the thread its link opens, and nothing of it (R39, S23).
 * Answers the deliveries; none where texts are stopped for today (R51).
 */
export async function tellBy(
  tx: Tx,
  services: Services,
  channel: NoticeChannel,
  { practiceId, threadId, personId, patientId }: WaitingNotice,
  reach: NoticeReach,
): Promise<readonly string[]> {
  const page = pageOf(reach.side, threadId, patientId);
  const outgoing = (to: string) => ({
    purpose: "new_message" as const,
    practiceId,
    to,
    language: reach.language,
    patientId,
    personId,
    values: { page, thread: threadId },
  });
  switch (channel) {
    case "mail":
      return reach.email === null ? [] : [await queueMail(tx, services, outgoing(reach.email))];
    case "sms":
      if (reach.mobile === null || !(await mayText(tx, services, practiceId))) return [];
      return [await queueSms(tx, services, outgoing(reach.mobile))];
    case "push": {
      const queued: string[] = [];
      for (const device of reach.devices)
        queued.push(await queuePush(tx, services, outgoing(device)));
      return queued;
    }
  }
}

/** Guardians are told which child's thread it is by the address alone, never by name (R10). */
function pageOf(side: NoticeReach["side"], threadId: string, patientId: string): string {
  if (side === "orthodontist") return `/doctor/inbox?thread=${threadId}`;
  if (side === "staff") return `/desk/inbox?thread=${threadId}`;
  return side === "guardian"
    ? `/messages/${threadId}?patient=${patientId}`
    : `/messages/${threadId}`;
}
