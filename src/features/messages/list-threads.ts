import { type Read, readInPractice } from "@/db/read";
import { ok, type Result } from "@/domain/result";
import type { Services } from "@/server/services";
import type { ThreadLine, ThreadLines, ThreadsWish } from "./schema";
import { cursorAfter, readCursor } from "./thread-cursor";
import { reachOf, type ThreadMember } from "./thread-member";

const pageSize = 30;

/** $1 practice, $2 reader, $3 one patient, $4 only with staff, $5 only of the reader's own patients, $6 only unread,
 * $7 and $8 the last line before this page. Unread messages are counted to 100 at most. */
function lines(order: "asc" | "desc", isOpenOnly: boolean): Read {
  return {
    name: `threads-${order}-${isOpenOnly ? "open" : "all"}`,
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
      left join tenant.message last
        on last.practice_id = t.practice_id and last.thread_id = t.id and last.number = t.message_count
      cross join lateral (
        select count(*)::int as unread from (
          select 1 from tenant.message m
          where m.practice_id = t.practice_id and m.thread_id = t.id
            and m.number > coalesce(r.read_up_to, 0) and m.author_person_id <> $2
          limit 100
        ) counted
      ) new
      where t.practice_id = $1
        and ($3::uuid is null or t.patient_id = $3)
        and (not $4::boolean or t.with_staff)
        and (not $5::boolean or exists (select 1 from tenant.practitioner o
          where o.practice_id = t.practice_id and o.id = p.practitioner_id and o.person_id = $2))
        and (not $6::boolean or (t.message_count > coalesce(r.read_up_to, 0) and new.unread > 0))
        ${isOpenOnly ? "and t.state = 'open'" : ""}
        and ($7::timestamptz is null or (t.last_message_at, t.id) ${order === "asc" ? ">" : "<"} ($7, $8::uuid))
      order by t.last_message_at ${order}, t.id ${order}
      limit ${pageSize + 1}`,
  };
}

const newestFirst = lines("desc", false);
/** Who has waited longest stands first. */
const longestWaiting = lines("asc", true);

type Row = Omit<ThreadLine, "lastMessageAt"> & { readonly lastMessageAt: Date };

/**
 * The threads a person may see. The practice's side may narrow them: waiting for an answer (longest first), unread, those
 * of one's own patients or of one patient.
 */
export async function listThreads(
  services: Services,
  actor: ThreadMember,
  wish: ThreadsWish,
): Promise<Result<ThreadLines, never>> {
  const reach = reachOf(actor);
  const isClinic = actor.kind === "clinic";
  const after = readCursor(wish.cursor);
  const values = [
    actor.practiceId,
    actor.personId,
    reach.patientId ?? wish.patientId ?? null,
    reach.withStaffOnly,
    isClinic && wish.whose === "mine",
    wish.show === "unread",
    after?.at ?? null,
    after?.id ?? null,
  ];
  const read = isClinic && wish.show === "needs_answer" ? longestWaiting : newestFirst;
  const rows = await readInPractice<Row>(services.db, actor.practiceId, read, values);
  const items = rows.slice(0, pageSize).map((row) => ({
    ...row,
    lastMessageAt: row.lastMessageAt.toISOString(),
  }));
  const last = rows.length > pageSize ? items.at(-1) : undefined;
  return ok({ items, next: last ? cursorAfter({ at: last.lastMessageAt, id: last.id }) : null });
}
