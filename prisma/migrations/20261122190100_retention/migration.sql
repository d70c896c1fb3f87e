-- How long things are kept (S23), per practice: drafts, what mails and texts said and to whom, failed registrations,
-- and whole records, which stay for good until a practice sets a number of years.
alter table "tenant"."practice_settings"
  alter column "retention_years" drop not null,
  alter column "retention_years" drop default,
  add column "draft_retention_months" integer not null default 12,
  add column "delivery_retention_months" integer not null default 24,
  add column "failed_registration_retention_months" integer not null default 12;
-- Nothing has read the old number, so nobody has asked for a removal by it. The owner is bound by the policies too.
alter table "tenant"."practice_settings" no force row level security;
update "tenant"."practice_settings" set "retention_years" = null;
alter table "tenant"."practice_settings" force row level security;
alter table "tenant"."practice_settings"
  add constraint "practice_settings_retention" check ("draft_retention_months" between 1 and 60
    and "delivery_retention_months" between 3 and 120 and "failed_registration_retention_months" between 1 and 60
    and ("retention_years" is null or "retention_years" between 10 and 50)),
  add constraint "practice_settings_own_login_age" check ("own_login_from_age" between 12 and 25);

-- A delivery that is kept to be counted (R51) and no longer says anything.
alter table "tenant"."delivery" add column "emptied_at" timestamptz(3),
  add constraint "delivery_emptied" check ("emptied_at" is null or ("recipient" is null and "content" = '{"values": {}}'
    and "sealed_secret" is null));
create index "delivery_not_emptied" on "tenant"."delivery" ("practice_id", "created_at") where "emptied_at" is null;

-- One row per practice and local night: two workers share it, a killed one leaves it unfinished for the next.
create table "tenant"."retention_night" (
  "practice_id" uuid not null,
  "night_on" date not null,
  "started_at" timestamptz(3) not null,
  "finished_at" timestamptz(3),
  "drafts" integer not null default 0,
  "deliveries" integer not null default 0,
  "failed_registrations" integer not null default 0,
  "records" integer not null default 0,
  constraint "retention_night_pkey" primary key ("practice_id", "night_on"),
  constraint "retention_night_practice_fkey" foreign key ("practice_id") references "identity"."practice"("id") on delete restrict on update restrict
);
alter table "tenant"."retention_night" enable row level security;
alter table "tenant"."retention_night" force row level security;
create policy own_practice on "tenant"."retention_night"
  using ("practice_id" = tenant.current_practice()) with check ("practice_id" = tenant.current_practice());

-- Records nobody has needed since p_before, of people who are at least 25 on p_today. The preview counts what the
-- night removes. One of p_only, or any.
create function tenant.old_records(p_practice uuid, p_before timestamptz, p_today date, p_only uuid[] default null)
returns setof uuid language sql stable as $$
  select p.id from tenant.patient p
  where p.practice_id = p_practice and (p_only is null or p.id = any (p_only))
    and p.updated_at < p_before and p.created_at < p_before and coalesce(p.archived_at < p_before, true)
    and tenant.own_login_on(p.date_of_birth, 25) <= p_today
    -- Who has a login, or somebody who acts for them, can see the record.
    and p.login_id is null
    and not exists (select from tenant.membership x where x.practice_id = p_practice and x.patient_id = p.id
      and (x.ended_at is null or x.ended_at >= p_before))
    and not exists (select from tenant.guardianship x where x.practice_id = p_practice and x.patient_id = p.id
      and (x.ended_at is null or x.ended_at >= p_before))
    -- Open: treatment, a case at a lab, a visit, or something still to be sent.
    and not exists (select from tenant.treatment_plan x where x.practice_id = p_practice and x.patient_id = p.id
      and (x.completed_at is null or x.completed_at >= p_before or x.created_at >= p_before))
    and not exists (select from tenant.lab_case x where x.practice_id = p_practice and x.patient_id = p.id
      and (x.state not in ('completed', 'cancelled', 'rejected') or x.updated_at >= p_before))
    and not exists (select from tenant.delivery x where x.practice_id = p_practice and x.patient_id = p.id
      and x.state in ('queued', 'sending', 'unknown'))
    -- Used since.
    and not exists (select from tenant.appointment x where x.practice_id = p_practice and x.patient_id = p.id
      and (x.ends_at >= p_before or x.updated_at >= p_before))
    and not exists (select from tenant.thread x where x.practice_id = p_practice and x.patient_id = p.id
      and x.last_message_at >= p_before)
    and not exists (select from tenant.aligner_change x where x.practice_id = p_practice and x.patient_id = p.id
      and (x.recorded_at >= p_before or x.undone_at >= p_before))
    and not exists (select from tenant.plan_version x join tenant.treatment_plan t
        on t.practice_id = x.practice_id and t.id = x.plan_id
      where x.practice_id = p_practice and t.patient_id = p.id and x.created_at >= p_before)
    and not exists (select from tenant.wear_log x where x.practice_id = p_practice and x.patient_id = p.id
      and x.recorded_at >= p_before)
    and not exists (select from tenant.check_in x where x.practice_id = p_practice and x.patient_id = p.id
      and greatest(x.created_at, x.submitted_at, x.reviewed_at) >= p_before)
    and not exists (select from tenant.aligner_problem x where x.practice_id = p_practice and x.patient_id = p.id
      and greatest(x.reported_at, x.answered_at) >= p_before)
    and not exists (select from tenant.waiting_list_entry x where x.practice_id = p_practice and x.patient_id = p.id
      and greatest(x.created_at, x.closed_at) >= p_before)
    and not exists (select from tenant.upload x where x.practice_id = p_practice and x.patient_id = p.id
      and x.created_at >= p_before)
    and not exists (select from tenant.login_link x where x.practice_id = p_practice and x.patient_id = p.id
      and x.created_at >= p_before)
    and not exists (select from tenant.record_change x where x.practice_id = p_practice and x.patient_id = p.id
      and x.requested_at >= p_before)
    and not exists (select from tenant.pms_conflict x where x.practice_id = p_practice and x.patient_id = p.id
      and greatest(x.found_at, x.settled_at) >= p_before)
    and not exists (select from tenant.message_draft x where x.practice_id = p_practice and x.patient_id = p.id
      and x.updated_at >= p_before)
    and not exists (select from tenant.patient_merge x where x.practice_id = p_practice
      and p.id in (x.kept_patient_id, x.merged_patient_id) and x.merged_at >= p_before)
