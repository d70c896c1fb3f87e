-- The shared inbox (R40). Of a thread that is open: the patient's first message that nobody has answered, and when it came.
-- Closing keeps both, so that undoing it shows what stood there; the trigger leaves nobody a way to forget them.
alter table tenant.thread
  add column unanswered_from integer,
  add column unanswered_since_at timestamptz(3);
create function tenant.note_unanswered() returns trigger language plpgsql as $$
begin
  if not new.last_message_by_patient then
    new.unanswered_from := null;
    new.unanswered_since_at := null;
  elsif tg_op = 'INSERT' or old.unanswered_from is null then
    new.unanswered_from := greatest(new.message_count, 1);
    new.unanswered_since_at := new.last_message_at;
  elsif old.state = 'closed' and new.message_count > old.message_count then
    -- What was closed without an answer needs none any more.
    new.unanswered_from := new.message_count;
    new.unanswered_since_at := new.last_message_at;
  end if;
  return new;
end $$;
create trigger unanswered_noted before insert or update on tenant.thread
  for each row execute function tenant.note_unanswered();
alter table tenant.thread no force row level security;
update tenant.thread set state = state where last_message_by_patient;
alter table tenant.thread force row level security;
create index thread_unanswered_since on tenant.thread (practice_id, unanswered_since_at, id)
  where state = 'open' and last_message_by_patient;
create index thread_snoozed_until on tenant.thread (practice_id, snoozed_until_at) where snoozed_until_at is not null;

-- A reply during an absence: which one's. Once per thread and absence; it is nobody's answer.
alter table tenant.message add column automatic_for uuid;
create unique index message_automatic_once on tenant.message (practice_id, thread_id, automatic_for)
  where automatic_for is not null;
drop trigger problem_answered on tenant.message;
create trigger problem_answered after insert on tenant.message for each row
  when (new.author_role in ('orthodontist', 'staff', 'admin') and new.automatic_for is null)
  execute function tenant.answer_problem();

-- What the practice did with a thread: who, when, why. `after_number` is the newest message at that moment.
create table tenant.thread_event (
  practice_id uuid not null,
  id uuid not null,
  thread_id uuid not null,
  kind text not null,
  after_number integer not null,
  by_person_id uuid not null,
  by_name text not null,
  to_person_id uuid,
  to_name text,
  until_at timestamptz(3),
  reason text,
  at timestamptz(3) not null,
  constraint thread_event_pkey primary key (practice_id, id),
  constraint thread_event_practice_id_thread_id_fkey foreign key (practice_id, thread_id)
    references tenant.thread(practice_id, id) on delete cascade on update restrict,
  constraint thread_event_practice_fkey foreign key (practice_id)
    references identity.practice(id) on delete restrict on update restrict,
  constraint thread_event_shape check (kind in ('closed', 'reopened', 'assigned', 'snoozed', 'woken', 'staff_in', 'staff_out')
    and length(reason) between 1 and 200)
);
create index thread_event_practice_id_thread_id_at_idx on tenant.thread_event (practice_id, thread_id, at);
alter table tenant.thread_event enable row level security;
alter table tenant.thread_event force row level security;
create policy own_practice on tenant.thread_event
  using (practice_id = tenant.current_practice()) with check (practice_id = tenant.current_practice());
-- History only grows; it goes with its thread.
revoke update, delete on tenant.thread_event from archway_app;

-- Nobody answered in the practice's hours: one row for each message that was waited for, whatever becomes of the mails.
create table tenant.thread_alarm (
  practice_id uuid not null,
  thread_id uuid not null,
  number integer not null,
  decided_at timestamptz(3) not null,
  delivery_ids uuid[] not null default array[]::uuid[],
  constraint thread_alarm_pkey primary key (practice_id, thread_id, number),
  constraint thread_alarm_practice_id_thread_id_fkey foreign key (practice_id, thread_id)
    references tenant.thread(practice_id, id) on delete cascade on update restrict,
  constraint thread_alarm_practice_fkey foreign key (practice_id)
    references identity.practice(id) on delete restrict on update restrict
);
alter table tenant.thread_alarm enable row level security;
alter table tenant.thread_alarm force row level security;
create policy own_practice on tenant.thread_alarm
  using (practice_id = tenant.current_practice()) with check (practice_id = tenant.current_practice());

alter table tenant.practice_settings
  -- Working hours; null: no alarm.
  add column unanswered_alarm_hours integer default 8,
  add constraint practice_settings_messages check (unanswered_alarm_hours between 1 and 80 and answer_hours between 1 and 240
    and length(answer_words) between 1 and 300 and length(emergency_words) between 1 and 300);

-- Whose template; null: everybody's at the practice.
alter table tenant.message_template
  add column owner_person_id uuid,
  add constraint message_template_shape check (length(name) between 1 and 80 and length(body) between 1 and 4000);
create index message_template_practice_id_idx on tenant.message_template (practice_id) where archived_at is null;

-- Days of the practice's zone, half-open.
alter table tenant.absence_cover
  add constraint absence_cover_shape check (from_on < until_on and length(reply_words) between 1 and 2000),
  add constraint absence_cover_apart exclude using gist
    (practice_id with =, practitioner_id with =, daterange(from_on, until_on) with &&);
