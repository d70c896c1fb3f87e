-- A stage may be put on again after the arch went back (R22), so "once" counts from the last backtrack.
alter table tenant.aligner_change add column after_backtracks int not null default 0;
drop index tenant.aligner_change_once;
create unique index aligner_change_once on tenant.aligner_change (practice_id, stage_id, after_backtracks) where undone_at is null;

-- The schedule reads all of a plan's facts at once.
create index "backtrack_practice_id_plan_id_idx" on tenant.backtrack (practice_id, plan_id);
create index "plan_pause_practice_id_plan_id_idx" on tenant.plan_pause (practice_id, plan_id);
create index "stage_extension_practice_id_plan_id_idx" on tenant.stage_extension (practice_id, plan_id);
create index "stop_release_practice_id_plan_id_idx" on tenant.stop_release (practice_id, plan_id);
