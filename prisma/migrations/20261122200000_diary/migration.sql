-- The practice's diary (R36): a note of the desk on a visit, and up to when somebody has seen what was done online.
alter table "tenant"."appointment" add column "note" text;
alter table "tenant"."appointment" add constraint "appointment_note_length" check (length("note") between 1 and 500);
alter table "tenant"."membership" add column "diary_looked_at" timestamptz(3);
-- What happened lately, without reading every event there ever was.
create index "appointment_event_practice_id_at_idx" on "tenant"."appointment_event"("practice_id", "at");
