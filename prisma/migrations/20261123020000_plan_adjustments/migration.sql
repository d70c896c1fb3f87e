-- What an orthodontist decided about a running plan, who, when and why (R22). The facts themselves stay in their own
-- tables and name the decision; one that was taken back stays readable, and its facts count no longer.
create type "tenant"."plan_adjustment_kind" as enum ('pause', 'resume', 'extension', 'backtrack', 'stop_release', 'replacement');

create table "tenant"."plan_adjustment" (
  "practice_id" uuid not null,
  "id" uuid not null,
  "plan_id" uuid not null,
  "number" integer not null,
  "kind" "tenant"."plan_adjustment_kind" not null,
  "reason" text,
  "by_person_id" uuid not null,
  "by_name" text not null,
  "created_at" timestamptz(3) not null,
  "undone_at" timestamptz(3),
  "undone_by_person_id" uuid,
  "undone_by_name" text,
  constraint "plan_adjustment_pkey" primary key ("practice_id", "id"),
  -- Goes with its plan.
  constraint "plan_adjustment_practice_id_plan_id_fkey" foreign key ("practice_id", "plan_id")
    references "tenant"."treatment_plan"("practice_id", "id") on delete cascade on update restrict,
  constraint "plan_adjustment_practice_fkey" foreign key ("practice_id")
    references "identity"."practice"("id") on delete restrict on update restrict,
  constraint "plan_adjustment_shape" check ("number" >= 1 and length("reason") between 1 and 500
    and num_nonnulls("undone_at", "undone_by_person_id", "undone_by_name") in (0, 3))
);
-- Two who decide at the same moment never both count.
create unique index "plan_adjustment_practice_id_plan_id_number_key" on "tenant"."plan_adjustment" ("practice_id", "plan_id", "number");
alter table "tenant"."plan_adjustment" enable row level security;
alter table "tenant"."plan_adjustment" force row level security;
create policy own_practice on "tenant"."plan_adjustment"
  using ("practice_id" = tenant.current_practice()) with check ("practice_id" = tenant.current_practice());
-- History: nothing of it changes but that it was taken back.
revoke update, delete on "tenant"."plan_adjustment" from archway_app;
grant update ("undone_at", "undone_by_person_id", "undone_by_name") on "tenant"."plan_adjustment" to archway_app;

alter table "tenant"."plan_pause"
  add column "adjustment_id" uuid,
  add column "ended_by_adjustment_id" uuid,
  add constraint "plan_pause_practice_id_adjustment_id_fkey" foreign key ("practice_id", "adjustment_id")
    references "tenant"."plan_adjustment"("practice_id", "id") on delete restrict on update restrict,
  add constraint "plan_pause_practice_id_ended_by_adjustment_id_fkey" foreign key ("practice_id", "ended_by_adjustment_id")
    references "tenant"."plan_adjustment"("practice_id", "id") on delete restrict on update restrict;
-- A stage worn only until a replacement arrives may be worn for less than its interval.
alter table "tenant"."stage_extension" drop constraint "stage_extension_days";
alter table "tenant"."stage_extension"
  add constraint "stage_extension_days" check ("days" between -365 and 365 and "days" <> 0),
  add column "adjustment_id" uuid,
  add constraint "stage_extension_practice_id_adjustment_id_fkey" foreign key ("practice_id", "adjustment_id")
    references "tenant"."plan_adjustment"("practice_id", "id") on delete restrict on update restrict;
alter table "tenant"."backtrack"
  add column "adjustment_id" uuid,
  add constraint "backtrack_practice_id_adjustment_id_fkey" foreign key ("practice_id", "adjustment_id")
    references "tenant"."plan_adjustment"("practice_id", "id") on delete restrict on update restrict;
alter table "tenant"."stop_release"
  add column "adjustment_id" uuid,
  add constraint "stop_release_practice_id_adjustment_id_fkey" foreign key ("practice_id", "adjustment_id")
    references "tenant"."plan_adjustment"("practice_id", "id") on delete restrict on update restrict;
