-- What must never be, said once, in the database: who may read which practice's rows (S12), one visitor per
-- time and chair (S16), an audit log that only grows (S19), and the shapes of values.

-- Extensions (all trusted: the owner of the database may create them).
create extension if not exists btree_gist;
create extension if not exists pg_trgm;
create extension if not exists unaccent;

-- The one clock of our SQL. The offset row exists in demo mode only (interface.md, "The clock").
alter table identity.clock_offset add constraint clock_offset_single check (id);
create function public.app_now() returns timestamptz
  language sql stable parallel safe
  as $$ select date_trunc('milliseconds', now() + make_interval(secs => coalesce((select offset_ms from identity.clock_offset), 0) / 1000.0)) $$;

-- The practice the transaction works for. Without it no tenant row is visible.
create function tenant.current_practice() returns uuid
  language sql stable parallel safe
  as $$ select nullif(current_setting('app.practice_id', true), '')::uuid $$;

-- Row-level security, forced, on every tenant table with a practice.
do $$
declare t record;
begin
  for t in
    select c.table_name from information_schema.columns c
    join information_schema.tables i using (table_schema, table_name)
    where c.table_schema = 'tenant' and c.column_name = 'practice_id' and i.table_type = 'BASE TABLE'
      and c.table_name not in ('audit_entry')
  loop
    execute format('alter table tenant.%I enable row level security', t.table_name);
    execute format('alter table tenant.%I force row level security', t.table_name);
    execute format(
      'create policy own_practice on tenant.%I using (practice_id = tenant.current_practice()) with check (practice_id = tenant.current_practice())',
      t.table_name);
    execute format(
      'alter table tenant.%I add constraint %I foreign key (practice_id) references identity.practice (id) on delete restrict on update restrict',
      t.table_name, t.table_name || '_practice_fkey');
  end loop;
end $$;

-- After the second factor a person chooses between their own memberships, before a practice is known (S10).
create policy own_login on tenant.membership for select
  using (login_id = nullif(current_setting('app.login_id', true), '')::uuid);

alter table tenant.audit_entry enable row level security;
alter table tenant.audit_entry force row level security;
create policy audit_read on tenant.audit_entry for select
  using (practice_id = tenant.current_practice()
    or (practice_id is null and current_setting('app.installation', true) = 'on'));
create policy audit_write on tenant.audit_entry for insert
  with check (practice_id is null or practice_id = tenant.current_practice());

-- The audit log only grows. Sealing fills the three chain columns of a row once, and nothing else changes.
create function tenant.audit_only_grows() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.sequence is null and new.sequence is not null
    and (to_jsonb(new) - '{sequence,previous_hash,hash}'::text[]) = (to_jsonb(old) - '{sequence,previous_hash,hash}'::text[])
  then
    return new;
  end if;
  raise exception 'the audit log only grows' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_only_grows before update or delete on tenant.audit_entry
  for each row execute function tenant.audit_only_grows();
create trigger audit_never_emptied before truncate on tenant.audit_entry
  for each statement execute function tenant.audit_only_grows();

-- Identity rows that tenant rows point at.
alter table tenant.membership
  add constraint membership_login_fkey foreign key (login_id) references identity.login (id),
  add constraint membership_person_fkey foreign key (person_id) references identity.person (id),
  add constraint membership_patient_role check ((role = 'patient') = (patient_id is not null));
create unique index membership_once on tenant.membership (practice_id, login_id, role) where ended_at is null;
alter table tenant.patient
  add constraint patient_login_fkey foreign key (login_id) references identity.login (id),
  add constraint patient_person_fkey foreign key (person_id) references identity.person (id);
create unique index patient_login_once on tenant.patient (login_id) where login_id is not null;
create index patient_search on tenant.patient using gin (search_name gin_trgm_ops);
alter table tenant.guardianship
  add constraint guardianship_person_fkey foreign key (guardian_person_id) references identity.person (id),
  add constraint guardianship_interval check (until_on is null or until_on >= from_on);
create unique index guardianship_once on tenant.guardianship (practice_id, patient_id, guardian_person_id) where ended_at is null;
alter table tenant.practitioner add constraint practitioner_person_fkey foreign key (person_id) references identity.person (id);
alter table tenant.lab_connection add constraint lab_connection_lab_fkey foreign key (lab_id) references reference.lab (id);
alter table tenant.practice_lab add constraint practice_lab_lab_fkey foreign key (lab_id) references reference.lab (id);
alter table tenant.lab_case add constraint lab_case_lab_fkey foreign key (lab_id) references reference.lab (id);
alter table identity.session
  add constraint session_practice_fkey foreign key (practice_id) references identity.practice (id),
  add constraint session_interval check (expires_at > created_at and expires_at <= created_at + interval '12 hours');
alter table identity.token add constraint token_practice_fkey foreign key (practice_id) references identity.practice (id);

