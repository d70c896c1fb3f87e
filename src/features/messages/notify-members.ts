import type { Tx } from "@/db/client";
import { queueMail } from "@/features/notifications/queue-delivery";
import { mailAddressesOf } from "@/features/people/mail-addresses";
import type { Services } from "@/server/services";
import type { ThreadMember } from "./thread-member";

interface Recipient {
  readonly personId: string;
  readonly side: "patient" | "guardian" | "clinic";
}

/**
 * Tells the other side by mail that there is a message, and nothing of it (R39): on the patient's side the patient and
 * guardians, on the practice's side whom the thread is assigned to, else the patient's orthodontist, else all of them.
 * One mail per thread and person until they read. Runs in the transaction of the message.
 */
export async function notifyMembers(
  tx: Tx,
  services: Services,
  actor: ThreadMember,
  thread: { readonly id: string; readonly patientId: string },
): Promise<void> {
  const due =
    actor.kind === "clinic"
      ? await patientSide(tx, actor, thread)
      : await clinicSide(tx, actor, thread);
  if (due.length === 0) return;
  const sides = new Map(due.map(({ personId, side }) => [personId, side]));
  for (const { personId, email, language } of await mailAddressesOf(tx, [...sides.keys()])) {
    const deliveryId = await queueMail(tx, services, {
      purpose: "new_message",
      practiceId: actor.practiceId,
      to: email,
      language,
      personId,
      patientId: thread.patientId,
      values: { page: pageFor(sides.get(personId) ?? "patient", thread) },
    });
    await tx.noticeBundle.update({
      where: {
        practiceId_threadId_personId: {
          practiceId: actor.practiceId,
          threadId: thread.id,
          personId,
        },
      },
      data: { deliveryId },
      select: { personId: true },
    });
  }
}

function pageFor(side: Recipient["side"], thread: { id: string; patientId: string }): string {
  if (side === "clinic") return `/doctor/inbox?thread=${thread.id}`;
  const page = `/messages/${thread.id}`;
  return side === "guardian" ? `${page}?patient=${thread.patientId}` : page;
}

/** Opens a bundle for each who has none in this thread; those alone are mailed. */
function patientSide(
  tx: Tx,
  actor: ThreadMember,
  thread: { readonly id: string; readonly patientId: string },
): Promise<Recipient[]> {
  return tx.$queryRaw<Recipient[]>`
    with wanted as (
      select m.person_id, 'patient' as side from tenant.membership m
      where m.practice_id = ${actor.practiceId}::uuid and m.role = 'patient'
        and m.patient_id = ${thread.patientId}::uuid and m.ended_at is null
      union all
      select g.guardian_person_id, 'guardian' from tenant.guardianship g
      where g.practice_id = ${actor.practiceId}::uuid and g.patient_id = ${thread.patientId}::uuid
        and g.ended_at is null and g.birth_date_confirmed_at is not null
        and g.from_on <= (app_now() at time zone ${actor.zone})::date
        and (g.until_on is null or g.until_on > (app_now() at time zone ${actor.zone})::date)
    ), opened as (
      insert into tenant.notice_bundle (practice_id, thread_id, person_id, opened_at)
      select distinct ${actor.practiceId}::uuid, ${thread.id}::uuid, w.person_id, app_now() from wanted w
      where w.person_id <> ${actor.personId}::uuid and not exists (select 1 from tenant.notification_choice c
        where c.practice_id = ${actor.practiceId}::uuid and c.person_id = w.person_id
          and c.topic = 'new_message' and c.patient_id = ${thread.patientId}::uuid and not c.mail)
      on conflict do nothing returning person_id
    )
    select w.person_id as "personId", max(w.side) as side from wanted w join opened using (person_id)
    group by w.person_id`;
}

function clinicSide(
  tx: Tx,
  actor: ThreadMember,
  thread: { readonly id: string; readonly patientId: string },
): Promise<Recipient[]> {
  return tx.$queryRaw<Recipient[]>`
    with named as (
      select coalesce(t.assigned_to_person_id, o.person_id) as person_id
      from tenant.thread t
      join tenant.patient p on p.practice_id = t.practice_id and p.id = t.patient_id
      left join tenant.practitioner o
        on o.practice_id = p.practice_id and o.id = p.practitioner_id and o.archived_at is null
      where t.practice_id = ${actor.practiceId}::uuid and t.id = ${thread.id}::uuid
    ), wanted as (
      select person_id from named where person_id is not null
      union
      select m.person_id from tenant.membership m
      where m.practice_id = ${actor.practiceId}::uuid and m.role = 'orthodontist' and m.ended_at is null
        and not exists (select 1 from named where person_id is not null)
    ), opened as (
      insert into tenant.notice_bundle (practice_id, thread_id, person_id, opened_at)
      select ${actor.practiceId}::uuid, ${thread.id}::uuid, w.person_id, app_now() from wanted w
      where w.person_id <> ${actor.personId}::uuid and not exists (select 1 from tenant.notification_choice c
        where c.practice_id = ${actor.practiceId}::uuid and c.person_id = w.person_id
          and c.topic = 'new_message' and c.patient_id is null and not c.mail)
      on conflict do nothing returning person_id
    )
    select person_id as "personId", 'clinic' as side from opened`;
}
