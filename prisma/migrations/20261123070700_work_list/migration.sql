-- The orthodontist's lists (R52), read for ten thousand patients: by name in pages, the latest change of a plan without
-- its whole history, and what nobody has answered yet.
create index patient_by_name on tenant.patient (practice_id, last_name, first_name, id) where archived_at is null;
create index aligner_change_latest on tenant.aligner_change (practice_id, plan_id, changed_on desc, recorded_at desc)
  where undone_at is null;
create index aligner_problem_unanswered on tenant.aligner_problem (practice_id, patient_id) where answered_at is null;
create index check_in_submitted on tenant.check_in (practice_id, patient_id) where state = 'submitted';
create index thread_unanswered on tenant.thread (practice_id, patient_id) where state = 'open' and last_message_by_patient;
create index treatment_plan_draft on tenant.treatment_plan (practice_id, patient_id)
  where approved_at is null and completed_at is null;
