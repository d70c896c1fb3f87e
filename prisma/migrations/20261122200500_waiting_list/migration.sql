-- The waiting list (R35): what a patient waits for, what was offered, and which times became free.
alter table "tenant"."waiting_list_entry"
  add column "weekdays" integer[] not null default '{}',
  add column "from_minute" integer,
  add column "until_minute" integer,
  add column "by_text" boolean not null default false,
  add column "added_by_person_id" uuid,
  add constraint "waiting_list_entry_days" check ("earliest_on" is null or "latest_on" is null or "earliest_on" <= "latest_on"),
  add constraint "waiting_list_entry_weekdays" check ("weekdays" <@ array[1, 2, 3, 4, 5, 6, 7]),
  add constraint "waiting_list_entry_minutes" check (coalesce("from_minute", 0) >= 0
    and coalesce("until_minute", 1440) <= 1440 and coalesce("from_minute", 0) < coalesce("until_minute", 1440));
-- One live entry per patient and type of visit, whoever asks at the same moment.
create unique index "waiting_list_entry_one_live" on "tenant"."waiting_list_entry" ("practice_id", "patient_id", "visit_type_id")
  where "closed_at" is null;
create index "waiting_list_entry_live" on "tenant"."waiting_list_entry" ("practice_id", "created_at") where "closed_at" is null;

alter table "tenant"."waiting_list_offer"
  add column "declined_at" timestamptz(3),
  add column "freed_time_id" uuid,
  add column "offered_by_person_id" uuid,
  add constraint "waiting_list_offer_one_end" check (num_nonnulls("accepted_at", "withdrawn_at", "declined_at") <= 1);
create index "waiting_list_offer_practice_id_entry_id_idx" on "tenant"."waiting_list_offer" ("practice_id", "entry_id");
-- Nobody is told twice of one freed time.
create unique index "waiting_list_offer_once" on "tenant"."waiting_list_offer" ("practice_id", "entry_id", "freed_time_id")
  where "freed_time_id" is not null;

-- Times that became free and are still to be offered: gone once there is nothing left to do. Null: everybody's time.
create table "tenant"."freed_time" (
  "practice_id" uuid not null,
  "id" uuid not null,
  "practitioner_id" uuid,
  "starts_at" timestamptz(3) not null,
  "ends_at" timestamptz(3) not null,
  "freed_at" timestamptz(3) not null,
  "next_look_at" timestamptz(3) not null,
  constraint "freed_time_pkey" primary key ("practice_id", "id"),
  constraint "freed_time_practice_fkey" foreign key ("practice_id") references "identity"."practice"("id") on delete restrict on update restrict,
  constraint "freed_time_practitioner_fkey" foreign key ("practice_id", "practitioner_id")
    references "tenant"."practitioner"("practice_id", "id") on delete restrict on update restrict,
  constraint "freed_time_span" check ("starts_at" < "ends_at")
);
create index "freed_time_practice_id_next_look_at_idx" on "tenant"."freed_time" ("practice_id", "next_look_at");
alter table "tenant"."freed_time" enable row level security;
alter table "tenant"."freed_time" force row level security;
create policy own_practice on "tenant"."freed_time"
  using ("practice_id" = tenant.current_practice()) with check ("practice_id" = tenant.current_practice());

-- Whatever frees a time, in its own transaction, so that no way of doing it can forget the list. Nobody waits: no row.
create function tenant.note_freed_time() returns trigger language plpgsql as $$
declare
  v_old jsonb := to_jsonb(old);
begin
  insert into tenant.freed_time (practice_id, id, practitioner_id, starts_at, ends_at, freed_at, next_look_at)
  select old.practice_id, gen_random_uuid(), (v_old ->> 'practitioner_id')::uuid,
    coalesce(v_old ->> 'practitioner_busy_from_at', v_old ->> 'starts_at')::timestamptz,
    coalesce(v_old ->> 'practitioner_busy_until_at', v_old ->> 'ends_at')::timestamptz, app_now(), app_now()
  where exists (select from tenant.waiting_list_entry e where e.practice_id = old.practice_id and e.closed_at is null);
  return null;
end $$;
create trigger visit_time_freed after update on tenant.appointment for each row
  when (old.state in ('requested', 'booked', 'confirmed') and old.practitioner_busy_until_at > app_now()
    and (new.state in ('cancelled', 'no_show', 'released') or new.practitioner_id <> old.practitioner_id
      or new.practitioner_busy_from_at > old.practitioner_busy_from_at
      or new.practitioner_busy_until_at < old.practitioner_busy_until_at))
  execute function tenant.note_freed_time();
create trigger closure_time_freed after update or delete on tenant.closure for each row
  when (old.ends_at > app_now()) execute function tenant.note_freed_time();
create trigger time_off_freed after update or delete on tenant.time_off for each row
  when (old.ends_at > app_now()) execute function tenant.note_freed_time();

-- A wish for an earlier time ends with its visit; one for any time ends when a visit of its type is booked.
create function tenant.end_waiting() returns trigger language plpgsql as $$
begin
  if tg_argv[0] = 'visit_ended' then
    update tenant.waiting_list_entry set closed_at = app_now()
    where practice_id = new.practice_id and appointment_id = new.id and closed_at is null;
  else
    update tenant.waiting_list_entry set closed_at = app_now()
    where practice_id = new.practice_id and patient_id = new.patient_id and visit_type_id = new.visit_type_id
      and appointment_id is null and closed_at is null;
  end if;
  return null;
end $$;
create trigger visit_ends_waiting after update of state on tenant.appointment for each row
  when (old.state in ('requested', 'booked', 'confirmed') and new.state not in ('requested', 'booked', 'confirmed'))
  execute function tenant.end_waiting('visit_ended');
create trigger booking_ends_waiting after insert on tenant.appointment for each row
  when (new.state in ('requested', 'booked', 'confirmed')) execute function tenant.end_waiting('visit_booked');
create trigger hold_booked_ends_waiting after update of state on tenant.appointment for each row
  when (old.state = 'held' and new.state in ('requested', 'booked', 'confirmed')) execute function tenant.end_waiting('visit_booked');

-- Who waits no longer is offered nothing any more.
create function tenant.withdraw_offers() returns trigger language plpgsql as $$
begin
  update tenant.waiting_list_offer set withdrawn_at = new.closed_at
  where practice_id = new.practice_id and entry_id = new.id
    and accepted_at is null and withdrawn_at is null and declined_at is null;
  return null;
end $$;
create trigger waiting_ended after update of closed_at on tenant.waiting_list_entry for each row
  when (old.closed_at is null and new.closed_at is not null) execute function tenant.withdraw_offers();
