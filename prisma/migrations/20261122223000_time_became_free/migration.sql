-- One function is told that time became free (R35), by triggers and by whoever opens hours. Nobody waits: no row.
create function tenant.time_became_free(p_practice uuid, p_practitioner uuid, p_starts_at timestamptz, p_ends_at timestamptz)
returns void language sql as $$
  insert into tenant.freed_time (practice_id, id, practitioner_id, starts_at, ends_at, freed_at, next_look_at)
  select p_practice, gen_random_uuid(), p_practitioner, p_starts_at, p_ends_at, public.app_now(), public.app_now()
  where exists (select from tenant.waiting_list_entry e where e.practice_id = p_practice and e.closed_at is null)
$$;

create or replace function tenant.note_freed_time() returns trigger language plpgsql as $$
declare
  v_old jsonb := to_jsonb(old);
begin
  perform tenant.time_became_free(old.practice_id, (v_old ->> 'practitioner_id')::uuid,
    coalesce(v_old ->> 'practitioner_busy_from_at', v_old ->> 'starts_at')::timestamptz,
    coalesce(v_old ->> 'practitioner_busy_until_at', v_old ->> 'ends_at')::timestamptz);
  return null;
end $$;
