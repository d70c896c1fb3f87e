-- A receipt names who has read, and says when of the messages alone that were read at that moment: those after
-- `read_after` and up to `read_up_to` (R38). The name stays as it was then, as an author's does.
alter table tenant.thread_reader
  add column read_after integer not null default 0,
  add column reader_name text,
  add column reader_role identity.role,
  add constraint thread_reader_interval check (read_after >= 0 and read_after <= read_up_to);

-- When a message was written that could be sent only later, by the clock of the device (R38).
alter table tenant.message
  add column written_at timestamptz(3),
  add constraint message_written_before check (written_at < sent_at);
