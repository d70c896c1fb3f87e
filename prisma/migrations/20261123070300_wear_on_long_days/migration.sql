-- The day on which the clocks go back has 25 hours (R23); the rule knows each day's own length.
alter table "tenant"."wear_log" drop constraint "wear_log_minutes",
  add constraint "wear_log_minutes" check ("minutes" between 0 and 1500);