$$;

-- Removes up to p_most old records with all that hangs on them; answers how many. The application itself may not delete
-- a record: this may, and only what the practice's own setting allows.
create function tenant.remove_old_records(p_practice uuid, p_before timestamptz, p_today date, p_most int)
returns int language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  v_years int;
  v_records uuid[];
  v_threads uuid[];
  v_plans uuid[];
  v_visits uuid[];
  v_cases uuid[];
begin
  if p_practice is distinct from tenant.current_practice() then
    raise exception 'not this practice' using errcode = 'insufficient_privilege';
  end if;
  select s.retention_years into v_years from tenant.practice_settings s where s.practice_id = p_practice;
  if v_years is null then
    return 0;
  end if;
  -- A day of a practice begins up to 14 hours before or after the day of the universal time.
  if p_before > public.app_now() - make_interval(years => v_years) + interval '2 days'
    or p_today > (public.app_now() + interval '1 day')::date then
    raise exception 'records are kept for % years', v_years using errcode = 'insufficient_privilege';
  end if;
  v_records := array(select p.id from tenant.patient p where p.practice_id = p_practice
    and p.id in (select tenant.old_records(p_practice, p_before, p_today))
    order by p.id limit p_most for update skip locked);
  -- Whoever booked or wrote before the lock is seen now; whoever comes later waits for it and finds no record.
  v_records := array(select tenant.old_records(p_practice, p_before, p_today, v_records));
  v_threads := array(select x.id from tenant.thread x where x.practice_id = p_practice and x.patient_id = any (v_records));
  v_plans := array(select x.id from tenant.treatment_plan x where x.practice_id = p_practice and x.patient_id = any (v_records));
  v_visits := array(select x.id from tenant.appointment x where x.practice_id = p_practice and x.patient_id = any (v_records));
  v_cases := array(select x.id from tenant.lab_case x where x.practice_id = p_practice and x.patient_id = any (v_records));

  delete from tenant.message_attachment x using tenant.message m
    where x.practice_id = p_practice and m.practice_id = p_practice and m.id = x.message_id and m.thread_id = any (v_threads);
  delete from tenant.message x where x.practice_id = p_practice and x.thread_id = any (v_threads);
  delete from tenant.thread_reader x where x.practice_id = p_practice and x.thread_id = any (v_threads);
  delete from tenant.notice_bundle x where x.practice_id = p_practice and x.thread_id = any (v_threads);
  delete from tenant.message_draft x where x.practice_id = p_practice
    and (x.patient_id = any (v_records) or x.thread_id = any (v_threads));
  delete from tenant.thread x where x.practice_id = p_practice and x.id = any (v_threads);

  delete from tenant.check_in_photo x using tenant.check_in c
    where x.practice_id = p_practice and c.practice_id = p_practice and c.id = x.check_in_id and c.patient_id = any (v_records);
  delete from tenant.check_in x where x.practice_id = p_practice and x.patient_id = any (v_records);
  delete from tenant.aligner_problem x where x.practice_id = p_practice and x.patient_id = any (v_records);
  delete from tenant.stop_release x where x.practice_id = p_practice and x.plan_id = any (v_plans);
  delete from tenant.backtrack x where x.practice_id = p_practice and x.plan_id = any (v_plans);
  delete from tenant.stage_extension x where x.practice_id = p_practice and x.plan_id = any (v_plans);
  delete from tenant.plan_pause x where x.practice_id = p_practice and x.plan_id = any (v_plans);
  delete from tenant.aligner_change x where x.practice_id = p_practice and x.plan_id = any (v_plans);
  delete from tenant.stage x using tenant.treatment_series s
    where x.practice_id = p_practice and s.practice_id = p_practice and s.id = x.series_id and s.plan_id = any (v_plans);
  delete from tenant.treatment_series x where x.practice_id = p_practice and x.plan_id = any (v_plans);
  delete from tenant.plan_version x where x.practice_id = p_practice and x.plan_id = any (v_plans);
  delete from tenant.treatment_plan x where x.practice_id = p_practice and x.id = any (v_plans);
  delete from tenant.wear_log x where x.practice_id = p_practice and x.patient_id = any (v_records);

  delete from tenant.reminder x where x.practice_id = p_practice and x.appointment_id = any (v_visits);
  delete from tenant.appointment_event x where x.practice_id = p_practice and x.appointment_id = any (v_visits);
  delete from tenant.appointment x where x.practice_id = p_practice and x.id = any (v_visits);
  delete from tenant.waiting_list_offer x using tenant.waiting_list_entry w
    where x.practice_id = p_practice and w.practice_id = p_practice and w.id = x.entry_id and w.patient_id = any (v_records);
  delete from tenant.waiting_list_entry x where x.practice_id = p_practice and x.patient_id = any (v_records);

  delete from tenant.case_file x where x.practice_id = p_practice and x.case_id = any (v_cases);
  delete from tenant.case_event x where x.practice_id = p_practice and x.case_id = any (v_cases);
  delete from tenant.lab_plan_review x where x.practice_id = p_practice and x.case_id = any (v_cases);
  delete from tenant.lab_case x where x.practice_id = p_practice and x.id = any (v_cases);

  delete from tenant.login_link x where x.practice_id = p_practice and x.patient_id = any (v_records);
  delete from tenant.guardianship x where x.practice_id = p_practice and x.patient_id = any (v_records);
  delete from tenant.notification_choice x where x.practice_id = p_practice and x.patient_id = any (v_records);
  delete from tenant.membership x where x.practice_id = p_practice and x.patient_id = any (v_records);
  delete from tenant.record_change x where x.practice_id = p_practice and x.patient_id = any (v_records);
  delete from tenant.pms_conflict x where x.practice_id = p_practice and x.patient_id = any (v_records);
  delete from tenant.patient_merge x where x.practice_id = p_practice
    and (x.kept_patient_id = any (v_records) or x.merged_patient_id = any (v_records));
  delete from tenant.failed_registration x where x.practice_id = p_practice and x.patient_id = any (v_records);
  update tenant.failed_registration x
    set candidate_ids = array(select c from unnest(x.candidate_ids) c where c <> all (v_records))
    where x.practice_id = p_practice and x.candidate_ids && v_records;
  delete from identity.token x where x.practice_id = p_practice and x.patient_id = any (v_records);

  -- A file is deleted after its row's commit, and the row after the file: until then it says where the file lies.
  update tenant.upload x set patient_id = null, state = 'removed', removed_at = public.app_now(), file_name = '', sha256 = null
    where x.practice_id = p_practice and x.patient_id = any (v_records);
  -- Texts stay countable (R51).
  update tenant.delivery x set patient_id = null, person_id = null, recipient = null, content = '{"values": {}}',
      sealed_secret = null, last_error = null, message_id = null, provider_id = null,
      emptied_at = coalesce(x.emptied_at, public.app_now())
    where x.practice_id = p_practice and x.patient_id = any (v_records);
  delete from tenant.patient x where x.practice_id = p_practice and x.id = any (v_records);
  return cardinality(v_records);
end $$;
revoke execute on function tenant.old_records(uuid, timestamptz, date, uuid[]),
  tenant.remove_old_records(uuid, timestamptz, date, int) from public;
grant execute on function tenant.old_records(uuid, timestamptz, date, uuid[]),
  tenant.remove_old_records(uuid, timestamptz, date, int) to archway_app;
