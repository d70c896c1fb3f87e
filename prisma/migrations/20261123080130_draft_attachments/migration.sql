-- Files of a message not sent yet, so that they are there again after the page was left (R38). The draft spares them from
-- the sweep of what nobody used (S15); they go with it: sent, removed, or too old.
alter table tenant.message_draft
  add column upload_ids uuid[] not null default array[]::uuid[],
  add constraint message_draft_uploads check (cardinality(upload_ids) <= 10);
