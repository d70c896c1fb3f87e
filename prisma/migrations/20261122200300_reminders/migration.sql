-- Reminders of visits (R35). Which are due is read from visits and rules; a row is written when one is sent or passed over,
-- in the transaction that queues its mails and texts. The key is the once-guard: one per visit, rule and time of the visit.
-- Nothing has written reminders so far.
alter table "tenant"."reminder_rule"
  add column "without_login" boolean not null default false,
  add column "counts_from_at" timestamptz(3),
  add constraint "reminder_rule_minutes" check ("minutes_before" between 30 and 43200),
  add constraint "reminder_rule_channel" check ("channel" in ('mail', 'sms'));
create unique index "reminder_rule_once" on "tenant"."reminder_rule" ("practice_id",
  coalesce("visit_type_id", '00000000-0000-0000-0000-000000000000'), "minutes_before", "channel");

drop index "tenant"."reminder_practice_id_appointment_id_rule_id_due_at_key";
alter table "tenant"."reminder"
  drop column "delivery_id",
  add column "visit_starts_at" timestamptz(3) not null,
  add column "minutes_before" integer not null,
  add column "skipped_at" timestamptz(3),
  add column "skipped_reason" text,
  add column "delivery_ids" uuid[] not null default array[]::uuid[],
  add constraint "reminder_skipped" check (("skipped_at" is null) = ("skipped_reason" is null)
    and not ("skipped_at" is not null and "sent_at" is not null));
create unique index "reminder_practice_id_appointment_id_rule_id_visit_starts_at_key"
  on "tenant"."reminder" ("practice_id", "appointment_id", "rule_id", "visit_starts_at", "minutes_before");

-- What a sweep reads: the visits ahead, without those that are over, cancelled or only wished for.
create index "appointment_ahead" on "tenant"."appointment" ("practice_id", "starts_at") where "state" in ('booked', 'confirmed');

-- A visit that moves or is called off takes along what has not left yet, whoever did it and however (R31).
create function tenant.drop_reminders() returns trigger language plpgsql as $$
begin
  with gone as (
    update tenant.delivery d
    set state = 'dropped', settled_at = public.app_now(), sealed_secret = null, secret_key_id = null
    from tenant.reminder r
    where r.practice_id = old.practice_id and r.appointment_id = old.id and r.visit_starts_at = old.starts_at
      and r.sent_at is not null and d.practice_id = r.practice_id and d.id = any (r.delivery_ids) and d.state = 'queued'
    returning r.id
  )
  update tenant.reminder r set cancelled_at = public.app_now() from gone
  where r.practice_id = old.practice_id and r.id = gone.id;
  return null;
end $$;
create trigger reminders_dropped after update of state, starts_at on tenant.appointment for each row
  when (old.state in ('booked', 'confirmed')
    and (new.starts_at <> old.starts_at or new.state not in ('booked', 'confirmed')))
  execute function tenant.drop_reminders();
