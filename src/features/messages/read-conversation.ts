import { type Read, readInPractice } from "@/db/read";
import { ok, type Result, refused } from "@/domain/result";
import { noteView } from "@/features/audit/note-view";
import type { Services } from "@/server/services";
import type { ConversationView, MessageView, ThreadEventView, ThreadView } from "./schema";
import { reachOf, type ThreadMember } from "./thread-member";

/** Which 50 messages: the newest before $6, those that come next after $6, or where the reader's first unread is. */
type Which = "before" | "after" | "unread";

/** Messages that stand above the first unread one, so that it is read in its context. */
const readAbove = 10;

/** Messages that stand below one that was searched for. */
const readBelow = 10;

const ranges: Record<Which, string> = {
  before: "x.number < $6::int order by x.number desc",
  after: "x.number > $6::int order by x.number",
  // Who never read here begins at the newest; so does who finds the first unread one on the newest page.
  unread: `x.number < $6::int and x.number <= case
    when own.read_up_to > 0 and t.message_count - own.read_up_to > ${50 - readAbove}
    then own.read_up_to + ${50 - readAbove} else t.message_count end order by x.number desc`,
};

/** What the practice did between the messages of the page, for its own side alone (R40): a patient's page asks for none. */
const eventsOf = (which: Which) => `case when $4::uuid is null then (
        select json_agg(json_build_object('id', e.id, 'kind', e.kind, 'afterNumber', e.after_number, 'byName', e.by_name,
          'toName', e.to_name, 'untilAt', e.until_at, 'reason', e.reason, 'at', e.at) order by e.at, e.id)
        from tenant.thread_event e
        where e.practice_id = $1 and e.thread_id = $2 and ${eventRanges[which]}
      ) end`;

const newestNumber = "(select max(number) from newest)";
const oldestNumber = "(select case when min(number) > 1 then min(number) else 0 end from newest)";
const between = `e.after_number >= ${oldestNumber} and e.after_number <= ${newestNumber}`;
const eventRanges: Record<Which, string> = {
  before: between,
  after: `e.after_number >= $6::int and e.after_number <= coalesce(${newestNumber}, $6::int)`,
  unread: between,
};

/** One round trip gives the page in the very shape of the answer. $1 practice, $2 thread, $3 reader, $4 their patient,
 * $5 only threads with staff, $6 the number from which to read. Photos and scans are not for staff (R52). */
