import { sql } from "@/db/sql";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { Services } from "@/server/services";
import { threadNews } from "./live/tell-threads";
import { closeNotice } from "./notices/close-notice";
import { reachOf, roleIn, shownName, type ThreadMember } from "./thread-member";

interface Reading {
  readonly readUpTo: number;
  readonly unread: number;
}

/**
 * Notes how far a person has read; never back, whatever order two tabs report in (R38). The next message is told
 * of again (R39). Refusal: `not_found`.
 */
export async function markRead(
  services: Services,
  actor: ThreadMember,
  { id, upTo }: { readonly id: string; readonly upTo?: number | undefined },
): Promise<Result<Reading, "not_found">> {
  const { practiceId, personId } = actor;
  const { patientId, withStaffOnly } = reachOf(actor);
  const rows = await inPractice(
    services.db,
    practiceId,
    (tx) => tx.$queryRaw<Reading[]>`
    with t as (
      select * from tenant.thread
      where practice_id = ${practiceId}::uuid and id = ${id}::uuid
        and (${patientId}::uuid is null or patient_id = ${patientId}::uuid)
        and (not ${withStaffOnly}::boolean or with_staff)
    ), moved as (
      insert into tenant.thread_reader (practice_id, thread_id, person_id, read_up_to, read_at, reader_name, reader_role)
      select practice_id, id, ${personId}::uuid, least(message_count, ${upTo ?? null}::int), app_now(),
        ${shownName(actor)}, ${roleIn(actor)}::identity.role from t
      on conflict (practice_id, thread_id, person_id) do update
        set read_up_to = excluded.read_up_to, read_after = thread_reader.read_up_to, read_at = excluded.read_at,
          reader_name = excluded.reader_name, reader_role = excluded.reader_role
        where thread_reader.read_up_to < excluded.read_up_to
      returning read_up_to
    ), ${closeNotice(personId, upTo)}, position as (
      select t.*, coalesce((select read_up_to from moved), r.read_up_to, 0) as up_to
      from t left join tenant.thread_reader r
        on r.practice_id = t.practice_id and r.thread_id = t.id and r.person_id = ${personId}::uuid
    )
    select p.up_to as "readUpTo",
      (select count(*)::int from tenant.message m where m.practice_id = p.practice_id and m.thread_id = p.id
        and m.number > p.up_to and m.author_person_id <> ${personId}::uuid) as unread,
      (select ${threadNews("read", "p", sql`p.up_to`)} from moved) as told
    from position p`,
  );
  const [row] = rows;
  return row ? ok({ readUpTo: row.readUpTo, unread: row.unread }) : refused("not_found");
}
