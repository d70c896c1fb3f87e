import { type Read, readInPractice } from "@/db/read";
import { searchWords } from "@/domain/care/search-words";
import { snippetOf } from "@/domain/messages/snippet";
import { ok, type Result } from "@/domain/result";
import type { Services } from "@/server/services";
import { cursorAfter, readCursor } from "../thread-cursor";
import { reachOf, type ThreadMember } from "../thread-member";
import type { FoundThread, FoundThreads, SearchWish } from "./schema";

const pageSize = 20;

/**
 * Row-level security keeps a text search from every index, so it reads: a request looks through so much at most, and says
 * how far back it came. 100,000 messages take well below a second.
 */
const MOST_MESSAGES = 100_000;
const MOST_THREADS = 5_000;

/** What a person may look through, behind the page before. */
const seen = `t.practice_id = $1
      and ($4::uuid is null or t.patient_id = $4)
      and (not $5::boolean or t.with_staff)
      and ($6::timestamptz is null or (t.last_message_at, t.id) < ($6, $7::uuid))`;

/** $1 practice, $2 words, $3 reader, $4 one patient, $5 only with staff, $6 and $7 the last thread before this page.
 * `end`: the last thread that is looked at, and whether others come after it. */
const matching: Read = {
  name: "threads-search",
  text: `
    with asked as materialized (select tenant.message_query($2::text[]) as query),
    bound as materialized (
      select w.at, w.id, w.next is not null as more
      from (
        select n.at, n.id, row_number() over newest as place, lead(n.id) over newest as next,
          sum(n.message_count) over newest - n.message_count as before
        from (
          select t.last_message_at as at, t.id, t.message_count from tenant.thread t where ${seen}
          order by t.last_message_at desc, t.id desc limit ${MOST_THREADS + 1}
        ) n
        window newest as (order by n.at desc, n.id desc)
      ) w
      where w.place <= ${MOST_THREADS} and w.before < ${MOST_MESSAGES}
      order by w.at, w.id limit 1
    )
    select bound.at as "endAt", bound.id as "endId", bound.more, found.*
    from bound
    left join lateral (
      select t.id, t.patient_id as "patientId",
        coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name as "patientName",
        t.subject, t.last_message_at as "lastMessageAt", hit.number, hit.body, hit.author_name as "authorName",
        hit.author_person_id = $3 as mine, hit.sent_at as "sentAt",
        array(select distinct m[1] from regexp_matches(asked.query::text, '''([^'']+)''', 'g') m) as beginnings
      from asked
      cross join tenant.thread t
      join tenant.patient p on p.practice_id = t.practice_id and p.id = t.patient_id
      left join lateral (
        select m.number, m.body, m.author_name, m.author_person_id, m.sent_at from tenant.message m
        where m.practice_id = t.practice_id and m.thread_id = t.id and m.search @@ asked.query
        order by m.number desc limit 1
      ) hit on true
      where ${seen}
        and (t.last_message_at, t.id) >= ((select at from bound), (select id from bound))
        and (hit.number is not null or t.search @@ asked.query)
      order by t.last_message_at desc, t.id desc
      limit ${pageSize + 1}
    ) found on true
    order by found."lastMessageAt" desc, found.id desc`,
};

interface Found {
  readonly id: string;
  readonly patientId: string;
  readonly patientName: string;
  readonly subject: string;
  readonly lastMessageAt: Date;
  readonly number: number | null;
  readonly body: string | null;
  readonly authorName: string | null;
  readonly mine: boolean | null;
  readonly sentAt: Date | null;
  readonly beginnings: readonly string[];
}

type Row = (Found | { readonly id: null }) & {
  readonly endAt: Date;
  readonly endId: string;
  readonly more: boolean;
};

/**
 * Threads whose subject has every word, or one of whose messages has, newest first (R37): those a person may see (R52).
 * Words count without accents, and where they begin with what was typed. Nothing typed finds nothing. Where a request
 * did not look through everything, `searchedTo` says how far back it came; `next` goes on from there.
 */
export async function searchThreads(
  services: Services,
  actor: ThreadMember,
  { q, patientId, cursor }: SearchWish,
): Promise<Result<FoundThreads, never>> {
  const words = searchWords(q);
  if (words.length === 0) return ok({ items: [], next: null, searchedTo: null });
  const reach = reachOf(actor);
  const after = readCursor(cursor);
  const rows = await readInPractice<Row>(services.db, actor.practiceId, matching, [
    actor.practiceId,
    words,
    actor.personId,
    reach.patientId ?? patientId ?? null,
    reach.withStaffOnly,
    after?.at ?? null,
    after?.id ?? null,
  ]);
  const found = rows.flatMap((row) => (row.id === null ? [] : [row]));
  const items = found.slice(0, pageSize).map(shown);
  const last = found.length > pageSize ? items.at(-1) : undefined;
  if (last) {
    const next = cursorAfter({ at: last.lastMessageAt, id: last.id });
    return ok({ items, next, searchedTo: null });
  }
  const [end] = rows;
  if (!end?.more) return ok({ items, next: null, searchedTo: null });
  const searchedTo = end.endAt.toISOString();
  return ok({ items, next: cursorAfter({ at: searchedTo, id: end.endId }), searchedTo });
}

function shown(row: Found): FoundThread {
  const { id, patientId, patientName, subject, lastMessageAt, beginnings } = row;
  const { number, body, authorName, mine, sentAt } = row;
  return {
    id,
    patientId,
    patientName,
    subject: snippetOf(subject, beginnings),
    lastMessageAt: lastMessageAt.toISOString(),
    message:
      number === null
        ? null
        : {
            number,
            authorName: authorName ?? "",
            mine: mine === true,
            sentAt: (sentAt ?? lastMessageAt).toISOString(),
            snippet: snippetOf(body ?? "", beginnings),
          },
  };
}
