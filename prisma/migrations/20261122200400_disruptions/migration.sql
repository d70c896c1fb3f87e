-- Visits that a closure, time off, other hours or an archived chair has put in the way, to be worked through (R36).
create type "tenant"."disruption_cause" as enum ('closure', 'time_off', 'hours', 'chair');
create table "tenant"."disruption" (
  "practice_id" uuid not null,
  "id" uuid not null,
  "cause" "tenant"."disruption_cause" not null,
  "source_id" uuid,
  "location_id" uuid,
  "practitioner_id" uuid,
  "starts_at" timestamptz(3),
  "ends_at" timestamptz(3),
  "reason" text,
  "created_at" timestamptz(3) not null,
  "created_by_person_id" uuid not null,
  constraint "disruption_pkey" primary key ("practice_id", "id"),
  constraint "disruption_practice_fkey" foreign key ("practice_id") references "identity"."practice"("id") on delete restrict on update restrict,
  constraint "disruption_location_fkey" foreign key ("practice_id", "location_id")
    references "tenant"."location"("practice_id", "id") on delete restrict on update restrict,
  constraint "disruption_practitioner_fkey" foreign key ("practice_id", "practitioner_id")
    references "tenant"."practitioner"("practice_id", "id") on delete restrict on update restrict,
  constraint "disruption_reason_length" check (length("reason") between 1 and 300)
);
-- What was true when the visit came on the list; what became of it is read from the visit itself.
create table "tenant"."disrupted_visit" (
  "practice_id" uuid not null,
  "disruption_id" uuid not null,
  "appointment_id" uuid not null,
  "starts_at" timestamptz(3) not null,
  "practitioner_id" uuid not null,
  "chair_id" uuid,
  "asked_at" timestamptz(3),
  "reached_at" timestamptz(3),
  "reached_by_person_id" uuid,
  constraint "disrupted_visit_pkey" primary key ("practice_id", "disruption_id", "appointment_id"),
  constraint "disrupted_visit_disruption_fkey" foreign key ("practice_id", "disruption_id")
    references "tenant"."disruption"("practice_id", "id") on delete restrict on update restrict,
  -- A record that retention removes takes its visits' lines along (S23).
  constraint "disrupted_visit_appointment_fkey" foreign key ("practice_id", "appointment_id")
    references "tenant"."appointment"("practice_id", "id") on delete cascade on update restrict,
  constraint "disrupted_visit_reached" check (("reached_at" is null) = ("reached_by_person_id" is null))
);
create index "disruption_practice_id_created_at_idx" on "tenant"."disruption" ("practice_id", "created_at");
create index "disrupted_visit_practice_id_appointment_id_idx" on "tenant"."disrupted_visit" ("practice_id", "appointment_id");
alter table "tenant"."disruption" enable row level security;
alter table "tenant"."disruption" force row level security;
create policy own_practice on "tenant"."disruption"
  using ("practice_id" = tenant.current_practice()) with check ("practice_id" = tenant.current_practice());
alter table "tenant"."disrupted_visit" enable row level security;
alter table "tenant"."disrupted_visit" force row level security;
create policy own_practice on "tenant"."disrupted_visit"
  using ("practice_id" = tenant.current_practice()) with check ("practice_id" = tenant.current_practice());

-- What the settings' rules say, for every way in (R29).
alter table "tenant"."visit_type" add constraint "visit_type_bounds" check (length("name") between 1 and 100
  and "buffer_before_minutes" <= 240 and "buffer_after_minutes" <= 240 and "lead_minutes" <= 43200
  and ("horizon_days" is null or "horizon_days" between 1 and 730) and ("daily_limit" is null or "daily_limit" between 1 and 100));
alter table "tenant"."practice_settings" add constraint "practice_settings_booking" check ("minimum_gap_minutes" <= 240
  and "booking_notice_hours" <= 720 and "reschedule_notice_hours" <= 720 and "cancel_notice_hours" <= 720
  and "held_times_at_most" between 1 and 10);
alter table "tenant"."closure" add constraint "closure_reason_length" check (length("reason") between 1 and 300);
alter table "tenant"."opening_hours" add constraint "opening_hours_apart" exclude using gist
  ("practice_id" with =, "location_id" with =, "weekday" with =, int4range("opens_minute", "closes_minute") with &&);
alter table "tenant"."practitioner_hours" add constraint "practitioner_hours_valid"
  check ("valid_from_on" is null or "valid_until_on" is null or "valid_from_on" < "valid_until_on");
