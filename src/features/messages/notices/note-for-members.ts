import type { Prisma } from "@/db/generated/client";
import { sql, sqlText } from "@/db/sql";
import { NOTICE_WAIT_SECONDS } from "@/domain/messages/notice-channels";
import { standInSql } from "../cover/stand-in-sql";
import type { ThreadMember } from "../thread-member";

/**
 * Notes for the other side that a message waits (R39), as a statement beside the message's, whose thread is `t`: on the
 * patient's side for the patient and guardians, on the practice's side for whom the thread is assigned to, else the
 * patient's orthodontist, each by who looks after their patients while they are away, else all of them, and for whoever
 * chose all threads. They are told a little later, once per thread until they read.
 */
export function noteForMembers(actor: ThreadMember): Prisma.Sql {
  return sql`
    insert into tenant.notice_bundle as b (practice_id, thread_id, person_id, opened_at, latest_number, look_at)
    select t.practice_id, t.id, w.person_id, app_now(), t.message_count, app_now() + make_interval(secs => ${NOTICE_WAIT_SECONDS})
    from t cross join lateral (${actor.kind === "clinic" ? patientSide(actor) : clinicSide}) w
    where w.person_id <> ${actor.personId}::uuid
    on conflict (practice_id, thread_id, person_id) do update
      set latest_number = greatest(b.latest_number, excluded.latest_number), look_at = least(b.look_at, excluded.look_at)`;
}

function patientSide({ zone }: ThreadMember): Prisma.Sql {
  return sql`
    select m.person_id from tenant.membership m
    where m.practice_id = t.practice_id and m.role = 'patient' and m.patient_id = t.patient_id and m.ended_at is null
    union
    select g.guardian_person_id from tenant.guardianship g
    where g.practice_id = t.practice_id and g.patient_id = t.patient_id
      and g.ended_at is null and g.birth_date_confirmed_at is not null
      and g.from_on <= (app_now() at time zone ${zone})::date
      and (g.until_on is null or g.until_on > (app_now() at time zone ${zone})::date)`;
}

const named = standInSql("t.practice_id", "coalesce(t.assigned_to_person_id, o.person_id)");

const clinicSide = sqlText(`
    with named as materialized (
      select ${named} as person_id
      from tenant.patient p
      left join tenant.practitioner o
        on o.practice_id = p.practice_id and o.id = p.practitioner_id and o.archived_at is null
      where p.practice_id = t.practice_id and p.id = t.patient_id
    ), colleagues as materialized (
      select m.person_id, m.role from tenant.membership m
      where m.practice_id = t.practice_id and m.ended_at is null
        and (m.role = 'orthodontist' or (m.role in ('staff', 'admin') and t.with_staff))
    )
    select person_id from named where person_id is not null
    union
    select person_id from colleagues
    where role = 'orthodontist' and not exists (select from named where person_id is not null)
    union
    select c.person_id from colleagues c
    join tenant.notification_choice n on n.practice_id = t.practice_id and n.person_id = c.person_id
      and n.topic = 'new_message' and n.patient_id is null and n.threads = 'all'`);
