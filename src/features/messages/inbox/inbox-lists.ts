import type { Read } from "@/db/read";
import { isOwnPatientSql } from "../cover/stand-in-sql";
import { COUNTED_TO, INBOX_LISTS, type InboxListName } from "./inbox-names";

export const PAGE_SIZE = 30;

const isSnoozed = "coalesce(t.snoozed_until_at > app_now(), false)";

interface Order {
  readonly where: string;
  /** What stands first: the longest waiting, the soonest back, or the newest. */
  readonly by: string;
  readonly order: "asc" | "desc";
}

const orders: Record<InboxListName, Order> = {
  needs_answer: {
    where: `t.state = 'open' and t.last_message_by_patient and not ${isSnoozed}`,
    by: "t.unanswered_since_at",
    order: "asc",
  },
  unread: {
    where: "t.message_count > coalesce(r.read_up_to, 0) and new.unread > 0",
    by: "t.last_message_at",
    order: "desc",
  },
  waiting: {
    where: `t.state = 'waiting' and not ${isSnoozed}`,
    by: "t.last_message_at",
    order: "desc",
  },
  snoozed: {
    where: "t.snoozed_until_at > app_now() and t.state <> 'closed'",
    by: "t.snoozed_until_at",
    order: "asc",
  },
  closed: { where: "t.state = 'closed'", by: "t.last_message_at", order: "desc" },
  all: { where: "true", by: "t.last_message_at", order: "desc" },
};

/** $1 practice, $2 reader, $3 one patient, $4 only with staff, $5 whose. */
const seen = `
      t.practice_id = $1
      and ($3::uuid is null or t.patient_id = $3)
      and (not $4::boolean or t.with_staff)
      and case $5::text
        when 'mine' then t.assigned_to_person_id = $2 or ${isOwnPatientSql("p", "$2")}
        when 'assigned' then t.assigned_to_person_id = $2
        when 'unassigned' then t.assigned_to_person_id is null
        else true end`;

/** Orthodontists by the name the practice uses for them. */
const assignee = `
      coalesce((select o.name from tenant.practitioner o where o.practice_id = t.practice_id
          and o.person_id = t.assigned_to_person_id and o.archived_at is null limit 1),
        (select q.first_name || ' ' || q.last_name from identity.person q where q.id = t.assigned_to_person_id))`;

/** A page of one list; $6 and $7: `at` and id of the last line before it. Unread messages are counted to 100 at most. */
function lines(name: InboxListName): Read {
  const { where, by, order } = orders[name];
  return {
    name: `inbox-${name}`,
    text: `
      select t.id, t.patient_id as "patientId",
        coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name as "patientName",
        t.subject, t.state, t.with_staff as "withStaff", t.last_message_at as "lastMessageAt",
        left(coalesce(last.body, ''), 160) as preview, last.author_name as "lastAuthorName",
        coalesce(last.author_person_id = $2, false) as "lastAuthorMine", new.unread, ${by} as at,
        case when t.assigned_to_person_id is not null then
          json_build_object('personId', t.assigned_to_person_id, 'name', ${assignee}) end as "assignedTo",
        case when ${isSnoozed} then t.snoozed_until_at end as "snoozedUntil",
        case when t.state = 'open' then t.unanswered_since_at end as "unansweredSince",
        t.state = 'open' and exists (select from tenant.thread_alarm a where a.practice_id = t.practice_id
          and a.thread_id = t.id and a.number = t.unanswered_from) as overdue
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
      where ${seen}
        and ${where}
        and ($6::timestamptz is null or (${by}, t.id) ${order === "asc" ? ">" : "<"} ($6, $7::uuid))
      order by ${by} ${order}, t.id ${order}
      limit ${PAGE_SIZE + 1}`,
  };
}

export const inboxLists = Object.fromEntries(
  INBOX_LISTS.map((name) => [name, lines(name)]),
) as Record<InboxListName, Read>;

const counted = (name: InboxListName) => `
      (select count(*)::int from (
        select 1 from tenant.thread t
        join tenant.patient p on p.practice_id = t.practice_id and p.id = t.patient_id
        where ${seen} and ${orders[name].where} limit ${COUNTED_TO}
      ) c)`;

/** How long the two lists are that ask for something. */
export const inboxCounts: Read = {
  name: "inbox-counts",
  text: `select ${counted("needs_answer")} as "needsAnswer", ${counted("snoozed")} as snoozed`,
};
