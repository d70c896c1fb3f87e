-- A thread is read with its attachments, and a file hangs on one message only: another one would open it to other eyes.
create index "message_attachment_practice_id_message_id_idx" on tenant.message_attachment (practice_id, message_id);
create unique index "message_attachment_practice_id_upload_id_key" on tenant.message_attachment (practice_id, upload_id);

-- The inbox of all threads, newest first.
create index "thread_practice_id_last_message_at_idx" on tenant.thread (practice_id, last_message_at);

-- What a new thread is to be called belongs to its draft; one such draft per person and patient.
alter table tenant.message_draft add column subject text;
create unique index message_draft_new_thread on tenant.message_draft (practice_id, person_id, patient_id) where thread_id is null;
