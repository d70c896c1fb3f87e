import { inPractice } from "@/db/transaction";
import type { Services } from "@/server/services";
import type { Clinic } from "../../support/appointments-world";
import { makePatient, makePerson } from "../../support/people";
import type { World } from "../../support/world";

type At = Services["now"];

/** A record of somebody grown up, to which nothing has happened since; without anything on it. */
export async function quietRecord(world: World, practiceId: string, at: At, born = "1970-04-02") {
  const patientId = await makePatient(world, practiceId, { dateOfBirth: born });
  await onRecord(world, practiceId, [
    `update tenant.patient set created_at = '${at}', updated_at = '${at}' where id = '${patientId}'`,
  ]);
  return patientId;
}

/** Statements in the practice's own context, as the application's role. */
export function onRecord(world: World, practiceId: string, statements: readonly string[]) {
  return inPractice(world.db, practiceId, async (tx) => {
    for (const statement of statements) await tx.$executeRawUnsafe(statement);
  });
}

/** The same with at least one row in every table that hangs on a record, all of `at`, and files in the store. */
export async function wholeRecord(world: World, clinic: Clinic, at: At) {
  const { practice, practitionerId, visitTypeId } = clinic;
  const { id: practiceId, chairId, locationId } = practice;
  const patientId = await quietRecord(world, practiceId, at);
  const person = await makePerson(world, practiceId, { role: "staff" });
  const services = await world.services();
  const id = () => services.random.uuid();
  const [thread, message, upload, plan, series, stage] = [id(), id(), id(), id(), id(), id()];
  const [checkIn, visit, entry, labCase, link, storageKey] = [id(), id(), id(), id(), id(), id()];
  const [visitRule, delivery, disruption] = [id(), id(), id()];
  const adjustment = id();
  const { rows: labs } = await world.owner.pool.query<{ id: string }>(
    `insert into reference.lab (id, key, name, base_url, periodic_days, inactive_days)
     values (gen_random_uuid(), gen_random_uuid()::text, 'Lab', 'http://lab.example', 30, 30) returning id`,
  );
  const who = person.personId;
  const startsAt = at.subtract({ minutes: 30 });
  const day = at.toString().slice(0, 10);
  const rows = [
    `thread (practice_id, id, patient_id, subject, last_message_at, created_at, created_by_person_id)
      values ('${practiceId}', '${thread}', '${patientId}', 'Old', '${at}', '${at}', '${who}')`,
    `message (practice_id, id, thread_id, number, author_person_id, author_role, author_name, body, sent_at)
      values ('${practiceId}', '${message}', '${thread}', 1, '${who}', 'staff', 'A', 'Hi', '${at}')`,
    `thread_reader (practice_id, thread_id, person_id, read_at)
      values ('${practiceId}', '${thread}', '${who}', '${at}')`,
    `thread_event (practice_id, id, thread_id, kind, after_number, by_person_id, by_name, at)
      values ('${practiceId}', '${id()}', '${thread}', 'closed', 1, '${who}', 'A', '${at}')`,
    `thread_alarm (practice_id, thread_id, number, decided_at)
      values ('${practiceId}', '${thread}', 1, '${at}')`,
    `notice_bundle (practice_id, thread_id, person_id, opened_at)
      values ('${practiceId}', '${thread}', '${who}', '${at}')`,
    `message_draft (practice_id, id, person_id, thread_id, patient_id, body, updated_at)
      values ('${practiceId}', '${id()}', '${who}', '${thread}', '${patientId}', 'Hm', '${at}')`,
    `upload (practice_id, id, patient_id, uploaded_by_person_id, kind, state, file_name, content_type, bytes, storage_key, created_at)
      values ('${practiceId}', '${upload}', '${patientId}', '${who}', 'photo', 'stored', 'Robin.jpg', 'image/jpeg', 3, '${storageKey}', '${at}')`,
    `message_attachment (practice_id, id, message_id, upload_id)
      values ('${practiceId}', '${id()}', '${message}', '${upload}')`,
    `treatment_plan (practice_id, id, patient_id, practitioner_id, completed_at, created_at)
      values ('${practiceId}', '${plan}', '${patientId}', '${practitionerId}', '${at}', '${at}')`,
    `plan_version (practice_id, id, plan_id, version, reason, snapshot, created_by_person_id, created_at)
      values ('${practiceId}', '${id()}', '${plan}', 1, 'First', '{}', '${who}', '${at}')`,
    `plan_adjustment (practice_id, id, plan_id, number, kind, by_person_id, by_name, created_at)
      values ('${practiceId}', '${adjustment}', '${plan}', 1, 'extension', '${who}', 'A', '${at}')`,
    `treatment_series (practice_id, id, plan_id, number, kind)
      values ('${practiceId}', '${series}', '${plan}', 1, 'initial')`,
    `stage (practice_id, id, series_id, arch, number, interval_days)
      values ('${practiceId}', '${stage}', '${series}', 'upper', 1, 7)`,
    `aligner_change (practice_id, id, plan_id, stage_id, patient_id, changed_on, recorded_by_person_id, recorded_at)
      values ('${practiceId}', '${id()}', '${plan}', '${stage}', '${patientId}', '${day}', '${who}', '${at}')`,
    `plan_pause (practice_id, id, plan_id, from_on, by_person_id, created_at)
      values ('${practiceId}', '${id()}', '${plan}', '${day}', '${who}', '${at}')`,
    `stage_extension (practice_id, id, plan_id, stage_id, days, adjustment_id, by_person_id, created_at)
      values ('${practiceId}', '${id()}', '${plan}', '${stage}', 2, '${adjustment}', '${who}', '${at}')`,
    `backtrack (practice_id, id, plan_id, arch, to_stage_id, "on", by_person_id, created_at)
      values ('${practiceId}', '${id()}', '${plan}', 'upper', '${stage}', '${day}', '${who}', '${at}')`,
    `stop_release (practice_id, id, plan_id, stage_id, released_on, by, by_person_id, created_at)
      values ('${practiceId}', '${id()}', '${plan}', '${stage}', '${day}', 'visit', '${who}', '${at}')`,
    `change_reminder (practice_id, id, plan_id, stage_id, kind, due_on, decided_at)
      values ('${practiceId}', '${id()}', '${plan}', '${stage}', 'late', '${day}', '${at}')`,
    `wear_log (practice_id, id, patient_id, "on", minutes, recorded_by_person_id, recorded_at)
      values ('${practiceId}', '${id()}', '${patientId}', '${day}', 60, '${who}', '${at}')`,
    `check_in (practice_id, id, patient_id, stage_id, state, created_at, submitted_at, reviewed_at)
      values ('${practiceId}', '${checkIn}', '${patientId}', '${stage}', 'go', '${at}', '${at}', '${at}')`,
    `check_in_photo (practice_id, id, check_in_id, upload_id, view, with_aligner)
      values ('${practiceId}', '${id()}', '${checkIn}', '${upload}', 'front', true)`,
    `aligner_problem (practice_id, id, patient_id, stage_id, kind, noticed_on, upload_id, thread_id, reported_by_person_id, reported_at)
      values ('${practiceId}', '${id()}', '${patientId}', '${stage}', 'lost', '${day}', '${upload}', '${thread}', '${who}', '${at}')`,
    `appointment (practice_id, id, patient_id, visit_type_id, practitioner_id, chair_id, location_id, state, starts_at, ends_at, practitioner_busy_from_at, practitioner_busy_until_at, chair_busy_from_at, chair_busy_until_at, created_at, updated_at)
      values ('${practiceId}', '${visit}', '${patientId}', '${visitTypeId}', '${practitionerId}', '${chairId}', '${locationId}', 'completed', '${startsAt}', '${at}', '${startsAt}', '${at}', '${startsAt}', '${at}', '${at}', '${at}')`,
    `appointment_event (practice_id, id, appointment_id, event, to_state, starts_at, at)
      values ('${practiceId}', '${id()}', '${visit}', 'book', 'booked', '${at}', '${at}')`,
    `disruption (practice_id, id, cause, created_at, created_by_person_id)
      values ('${practiceId}', '${disruption}', 'hours', '${at}', '${who}')`,
    `disrupted_visit (practice_id, disruption_id, appointment_id, starts_at, practitioner_id)
      values ('${practiceId}', '${disruption}', '${visit}', '${startsAt}', '${practitionerId}')`,
    `reminder_rule (practice_id, id, minutes_before, channel)
      values ('${practiceId}', '${visitRule}', 60, 'mail')`,
    `reminder (practice_id, id, appointment_id, rule_id, visit_starts_at, minutes_before, due_at)
      values ('${practiceId}', '${id()}', '${visit}', '${visitRule}', '${startsAt}', 60, '${at}')`,
    `waiting_list_entry (practice_id, id, patient_id, visit_type_id, created_at)
      values ('${practiceId}', '${entry}', '${patientId}', '${visitTypeId}', '${at}')`,
    `waiting_list_offer (practice_id, id, entry_id, starts_at, practitioner_id, offered_at, expires_at)
      values ('${practiceId}', '${id()}', '${entry}', '${at}', '${practitionerId}', '${at}', '${at}')`,
    `lab_case (practice_id, id, number, patient_id, practitioner_id, lab_id, state, prescription, consent_at, consent_by_person_id, treatment_plan_id, idempotency_key, patient_reference, created_at, updated_at)
      values ('${practiceId}', '${labCase}', 'C-1', '${patientId}', '${practitionerId}', '${labs[0]?.id ?? ""}', 'completed', '{}', '${at}', '${who}', '${plan}', '${id()}', 'P-0001', '${at}', '${at}')`,
    `case_event (practice_id, id, case_id, event, to_state, at)
      values ('${practiceId}', '${id()}', '${labCase}', 'complete', 'completed', '${at}')`,
    `scan_still (practice_id, upload_id, tries, claimed_until)
      values ('${practiceId}', '${upload}', 1, '${at}')`,
    `case_file (practice_id, id, case_id, upload_id, kind)
      values ('${practiceId}', '${id()}', '${labCase}', '${upload}', 'photo')`,
    `scan_upload (practice_id, upload_id, case_id, arch, begun_by_person_id, byte_count, head_sha256, touched_at)
      values ('${practiceId}', '${upload}', '${labCase}', 'upper', '${who}', 100, sha256('a'), '${at}')`,
    `lab_plan_review (practice_id, id, case_id, lab_plan_id, number, received_at)
      values ('${practiceId}', '${id()}', '${labCase}', 'p', 1, '${at}')`,
    `login_link (practice_id, id, patient_id, purpose, deliver, created_by_person_id, created_at, expires_at)
      values ('${practiceId}', '${link}', '${patientId}', 'registration', 'mail', '${who}', '${at}', '${at}')`,
    `guardianship (practice_id, id, patient_id, guardian_person_id, from_on, invited_at, ended_at, ended_reason)
      values ('${practiceId}', '${id()}', '${patientId}', '${who}', '${day}', '${at}', '${at}', 'age')`,
    `membership (practice_id, id, person_id, login_id, role, patient_id, created_at, ended_at)
      values ('${practiceId}', '${id()}', '${who}', '${person.loginId}', 'patient', '${patientId}', '${at}', '${at}')`,
    `notification_choice (practice_id, id, person_id, topic, patient_id)
      values ('${practiceId}', '${id()}', '${who}', 'visits', '${patientId}')`,
    `record_change (practice_id, id, patient_id, person_id, field, requested_at)
      values ('${practiceId}', '${id()}', '${patientId}', '${who}', 'town', '${at}')`,
    `pms_conflict (practice_id, id, patient_id, field, found_at)
      values ('${practiceId}', '${id()}', '${patientId}', 'town', '${at}')`,
    `patient_merge (practice_id, id, kept_patient_id, merged_patient_id, before, by_person_id, merged_at)
      values ('${practiceId}', '${id()}', '${patientId}', '${id()}', '{}', '${who}', '${at}')`,
    `failed_registration (practice_id, id, cause, patient_id, first_name, last_name, date_of_birth, email, mobile, failed_at)
      values ('${practiceId}', '${id()}', 'landline', '${patientId}', 'Robin', 'Example', '1970-04-02', 'r@example.com', '+46701740690', '${at}')`,
    `failed_registration (practice_id, id, cause, candidate_ids, first_name, last_name, date_of_birth, email, mobile, failed_at)
      values ('${practiceId}', '${id()}', 'two_records', '{${patientId}}', 'Robin', 'Else', '1970-04-02', 'e@example.com', '+46701740691', '${services.now.toString()}')`,
    `delivery (practice_id, id, kind, purpose, state, patient_id, person_id, recipient, content, segments, price_micros, price_currency, next_try_at, created_at)
      values ('${practiceId}', '${delivery}', 'sms', 'visit_booked', 'delivered', '${patientId}', '${who}', '+46701740690', '{"values": {"name": "Robin"}}', 2, 90000, 'EUR', '${at}', '${at}')`,
  ];
  await onRecord(world, practiceId, [
    ...rows.map((row) => `insert into tenant.${row}`),
    `insert into identity.token (id, purpose, digest, practice_id, patient_id, created_at, expires_at)
     values ('${id()}', 'login_link', decode(md5('${link}'), 'hex'), '${practiceId}', '${patientId}', '${at}', '${at}')`,
  ]);
  return { patientId, delivery, storageKey, uploadId: upload };
}
