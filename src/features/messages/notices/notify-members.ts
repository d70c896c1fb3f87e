import type { Tx } from "@/db/client";
import { NOTICE_WAIT_SECONDS } from "@/domain/messages/notice-channels";
import type { ThreadMember } from "../thread-member";

/**
 * Notes for the other side that a message waits (R39): on the patient's side for the patient and guardians, on the
 * practice's side for whom the thread is assigned to, else the patient's orthodontist, else all of them, and for whoever
 * chose all threads. They are told a little later, once per thread until they read. Runs in the message's transaction.
 */
export async function notifyMembers(
  tx: Tx,
  actor: ThreadMember,
  thread: { readonly id: string; readonly patientId: string },
): Promise<void> {
  if (actor.kind === "clinic") await notePatientSide(tx, actor, thread);
  else await noteClinicSide(tx, actor, thread);
}

function notePatientSide(
  tx: Tx,
  { practiceId, personId, zone }: ThreadMember,
  thread: { readonly id: string; readonly patientId: string },
): Promise<number> {
  return tx.$executeRaw`
    with wanted as (
      select m.person_id from tenant.membership m
      where m.practice_id = ${practiceId}::uuid and m.role = 'patient'
        and m.patient_id = ${thread.patientId}::uuid and m.ended_at is null
      union
      select g.guardian_person_id from tenant.guardianship g
      where g.practice_id = ${practiceId}::uuid and g.patient_id = ${thread.patientId}::uuid
        and g.ended_at is null and g.birth_date_confirmed_at is not null
        and g.from_on <= (app_now() at time zone ${zone})::date
        and (g.until_on is null or g.until_on > (app_now() at time zone ${zone})::date)
    )
    insert into tenant.notice_bundle as b (practice_id, thread_id, person_id, opened_at, latest_number, look_at)
    select t.practice_id, t.id, w.person_id, app_now(), t.message_count, app_now() + make_interval(secs => ${NOTICE_WAIT_SECONDS})
    from wanted w join tenant.thread t on t.practice_id = ${practiceId}::uuid and t.id = ${thread.id}::uuid
    where w.person_id <> ${personId}::uuid
    on conflict (practice_id, thread_id, person_id) do update
      set latest_number = greatest(b.latest_number, excluded.latest_number), look_at = least(b.look_at, excluded.look_at)`;
}

function noteClinicSide(
  tx: Tx,
  { practiceId, personId }: ThreadMember,
  thread: { readonly id: string },
): Promise<number> {
  return tx.$executeRaw`
    with t as (
      select * from tenant.thread where practice_id = ${practiceId}::uuid and id = ${thread.id}::uuid
    ), named as (
      select coalesce(t.assigned_to_person_id, o.person_id) as person_id
      from t
      join tenant.patient p on p.practice_id = t.practice_id and p.id = t.patient_id
      left join tenant.practitioner o
        on o.practice_id = p.practice_id and o.id = p.practitioner_id and o.archived_at is null
    ), colleagues as (
      select m.person_id, m.role from tenant.membership m, t
      where m.practice_id = t.practice_id and m.ended_at is null
        and (m.role = 'orthodontist' or (m.role in ('staff', 'admin') and t.with_staff))
    ), wanted as (
      select person_id from named where person_id is not null
      union
      select person_id from colleagues
      where role = 'orthodontist' and not exists (select from named where person_id is not null)
      union
      select c.person_id from colleagues c
      join tenant.notification_choice n on n.practice_id = ${practiceId}::uuid and n.person_id = c.person_id
        and n.topic = 'new_message' and n.patient_id is null and n.threads = 'all'
    )
    insert into tenant.notice_bundle as b (practice_id, thread_id, person_id, opened_at, latest_number, look_at)
    select t.practice_id, t.id, w.person_id, app_now(), t.message_count, app_now() + make_interval(secs => ${NOTICE_WAIT_SECONDS})
    from wanted w, t where w.person_id <> ${personId}::uuid
    on conflict (practice_id, thread_id, person_id) do update
      set latest_number = greatest(b.latest_number, excluded.latest_number), look_at = least(b.look_at, excluded.look_at)`;
}
