import { type Read, readInPractice } from "@/db/read";
import { ok, type Result } from "@/domain/result";
import type { PatientActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { listInbox } from "./inbox/list-inbox";
import type { ThreadLine, ThreadLines, ThreadsWish } from "./schema";
import { cursorAfter, readCursor } from "./thread-cursor";
import type { ThreadMember } from "./thread-member";

const pageSize = 30;

/** $1 practice, $2 reader, $3 patient, $4 only unread, $5 and $6 the last line before this page. Unread messages are
 * counted to 100 at most. Somebody's automatic reply does not stand for the conversation. */
const newestFirst: Read = {
  name: "threads-of-patient",
  text: `
    select t.id, t.patient_id as "patientId",
      coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name as "patientName",
      t.subject, t.state, t.with_staff as "withStaff", t.last_message_at as "lastMessageAt",
      left(coalesce(last.body, ''), 160) as preview, last.author_name as "lastAuthorName",
      coalesce(last.author_person_id = $2, false) as "lastAuthorMine", new.unread
    from tenant.thread t
    join tenant.patient p on p.practice_id = t.practice_id and p.id = t.patient_id
    left join tenant.thread_reader r
      on r.practice_id = t.practice_id and r.thread_id = t.id and r.person_id = $2
    left join lateral (
      select m.body, m.author_name, m.author_person_id from tenant.message m
      where m.practice_id = t.practice_id and m.thread_id = t.id and m.number >= t.message_count - 1
        and m.automatic_for is null
      order by m.number desc limit 1
    ) last on true
    cross join lateral (
      select count(*)::int as unread from (
        select 1 from tenant.message m
        where m.practice_id = t.practice_id and m.thread_id = t.id
          and m.number > coalesce(r.read_up_to, 0) and m.author_person_id <> $2
        limit 100
      ) counted
    ) new
    where t.practice_id = $1 and t.patient_id = $3
      and (not $4::boolean or (t.message_count > coalesce(r.read_up_to, 0) and new.unread > 0))
      and ($5::timestamptz is null or (t.last_message_at, t.id) < ($5, $6::uuid))
    order by t.last_message_at desc, t.id desc
    limit ${pageSize + 1}`,
};

/** Nothing of how the practice handles a thread is the patient's to see. */
const unhandled = {
  assignedTo: null,
  snoozedUntil: null,
  unansweredSince: null,
  overdue: false,
} as const;

type Row = Omit<ThreadLine, "lastMessageAt" | keyof typeof unhandled> & {
  readonly lastMessageAt: Date;
};

/** The threads a person may see: a patient's newest first, or one list of the practice's inbox. */
export function listThreads(
  services: Services,
  actor: ThreadMember,
  wish: ThreadsWish,
): Promise<Result<ThreadLines, never>> {
  return actor.kind === "clinic"
    ? listInbox(services, actor, wish)
    : listOwn(services, actor, wish);
}

async function listOwn(
  { db }: Services,
  { practiceId, personId, patientId }: PatientActor,
  { show, cursor }: ThreadsWish,
): Promise<Result<ThreadLines, never>> {
  const after = readCursor(cursor);
  const rows = await readInPractice<Row>(db, practiceId, newestFirst, [
    practiceId,
    personId,
    patientId,
    show === "unread",
    after?.at ?? null,
    after?.id ?? null,
  ]);
  const items = rows.slice(0, pageSize).map((row) => ({
    ...row,
    ...unhandled,
    lastMessageAt: row.lastMessageAt.toISOString(),
  }));
  const last = rows.length > pageSize ? items.at(-1) : undefined;
  const next = last ? cursorAfter({ at: last.lastMessageAt, id: last.id }) : null;
  return ok({ items, next, counts: null });
}
