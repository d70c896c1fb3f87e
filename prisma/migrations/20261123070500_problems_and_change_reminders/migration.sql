-- Problems with an aligner (R25): what the orthodontist said beforehand is kept with the report as it was shown, and the
-- practice's first message in its thread answers it, whoever writes it and from wherever.
alter table "tenant"."aligner_problem"
  add column "advice" text,
  add column "advice_from" text,
  add constraint "aligner_problem_shape" check (length("words") <= 2000 and length("advice") between 1 and 2000
    and ("advice" is null) = ("advice_from" is null) and "advice_from" in ('plan', 'practice')),
  -- Goes with its thread.
  add constraint "aligner_problem_practice_id_thread_id_fkey" foreign key ("practice_id", "thread_id")
    references "tenant"."thread"("practice_id", "id") on delete cascade on update restrict;
create unique index "aligner_problem_practice_id_thread_id_key" on "tenant"."aligner_problem" ("practice_id", "thread_id");
-- Two tabs at the same moment make one.
create unique index "aligner_problem_once" on "tenant"."aligner_problem" ("practice_id", "stage_id", "kind")
  where "answered_at" is null and "thread_id" is not null;
create index "aligner_problem_waiting" on "tenant"."aligner_problem" ("practice_id", "reported_at", "id")
  where "answered_at" is null;

create function tenant.answer_problem() returns trigger language plpgsql as $$
begin
  update tenant.aligner_problem p set answered_at = new.sent_at
  where p.practice_id = new.practice_id and p.thread_id = new.thread_id and p.answered_at is null;
  return null;
end $$;
create trigger problem_answered after insert on tenant.message for each row
  when (new.author_role in ('orthodontist', 'staff', 'admin')) execute function tenant.answer_problem();

alter table "tenant"."practice_settings"
  add column "problem_advice" jsonb,
  -- Minutes after the practice's midnight; null: none goes out.
  add column "change_evening_minute" integer default 1110,
  add column "change_day_minute" integer default 510,
  add column "change_late_days" integer default 4,
  add constraint "practice_settings_change_reminders" check ("change_evening_minute" between 720 and 1425
    and "change_day_minute" between 300 and 840 and "change_late_days" between 2 and 14);

-- Reminders of aligner changes (R23). Which are due is derived from the plan's facts; a row says that one was dealt with.
create table "tenant"."change_reminder" (
  "practice_id" uuid not null,
  "id" uuid not null,
  "plan_id" uuid not null,
  "stage_id" uuid not null,
  "kind" text not null,
  "due_on" date not null,
  "decided_at" timestamptz(3) not null,
  "skipped_reason" text,
  "delivery_ids" uuid[] not null default array[]::uuid[],
  constraint "change_reminder_pkey" primary key ("practice_id", "id"),
  constraint "change_reminder_practice_id_plan_id_fkey" foreign key ("practice_id", "plan_id")
    references "tenant"."treatment_plan"("practice_id", "id") on delete cascade on update restrict,
  constraint "change_reminder_practice_id_stage_id_fkey" foreign key ("practice_id", "stage_id")
    references "tenant"."stage"("practice_id", "id") on delete cascade on update restrict,
  constraint "change_reminder_practice_fkey" foreign key ("practice_id")
    references "identity"."practice"("id") on delete restrict on update restrict,
  constraint "change_reminder_kind" check ("kind" in ('evening_before', 'on_day', 'late'))
);
create unique index "change_reminder_practice_id_stage_id_kind_due_on_key"
  on "tenant"."change_reminder" ("practice_id", "stage_id", "kind", "due_on");
-- One word about being late, wherever the day moves to.
create unique index "change_reminder_late_once" on "tenant"."change_reminder" ("practice_id", "stage_id") where "kind" = 'late';
create index "change_reminder_practice_id_plan_id_idx" on "tenant"."change_reminder" ("practice_id", "plan_id");
alter table "tenant"."change_reminder" enable row level security;
alter table "tenant"."change_reminder" force row level security;
create policy own_practice on "tenant"."change_reminder"
  using ("practice_id" = tenant.current_practice()) with check ("practice_id" = tenant.current_practice());

-- How far an evening's or a morning's walk through the practice's plans has come: it goes on from there after a crash.
create table "tenant"."change_reminder_round" (
  "practice_id" uuid not null,
  "on" date not null,
  "round" text not null,
  "after_plan_id" uuid,
  "finished_at" timestamptz(3),
  constraint "change_reminder_round_pkey" primary key ("practice_id", "on", "round"),
  constraint "change_reminder_round_practice_fkey" foreign key ("practice_id")
    references "identity"."practice"("id") on delete restrict on update restrict,
  constraint "change_reminder_round_name" check ("round" in ('evening', 'morning'))
);
alter table "tenant"."change_reminder_round" enable row level security;
alter table "tenant"."change_reminder_round" force row level security;
create policy own_practice on "tenant"."change_reminder_round"
  using ("practice_id" = tenant.current_practice()) with check ("practice_id" = tenant.current_practice());

-- What has not left yet when a plan's facts change says something that may not be so any more.
create function tenant.drop_change_reminders() returns trigger language plpgsql as $$
begin
  with gone as (
    update tenant.delivery d
    set state = 'dropped', settled_at = public.app_now(), sealed_secret = null, secret_key_id = null
    from tenant.change_reminder r
    where r.practice_id = new.practice_id and r.plan_id = new.plan_id and r.decided_at > public.app_now() - interval '3 days'
      and d.practice_id = r.practice_id and d.id = any (r.delivery_ids) and d.state = 'queued'
    returning r.id
  )
  update tenant.change_reminder r set skipped_reason = 'overtaken' from gone
  where r.practice_id = new.practice_id and r.id = gone.id;
  return null;
end $$;
create trigger change_reminders_dropped after insert or update of undone_at on tenant.aligner_change
  for each row execute function tenant.drop_change_reminders();
create trigger change_reminders_dropped after insert or update of undone_at on tenant.plan_adjustment
  for each row execute function tenant.drop_change_reminders();
create trigger change_reminders_dropped after insert on tenant.plan_version
  for each row execute function tenant.drop_change_reminders();
