-- Photo check-ins (R24): what the orthodontist answered beside what was asked, and who answered; one open request a
-- patient, so that a second tab, a second worker or a second orthodontist adds to none.
alter table tenant.check_in
  add column reviewed_by_name text,
  add column verdict_note text,
  add column cancelled_at timestamptz(3);

-- Until now the verdict's words stood where the request's stand.
update tenant.check_in set verdict_note = note, note = null where state in ('go', 'not_yet');

alter table tenant.check_in
  add constraint check_in_facts_of_state check (case state
    when 'requested' then submitted_at is null and reviewed_at is null and cancelled_at is null
    when 'submitted' then submitted_at is not null and reviewed_at is null and cancelled_at is null
    when 'cancelled' then cancelled_at is not null and reviewed_at is null
    else submitted_at is not null and reviewed_at is not null and cancelled_at is null end);

create unique index check_in_one_open on tenant.check_in (practice_id, patient_id)
  where state in ('requested', 'submitted');
create index check_in_waiting on tenant.check_in (practice_id, submitted_at, id) where state = 'submitted';
create index check_in_practice_id_patient_id_created_at_idx on tenant.check_in (practice_id, patient_id, created_at);

alter table tenant.check_in_photo
  add constraint check_in_photo_view_known check (view in ('front', 'left', 'right', 'upper', 'lower'));
create unique index check_in_photo_practice_id_check_in_id_view_with_aligner_key
  on tenant.check_in_photo (practice_id, check_in_id, view, with_aligner);
create unique index check_in_photo_practice_id_upload_id_key on tenant.check_in_photo (practice_id, upload_id);
