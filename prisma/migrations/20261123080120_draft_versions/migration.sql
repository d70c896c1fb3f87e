-- Which writing of a draft this is: a tab that read another one does not write over it (R38).
alter table tenant.message_draft
  add column version integer not null default 0,
  add constraint message_draft_version check (version >= 0);
