-- A case is kept while it is written (R41): the step one was at, who recorded the patient's consent, and the treatment
-- plan that was made from the lab's. Nothing leaves without consent.
alter table tenant.lab_case
  add column step text not null default 'prescription',
  add column consent_by_person_id uuid,
  add column treatment_plan_id uuid,
  add constraint lab_case_step check (step in ('prescription', 'records', 'consent', 'review')),
  add constraint lab_case_consented check (consent_at is not null or state in ('draft', 'cancelled')),
  add constraint lab_case_plan_fkey foreign key (practice_id, treatment_plan_id)
    references tenant.treatment_plan (practice_id, id) on delete set null (treatment_plan_id);
-- One file stands once in a case.
create unique index case_file_practice_id_case_id_upload_id_key on tenant.case_file (practice_id, case_id, upload_id);
-- Lists of a practice: the newest change first.
create index lab_case_changed on tenant.lab_case (practice_id, updated_at desc, id);

-- Numbers of cases count up per practice and year.
create table tenant.case_number (
  practice_id uuid not null,
  year integer not null,
  last integer not null,
  constraint case_number_pkey primary key (practice_id, year),
  constraint case_number_practice_fkey foreign key (practice_id) references identity.practice (id)
    on delete restrict on update restrict,
  constraint case_number_positive check (last > 0)
);
alter table tenant.case_number enable row level security;
alter table tenant.case_number force row level security;
create policy own_practice on tenant.case_number
  using (practice_id = tenant.current_practice()) with check (practice_id = tenant.current_practice());
revoke delete on tenant.case_number from archway_app;