-- Shapes of values.
alter table identity.practice
  add constraint practice_short_name_shape check (short_name ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  add constraint practice_accent_shape check (accent_colour is null or accent_colour ~ '^#[0-9A-Fa-f]{6}$'),
  add constraint practice_sms_cap_positive check (sms_daily_cap >= 0);
alter table identity.login
  add constraint login_name_shape check (login_name ~ '^[a-z0-9.-]{4,32}$'),
  add constraint login_mobile_shape check (mobile is null or mobile ~ '^\+[1-9][0-9]{6,14}$'),
  add constraint login_active_has_registered check (status <> 'active' or registered_at is not null);
alter table identity.lock_counter add constraint lock_counter_counts check (consecutive_failures >= 0);
alter table identity.one_time_code add constraint one_time_code_tries check (tries between 0 and 5);
create unique index one_time_code_live on identity.one_time_code (challenge_id, purpose) where used_at is null and replaced_at is null;
create unique index token_one_reset on identity.token (login_id)
  where purpose = 'password_reset' and used_at is null and replaced_at is null;
create unique index token_one_login_link on identity.token (practice_id, patient_id)
  where purpose = 'login_link' and used_at is null and replaced_at is null;

alter table tenant.patient
  add constraint patient_mobile_shape check (mobile_phone is null or mobile_phone ~ '^\+[1-9][0-9]{6,14}$'),
  add constraint patient_home_shape check (home_phone is null or home_phone ~ '^\+[1-9][0-9]{6,14}$'),
  add constraint patient_work_shape check (work_phone is null or work_phone ~ '^\+[1-9][0-9]{6,14}$'),
  add constraint patient_names check (length(first_name) between 1 and 100 and length(last_name) between 1 and 100),
  add constraint patient_archived_reason check ((archived_at is null) = (archived_reason is null));
alter table tenant.opening_hours add constraint opening_hours_shape
  check (weekday between 1 and 7 and opens_minute >= 0 and closes_minute <= 1440 and opens_minute < closes_minute);
alter table tenant.practitioner_hours add constraint practitioner_hours_shape
  check (weekday between 1 and 7 and opens_minute >= 0 and closes_minute <= 1440 and opens_minute < closes_minute);
-- An exception of 0 to 0 says: not here on this day.
alter table tenant.practitioner_hours_exception add constraint practitioner_hours_exception_shape
  check (opens_minute >= 0 and closes_minute <= 1440 and (opens_minute < closes_minute or (opens_minute = 0 and closes_minute = 0)));
alter table tenant.time_off add constraint time_off_interval check (starts_at < ends_at);
alter table tenant.closure add constraint closure_interval check (starts_at < ends_at);
alter table tenant.visit_type add constraint visit_type_shape
  check (minutes between 5 and 480 and buffer_before_minutes >= 0 and buffer_after_minutes >= 0 and lead_minutes >= 0);
alter table tenant.practice_settings add constraint practice_settings_shape
  check (booking_notice_hours >= 0 and reschedule_notice_hours >= 0 and cancel_notice_hours >= 0
    and horizon_days between 1 and 730 and grid_minutes between 5 and 240 and minimum_gap_minutes >= 0
    and quiet_from_minute between 0 and 1440 and quiet_until_minute between 0 and 1440);

-- Treatment.
create unique index treatment_plan_current on tenant.treatment_plan (practice_id, patient_id) where completed_at is null;
-- A stage may be put on again after the arch went back (R22), so "once" counts from the last backtrack.
create unique index aligner_change_once on tenant.aligner_change (practice_id, stage_id, after_backtracks) where undone_at is null;
alter table tenant.stage add constraint stage_shape check (number >= 1 and interval_days between 1 and 365);
alter table tenant.plan_pause add constraint plan_pause_interval check (until_on is null or until_on >= from_on);
alter table tenant.stage_extension add constraint stage_extension_days check (days between 1 and 365);
alter table tenant.wear_log add constraint wear_log_minutes check (minutes between 0 and 1440);

-- Appointments: two people can never have one time (R30, S16). The ranges include buffers and gap, half-open.
alter table tenant.appointment drop column practitioner_busy, drop column chair_busy;
alter table tenant.appointment
  add column practitioner_busy tstzrange generated always as (tstzrange(practitioner_busy_from_at, practitioner_busy_until_at, '[)')) stored,
  add column chair_busy tstzrange generated always as (tstzrange(chair_busy_from_at, chair_busy_until_at, '[)')) stored,
  add constraint appointment_interval check (starts_at < ends_at
    and practitioner_busy_from_at <= starts_at and practitioner_busy_until_at >= ends_at
    and chair_busy_from_at <= starts_at and chair_busy_until_at >= ends_at),
  add constraint appointment_hold_expires check ((state = 'held') = (hold_expires_at is not null)),
  add constraint appointment_cancelled_by check ((state = 'cancelled') = (cancelled_by is not null)),
  add constraint appointment_practitioner_free exclude using gist
    (practice_id with =, practitioner_id with =, practitioner_busy with &&)
    where (state in ('held', 'requested', 'booked', 'confirmed', 'arrived', 'in_chair', 'completed')),
  add constraint appointment_chair_free exclude using gist
    (practice_id with =, chair_id with =, chair_busy with &&)
    where (chair_id is not null and state in ('held', 'requested', 'booked', 'confirmed', 'arrived', 'in_chair', 'completed'));

-- Messages.
alter table tenant.thread add constraint thread_subject_length check (length(subject) between 1 and 200);
alter table tenant.message add constraint message_body_length check (length(body) <= 10000);
alter table tenant.thread_reader add constraint thread_reader_counts check (read_up_to >= 0);
-- One draft of a new thread per person and patient.
create unique index message_draft_new_thread on tenant.message_draft (practice_id, person_id, patient_id) where thread_id is null;

-- A settled delivery keeps no secret (S17).
alter table tenant.delivery
  add constraint delivery_secret_erased check (state in ('queued', 'sending', 'unknown') or sealed_secret is null),
  add constraint delivery_tries check (tries >= 0);

-- Only an installation's owner writes reference tables; the application reads them (S12).
grant usage on schema public, identity, reference, tenant to archway_app;
grant select, insert, update, delete on all tables in schema identity, tenant to archway_app;
grant select on all tables in schema reference to archway_app;
revoke insert, update, delete on identity.clock_offset from archway_app;
revoke update, delete on tenant.audit_entry from archway_app;
revoke update, delete on identity.retired_login_name from archway_app;
revoke delete on tenant.appointment, tenant.appointment_event, tenant.case_event, tenant.aligner_change,
  tenant.plan_version, tenant.delivery, tenant.patient, tenant.lab_case from archway_app;
alter default privileges in schema identity grant select, insert, update, delete on tables to archway_app;
alter default privileges in schema tenant grant select, insert, update, delete on tables to archway_app;
alter default privileges in schema reference grant select on tables to archway_app;

-- Opens a session by the digest of its token: one round trip that gives the actor, sets the practice for the rest of
-- the transaction, and notes that the session was used (at most once a minute; polling passes false, R18).
create function identity.open_session(p_digest bytea, p_touch boolean)
returns table (
  now_at timestamptz, session_id uuid, login_id uuid, person_id uuid, practice_id uuid, membership_id uuid,
  role identity.role, factor_at timestamptz, idle_minutes int, idle_until_at timestamptz, expires_at timestamptz,
  own_patient_id uuid, guarded_patient_ids uuid[], person_name text, login_name text,
  practice_short_name text, practice_name text, zone text
)
language plpgsql as $$
#variable_conflict use_column
declare
  v_now timestamptz := public.app_now();
  s identity.session;
  v_membership tenant.membership;
  v_today date;
begin
  now_at := v_now;
  select x.* into s from identity.session x
    join identity.login l on l.id = x.login_id and l.status = 'active'
    where x.token_digest = p_digest and x.ended_at is null and x.expires_at > v_now
      and x.last_seen_at + make_interval(mins => x.idle_minutes) > v_now;
  if not found then
    return next;
    return;
  end if;
  perform set_config('app.practice_id', s.practice_id::text, true);
  select m.* into v_membership from tenant.membership m
    where m.practice_id = s.practice_id and m.id = s.membership_id and m.login_id = s.login_id and m.role = s.role and m.ended_at is null;
  if not found then
    perform set_config('app.practice_id', '', true);
    return next;
    return;
  end if;
  if p_touch and s.last_seen_at < v_now - interval '1 minute' then
    update identity.session x set last_seen_at = v_now where x.id = s.id;
    s.last_seen_at := v_now;
  end if;
  session_id := s.id; login_id := s.login_id; person_id := s.person_id; practice_id := s.practice_id;
  membership_id := s.membership_id; role := s.role; factor_at := s.factor_at; idle_minutes := s.idle_minutes;
  idle_until_at := least(s.last_seen_at + make_interval(mins => s.idle_minutes), s.expires_at); expires_at := s.expires_at;
  select p.short_name, p.name, p.zone, (v_now at time zone p.zone)::date into practice_short_name, practice_name, zone, v_today
    from identity.practice p where p.id = s.practice_id;
  select coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name, l.login_name into person_name, login_name
    from identity.person p join identity.login l on l.id = s.login_id where p.id = s.person_id;
  if s.role in ('patient', 'guardian') then
    select p.id into own_patient_id from tenant.patient p
      where p.practice_id = s.practice_id and p.id = v_membership.patient_id and p.archived_at is null;
    guarded_patient_ids := array(
      select g.patient_id from tenant.guardianship g
        join tenant.patient p on p.practice_id = g.practice_id and p.id = g.patient_id and p.archived_at is null
        where g.practice_id = s.practice_id and g.guardian_person_id = s.person_id and g.ended_at is null
          and g.birth_date_confirmed_at is not null and g.from_on <= v_today and (g.until_on is null or g.until_on > v_today)
        order by p.first_name, g.patient_id);
    if own_patient_id is null and cardinality(guarded_patient_ids) = 0 then
      session_id := null;
      perform set_config('app.practice_id', '', true);
    end if;
  end if;
  return next;
end $$;
revoke execute on function identity.open_session(bytea, boolean) from public;
grant execute on function identity.open_session(bytea, boolean) to archway_app;
