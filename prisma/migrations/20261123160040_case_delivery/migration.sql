-- What a connection needs beside its tokens (R46, R48, S18): who renews them now, the secret with which the lab signs its
-- webhooks, and how far its list was read.
alter table tenant.lab_connection
  add column renewing_until_at timestamptz(3),
  add column webhook_sealed_secret bytea,
  add column webhook_key_id text,
  add column webhook_registered_at timestamptz(3),
  add column list_cursor text,
  add column listed_at timestamptz(3),
  add constraint lab_connection_webhook check ((webhook_sealed_secret is null) = (webhook_key_id is null)
    and (webhook_registered_at is null or webhook_sealed_secret is not null));

-- The lab's reports on a case: the last one that was taken or passed over, and the last one that was seen (R48).
alter table tenant.lab_case
  add column reports_taken int not null default 0,
  add column reports_seen int not null default 0,
  add constraint lab_case_reports check (reports_taken >= 0 and reports_seen >= reports_taken);
create index lab_case_of_lab on tenant.lab_case (practice_id, lab_id, practitioner_id, lab_case_id) where lab_case_id is not null;

-- Since when it may have reached the other side although nobody confirmed it (R46).
alter table tenant.delivery add column unclear_at timestamptz(3);
-- One delivery of a kind under way per case: pressing twice sends once.
create unique index delivery_of_case_once on tenant.delivery (practice_id, case_id, purpose)
  where kind = 'lab_case' and state in ('queued', 'sending', 'unknown');
