import { type Read, readInPractice } from "@/db/read";
import { ok, type Result, refused } from "@/domain/result";
import { noteView } from "@/features/audit/note-view";
import type { Services } from "@/server/services";
import type { ConversationView, MessageView, ThreadView } from "./schema";
import { reachOf, type ThreadMember } from "./thread-member";

/** One round trip gives the page in the very shape of the answer. $1 practice, $2 thread, $3 reader, $4 their patient,
 * $5 only threads with staff, $6 the number before which to read. Photos and scans are not for staff (R52). */
const conversation: Read = {
  name: "conversation",
  text: `
    select json_build_object(
      'id', t.id, 'patientId', t.patient_id,
      'patientName', coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name,
      'subject', t.subject, 'state', t.state, 'withStaff', t.with_staff, 'messageCount', t.message_count,
      'readUpTo', coalesce(own.read_up_to, 0), 'seenUpTo', coalesce(seen.up_to, 0), 'seenAt', seen.at
    ) as thread, coalesce(page.items, '[]'::json) as items
    from tenant.thread t
    join tenant.patient p on p.practice_id = t.practice_id and p.id = t.patient_id
    left join tenant.thread_reader own
      on own.practice_id = t.practice_id and own.thread_id = t.id and own.person_id = $3
    cross join lateral (
      select max(r.read_up_to) as up_to, max(r.read_at) as at
      from tenant.thread_reader r
      where r.practice_id = t.practice_id and r.thread_id = t.id and r.person_id <> $3
        and ($4::uuid is null) = (
          exists (select 1 from tenant.membership m where m.practice_id = t.practice_id
            and m.person_id = r.person_id and m.role = 'patient' and m.patient_id = t.patient_id)
          or exists (select 1 from tenant.guardianship g where g.practice_id = t.practice_id
            and g.guardian_person_id = r.person_id and g.patient_id = t.patient_id))
    ) seen
    cross join lateral (
      with newest as materialized (
        select x.id, x.number, x.author_person_id as "authorPersonId", x.author_name as "authorName",
          x.author_role as "authorRole", x.author_person_id = $3 as mine, x.body, x.sent_at as "sentAt"
        from tenant.message x
        where x.practice_id = $1 and x.thread_id = $2 and x.number < $6::int
        order by x.number desc limit 50
      ), attached as (
        select a.message_id, json_agg(json_build_object('id', u.id, 'kind', u.kind, 'fileName', u.file_name,
          'bytes', u.bytes, 'width', u.width, 'height', u.height,
          'viewable', not $5 or u.kind = 'pdf' or u.uploaded_by_person_id = $3) order by a.position) as items
        from tenant.message_attachment a
        join tenant.upload u on u.practice_id = a.practice_id and u.id = a.upload_id
        where a.practice_id = $1 and a.message_id = any(array(select id from newest))
        group by a.message_id
      )
      select json_agg(row_to_json(item) order by item.number desc) as items
      from (
        select newest.*, coalesce(attached.items, '[]'::json) as attachments
        from newest left join attached on attached.message_id = newest.id
      ) item
    ) page
    where t.practice_id = $1 and t.id = $2
      and ($4::uuid is null or t.patient_id = $4) and (not $5::boolean or t.with_staff)`,
};

/** Above every number of a message. */
const afterAll = 2_147_483_647;

interface Row {
  readonly thread: ThreadView;
  readonly items: MessageView[];
}

/**
 * A thread with its 50 newest messages, newest first, or the 50 before `cursor`. Reading marks nothing as read; that
 * somebody of the practice looked is noted (R53). Refusal: `not_found`, for another's as for a missing one (S12).
 */
export async function readConversation(
  services: Services,
  actor: ThreadMember,
  { id, cursor }: { readonly id: string; readonly cursor?: string | undefined },
): Promise<Result<ConversationView, "not_found">> {
  const { patientId, withStaffOnly } = reachOf(actor);
  const values = [
    actor.practiceId,
    id,
    actor.personId,
    patientId,
    withStaffOnly,
    cursor === undefined ? afterAll : Number(cursor),
  ];
  const [row] = await readInPractice<Row>(services.db, actor.practiceId, conversation, values);
  if (!row) return refused("not_found");
  if (actor.kind === "clinic")
    await noteView(services, actor, {
      action: "thread.viewed",
      objectKind: "thread",
      objectId: id,
      patientId: row.thread.patientId,
    });
  const oldest = row.items.at(-1)?.number ?? 1;
  return ok({ ...row, next: oldest > 1 ? String(oldest) : null });
}
