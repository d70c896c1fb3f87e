import { sql } from "@/db/sql";
import { NOTICE_WAIT_SECONDS } from "@/domain/messages/notice-channels";

/**
 * Parts of the statement that notes a reading, where `t` is the thread: what was read is told no more; what came since,
 * or was left unread, is looked at again (R39). A message written at this moment holds the row; then it stays.
 */
export function closeNotice(personId: string, upTo: number | undefined) {
  const read = sql`b.practice_id = t.practice_id and b.thread_id = t.id and b.person_id = ${personId}::uuid
    and b.latest_number`;
  const number = sql`least(t.message_count, ${upTo ?? null}::int)`;
  return sql`closed_notice as (
      delete from tenant.notice_bundle b using t where ${read} <= ${number}
    ), open_notice as (
      update tenant.notice_bundle b set look_at = least(b.look_at, app_now() + make_interval(secs => ${NOTICE_WAIT_SECONDS}))
      from t where ${read} > ${number}
    )`;
}
