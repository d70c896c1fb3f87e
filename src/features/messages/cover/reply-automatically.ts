import type { PlainTx } from "@/db/plain-transaction";
import { sqlText } from "@/db/sql";
import type { Services } from "@/server/services";
import { threadNews } from "../live/tell-threads";
import type { ThreadMember } from "../thread-member";
import { awayNow } from "./stand-in-sql";

/** Whether somebody's words wait to be sent in the thread `t`, which they may have been already. */
export const isReplyDue = `
  exists (select from tenant.patient p
    join tenant.practitioner o on o.practice_id = p.practice_id and o.id = p.practitioner_id
    where p.practice_id = t.practice_id and p.id = t.patient_id
      and exists (select from ${awayNow("o")} and c.reply_words is not null))`;

/**
 * Answers a patient's message by itself while their orthodontist is away and left words for it (R40): once for each thread
 * and absence, in the message's transaction, which holds the thread. It is nobody's answer: the thread still waits for
 * one, and nobody gets a notice.
 */
export async function replyAutomatically(
  tx: PlainTx,
  services: Services,
  { practiceId }: ThreadMember,
  threadId: string,
): Promise<void> {
  await tx.$queryRaw`
    with away as (
      select c.id, c.reply_words, o.person_id, o.name
      from tenant.thread t
      join tenant.patient p on p.practice_id = t.practice_id and p.id = t.patient_id
      join tenant.practitioner o on o.practice_id = p.practice_id and o.id = p.practitioner_id
        and o.person_id is not null and o.archived_at is null
      cross join lateral (select c.* from ${sqlText(awayNow("o"))} and c.reply_words is not null) c
      where t.practice_id = ${practiceId}::uuid and t.id = ${threadId}::uuid
        and not exists (select from tenant.message m
          where m.practice_id = t.practice_id and m.thread_id = t.id and m.automatic_for = c.id)
    ), t as (
      update tenant.thread set message_count = message_count + 1, last_message_at = greatest(last_message_at, app_now())
      where practice_id = ${practiceId}::uuid and id = ${threadId}::uuid and exists (select from away)
      returning *
    ), m as (
      insert into tenant.message
        (practice_id, id, thread_id, number, author_person_id, author_role, author_name, body, sent_at, automatic_for)
      select t.practice_id, ${services.random.uuid()}::uuid, t.id, t.message_count, away.person_id, 'orthodontist',
        away.name, away.reply_words, t.last_message_at, away.id
      from t, away
    )
    select ${threadNews("message", "t")} as told from t`;
}
