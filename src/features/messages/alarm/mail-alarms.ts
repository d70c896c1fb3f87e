import type { Tx } from "@/db/client";
import { queueMail } from "@/features/notifications/queue-delivery";
import { colleagueMailboxes } from "@/features/people/colleague-mailboxes";
import type { Services } from "@/server/services";
import type { OverdueThread } from "./overdue-threads";

interface Alarms {
  readonly practiceId: string;
  readonly hours: number;
  readonly overdue: readonly OverdueThread[];
}

/** One mail for each person concerned: how long, how many, and where; nothing of a patient or their words (S23). */
export async function mailAlarms(
  tx: Tx,
  services: Services,
  { practiceId, hours, overdue }: Alarms,
): Promise<void> {
  const concerned = new Set(overdue.flatMap(({ personIds }) => personIds));
  if (concerned.size === 0) return;
  for (const { personId, address, language, isOrthodontist } of await colleagueMailboxes(
    tx,
    practiceId,
    [...concerned],
  )) {
    const own = overdue.filter(({ personIds }) => personIds.includes(personId));
    const [only] = own.length === 1 ? own : [];
    const inbox = isOrthodontist ? "/doctor/inbox" : "/desk/inbox";
    const deliveryId = await queueMail(tx, services, {
      purpose: "unanswered_alarm",
      practiceId,
      personId,
      to: address,
      language,
      values: only
        ? { hours, page: `${inbox}?thread=${only.threadId}` }
        : { eachHours: hours, count: own.length, page: inbox },
    });
    const threadIds = own.map(({ threadId }) => threadId);
    await tx.$executeRaw`
      update tenant.thread_alarm a set delivery_ids = a.delivery_ids || ${deliveryId}::uuid
      from tenant.thread t
      where a.practice_id = ${practiceId}::uuid and a.thread_id = any(${threadIds}::uuid[])
        and t.practice_id = a.practice_id and t.id = a.thread_id and a.number = t.unanswered_from`;
  }
}
