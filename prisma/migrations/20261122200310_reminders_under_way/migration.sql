-- What is just being sent when its visit moves or is called off may fail and be tried again, hours later. It is not taken
-- out of the sender's hands, which would forget a text that was sent (R51): its time is over, so there is no next try.
create or replace function tenant.drop_reminders() returns trigger language plpgsql as $$
begin
  with gone as (
    update tenant.delivery d
    set state = case when d.state = 'queued' then 'dropped' else d.state end,
      settled_at = case when d.state = 'queued' then public.app_now() end,
      sealed_secret = case when d.state = 'queued' then null else d.sealed_secret end,
      secret_key_id = case when d.state = 'queued' then null else d.secret_key_id end,
      expires_at = public.app_now()
    from tenant.reminder r
    where r.practice_id = old.practice_id and r.appointment_id = old.id and r.visit_starts_at = old.starts_at
      and r.sent_at is not null and d.practice_id = r.practice_id and d.id = any (r.delivery_ids)
      and d.state in ('queued', 'sending', 'unknown')
    returning r.id
  )
  update tenant.reminder r set cancelled_at = public.app_now() from gone
  where r.practice_id = old.practice_id and r.id = gone.id;
  return null;
end $$;
