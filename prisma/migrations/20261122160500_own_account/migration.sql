-- What people change of their own account (R17): one live change of address per login, choices per child, and the
-- changes of a record that the practice's own system is told.

create unique index "token_one_email_change" on "identity"."token" ("login_id")
  where "purpose" = 'email_change' and "used_at" is null and "replaced_at" is null;

-- Whose treatment a choice is about; null on the practice's side.
alter table "tenant"."notification_choice" add column "patient_id" uuid;
drop index "tenant"."notification_choice_practice_id_person_id_topic_key";
create unique index "notification_choice_practice_id_person_id_topic_patient_id_key"
  on "tenant"."notification_choice"("practice_id", "person_id", "topic", "patient_id");
create unique index "notification_choice_without_patient"
  on "tenant"."notification_choice" ("practice_id", "person_id", "topic") where "patient_id" is null;
alter table "tenant"."notification_choice" add constraint "notification_choice_practice_id_patient_id_fkey"
  foreign key ("practice_id", "patient_id") references "tenant"."patient"("practice_id", "id") on delete restrict on update restrict;

create table "tenant"."record_change" (
  "practice_id" uuid not null,
  "id" uuid not null,
  "patient_id" uuid not null,
  "person_id" uuid not null,
  "field" text not null,
  "before" text,
  "after" text,
  "requested_at" timestamptz(3) not null,
  "settled_at" timestamptz(3),
  "outcome" text,
  constraint "record_change_pkey" primary key ("practice_id", "id"),
  constraint "record_change_practice_fkey" foreign key ("practice_id") references "identity"."practice"("id") on delete restrict on update restrict,
  constraint "record_change_practice_id_patient_id_fkey" foreign key ("practice_id", "patient_id") references "tenant"."patient"("practice_id", "id") on delete restrict on update restrict,
  constraint "record_change_person_fkey" foreign key ("person_id") references "identity"."person"("id"),
  constraint "record_change_outcome" check (("settled_at" is null) = ("outcome" is null)
    and "outcome" in ('kept_here', 'sent', 'not_taken', 'replaced'))
);
create index "record_change_practice_id_patient_id_requested_at_idx" on "tenant"."record_change"("practice_id", "patient_id", "requested_at");
-- Changes of one field follow each other: only the newest still waits.
create unique index "record_change_one_waiting" on "tenant"."record_change" ("practice_id", "patient_id", "field") where "settled_at" is null;
alter table "tenant"."record_change" enable row level security;
alter table "tenant"."record_change" force row level security;
create policy own_practice on "tenant"."record_change"
  using ("practice_id" = tenant.current_practice()) with check ("practice_id" = tenant.current_practice());
