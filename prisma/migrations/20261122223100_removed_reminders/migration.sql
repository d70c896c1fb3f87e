-- A reminder can be taken off the list; what it sent stays for the record, and links in it keep their meaning (R35).
alter table "tenant"."reminder_rule"
  add column "removed_at" timestamptz(3),
  add constraint "reminder_rule_removed" check ("removed_at" is null or not "active");
drop index "tenant"."reminder_rule_once";
create unique index "reminder_rule_once" on "tenant"."reminder_rule" ("practice_id",
  coalesce("visit_type_id", '00000000-0000-0000-0000-000000000000'), "minutes_before", "channel")
  where "removed_at" is null;