const conversation = (which: Which): Read => ({
  name: `conversation-${which}`,
  text: `
    select json_build_object(
      'id', t.id, 'patientId', t.patient_id,
      'patientName', coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name,
      'subject', t.subject, 'state', t.state, 'withStaff', t.with_staff, 'messageCount', t.message_count,
      'readUpTo', coalesce(own.read_up_to, 0), 'seenUpTo', coalesce(seen.up_to, 0),
      'receipts', coalesce(seen.receipts, '[]'::json), 'handling', case when $4::uuid is null then json_build_object(
        'assignedToPersonId', t.assigned_to_person_id,
        'snoozedUntil', case when t.snoozed_until_at > app_now() then t.snoozed_until_at end) end
    ) as thread, coalesce(page.items, '[]'::json) as items, coalesce(page.events, '[]'::json) as events
    from tenant.thread t
    join tenant.patient p on p.practice_id = t.practice_id and p.id = t.patient_id
    left join tenant.thread_reader own
      on own.practice_id = t.practice_id and own.thread_id = t.id and own.person_id = $3
    cross join lateral (
      select max(r.read_up_to) as up_to, json_agg(json_build_object('name', r.reader_name, 'role', r.reader_role,
        'after', r.read_after, 'upTo', r.read_up_to, 'at', r.read_at) order by r.read_at) as receipts
      from tenant.thread_reader r
      where r.practice_id = t.practice_id and r.thread_id = t.id and r.person_id <> $3 and r.read_up_to > 0
        and ($4::uuid is null) = coalesce(r.reader_role in ('patient', 'guardian'),
          exists (select 1 from tenant.membership m where m.practice_id = t.practice_id
            and m.person_id = r.person_id and m.role = 'patient' and m.patient_id = t.patient_id)
          or exists (select 1 from tenant.guardianship g where g.practice_id = t.practice_id
            and g.guardian_person_id = r.person_id and g.patient_id = t.patient_id))
    ) seen
    cross join lateral (
      with newest as materialized (
        select x.id, x.number, x.author_person_id as "authorPersonId", x.author_name as "authorName",
          x.author_role as "authorRole", x.author_person_id = $3 as mine, x.body, x.sent_at as "sentAt",
          x.written_at as "writtenAt", x.automatic_for is not null as automatic
        from tenant.message x
        where x.practice_id = $1 and x.thread_id = $2 and ${ranges[which]} limit 50
      ), attached as (
        select a.message_id, json_agg(json_build_object('id', u.id, 'kind', u.kind, 'fileName', u.file_name,
          'bytes', u.bytes, 'width', u.width, 'height', u.height,
          'viewable', not $5 or u.kind = 'pdf' or u.uploaded_by_person_id = $3) order by a.position) as items
        from tenant.message_attachment a
        join tenant.upload u on u.practice_id = a.practice_id and u.id = a.upload_id
        where a.practice_id = $1 and a.message_id = any(array(select id from newest))
        group by a.message_id
      )
      select json_agg(row_to_json(item) order by item.number desc) as items, ${eventsOf(which)} as events
      from (
        select newest.*, coalesce(attached.items, '[]'::json) as attachments
        from newest left join attached on attached.message_id = newest.id
      ) item
    ) page
    where t.practice_id = $1 and t.id = $2
      and ($4::uuid is null or t.patient_id = $4) and (not $5::boolean or t.with_staff)`,
});

const reads = {
  before: conversation("before"),
  after: conversation("after"),
  unread: conversation("unread"),
};

/** Above every number of a message. */
const afterAll = 2_147_483_647;

interface Row {
  readonly thread: ThreadView;
  readonly items: MessageView[];
  readonly events: ThreadEventView[];
}

interface Wish {
  readonly id: string;
  readonly cursor?: string | undefined;
  readonly after?: string | undefined;
  /** The page on which the reader's first unread message stands. */
  readonly atUnread?: boolean;
  /** The page on which the message with this number stands; goes before `atUnread`. */
  readonly at?: number | undefined;
}

/**
 * A thread with its 50 newest messages, newest first, or the 50 before `cursor` or after `after`. Reading marks nothing as read; that
 * somebody of the practice looked is noted (R53). Refusal: `not_found`, for another's as for a missing one (S12).
 */
export async function readConversation(
  services: Services,
  actor: ThreadMember,
  { id, cursor, after, at, atUnread = false }: Wish,
): Promise<Result<ConversationView, "not_found">> {
  const { patientId, withStaffOnly } = reachOf(actor);
  const values = [
    actor.practiceId,
    id,
    actor.personId,
    patientId,
    withStaffOnly,
    at === undefined ? Number(after ?? cursor ?? afterAll) : Math.max(at + readBelow, 50) + 1,
  ];
  const read =
    reads[after !== undefined ? "after" : atUnread && at === undefined ? "unread" : "before"];
  const [row] = await readInPractice<Row>(services.db, actor.practiceId, read, values);
  if (!row) return refused("not_found");
  if (actor.kind === "clinic")
    await noteView(services, actor, {
      action: "thread.viewed",
      objectKind: "thread",
      objectId: id,
      patientId: row.thread.patientId,
    });
  const oldest = row.items.at(-1)?.number ?? 1;
  const newest = row.items[0]?.number ?? Number(after ?? 0);
  return ok({
    ...row,
    next: oldest > 1 ? String(oldest) : null,
    newer: newest < row.thread.messageCount ? String(newest) : null,
  });
}
