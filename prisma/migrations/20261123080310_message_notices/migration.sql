-- Notices of messages (R39). A row stands while somebody has unread messages in a thread: `latest_number` is the newest of
-- others, `told_up_to` how far the last notice went, `look_at` when to look again; null: nothing is left to do until more
-- comes. `delivery_ids` are the last notice's.
alter table tenant.notice_bundle
  drop column delivery_id,
  add column latest_number integer not null default 0,
  add column told_up_to integer not null default 0,
  add column told_at timestamptz(3),
  add column look_at timestamptz(3),
  add column delivery_ids uuid[] not null default array[]::uuid[],
  add constraint notice_bundle_numbers check (told_up_to between 0 and latest_number);
create index notice_bundle_due on tenant.notice_bundle (practice_id, look_at) where look_at is not null;

-- Of the practice's people: messages of threads that are theirs (null too), or of all they take part in.
alter table tenant.notification_choice
  add column threads text,
  add constraint notification_choice_threads check (threads is null or (threads in ('own', 'all') and patient_id is null));

alter type tenant.delivery_kind add value 'push';

-- A browser that shows notices (R39): of one person in one practice, begun by a session, ended with its logout.
alter table tenant.push_subscription
  add column login_id uuid not null,
  add column session_id uuid not null,
  add column browser text,
  add column seen_at timestamptz(3) not null,
  add constraint push_subscription_shape check (length(endpoint) between 12 and 1000);
create index push_subscription_practice_id_person_id_idx on tenant.push_subscription (practice_id, person_id);
