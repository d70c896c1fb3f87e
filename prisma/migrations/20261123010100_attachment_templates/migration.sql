-- An attachment template comes before an arch's first aligner and is worn for no time of its own (R22): it is number 0,
-- so that the first aligner stays number 1, and has no days.
alter table tenant.stage drop constraint stage_shape;
alter table tenant.stage add constraint stage_shape check (
  (kind = 'template' and number = 0 and interval_days = 0)
  or (kind <> 'template' and number >= 1 and interval_days between 1 and 365)
);
