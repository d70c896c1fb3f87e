-- What a case needs beside its state (R41, R46, R48): where it was put on hold, the pseudonym under which the lab knows
-- the patient, and the lab's plan as it was presented. A delivery to the lab says which case it carries.
alter table tenant.lab_case
  add column held_from tenant.case_state,
  add column patient_reference text;
update tenant.lab_case c set held_from = (select e.from_state from tenant.case_event e
  where e.practice_id = c.practice_id and e.case_id = c.id and e.event = 'put_on_hold' order by e.at desc limit 1)
  where c.state = 'on_hold';
update tenant.lab_case set patient_reference = 'P-' || upper(substr(replace(id::text, '-', ''), 21)) where patient_reference is null;
alter table tenant.lab_case
  alter column patient_reference set not null,
  add constraint lab_case_held_from check ((state = 'on_hold') = (held_from is not null)),
  add constraint lab_case_reference check (patient_reference ~ '^[A-Za-z0-9-]{4,40}$');
-- The cases that go to one lab under one orthodontist's connection, as they wait (R46).
create index lab_case_waiting on tenant.lab_case (practice_id, practitioner_id, lab_id)
  where state in ('queued', 'held_for_reauthentication', 'sending', 'sent', 'send_failed', 'delivery_unknown');

alter table tenant.lab_plan_review
  add column plan jsonb,
  add constraint lab_plan_review_decided check ((decision is null) = (decided_at is null)
    and decision in ('approved', 'changes_requested'));

alter table tenant.case_file add constraint case_file_kind check (kind in ('scan', 'photo')
  and (kind <> 'scan' or arch is not null or position >= 0));

-- The lab gets nothing about a case that is gone; the row stays to be counted (R51).
alter table tenant.delivery add column case_id uuid,
  add constraint delivery_case_fkey foreign key (practice_id, case_id) references tenant.lab_case (practice_id, id)
    on delete set null (case_id);
create index delivery_case on tenant.delivery (practice_id, case_id) where case_id is not null;
