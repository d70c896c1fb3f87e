-- A wish for another time of a visit is a row beside it that occupies the wished time (R31, S16): one per visit.
alter table "tenant"."appointment" add constraint "appointment_wish_state"
  check ("replaces_appointment_id" is null or "state" in ('requested', 'released'));
create unique index "appointment_one_wish" on "tenant"."appointment" ("practice_id", "replaces_appointment_id")
  where "state" = 'requested' and "replaces_appointment_id" is not null;

-- A visit that moves or does not wait any more takes its wish along, whoever did it and however.
create function tenant.end_wish() returns trigger language plpgsql as $$
begin
  with gone as (
    update tenant.appointment w
    set state = 'released', updated_at = new.updated_at, version = w.version + 1
    where w.practice_id = new.practice_id and w.replaces_appointment_id = new.id and w.state = 'requested'
    returning w.id, w.starts_at
  )
  insert into tenant.appointment_event (practice_id, id, appointment_id, event, from_state, to_state, starts_at, at)
  select new.practice_id, gen_random_uuid(), gone.id, 'release', 'requested', 'released', gone.starts_at, new.updated_at
  from gone;
  return null;
end $$;
create trigger wish_ends_with_visit after update of state, starts_at on tenant.appointment for each row
  when (new.replaces_appointment_id is null and old.state in ('booked', 'confirmed')
    and (new.state not in ('booked', 'confirmed') or new.starts_at <> old.starts_at))
  execute function tenant.end_wish();

-- Who asks for another time has not booked a further visit: who waits for one goes on waiting.
create or replace function tenant.end_waiting() returns trigger language plpgsql as $$
begin
  if new.replaces_appointment_id is not null then
    return null;
  end if;
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
