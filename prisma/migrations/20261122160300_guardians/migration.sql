-- Guardians (R10): invited by a login link of their own, limited tries at a child's birth date, and the age from which
-- a young person has their own login.
alter type "tenant"."link_purpose" add value 'guardian';
alter table "tenant"."login_link" add column "guardian_person_id" uuid,
  add constraint "login_link_guardian_person_fkey" foreign key ("guardian_person_id") references "identity"."person" ("id");
alter table "tenant"."guardianship" add column "invited_by_person_id" uuid,
  add column "birth_date_tries" integer not null default 0,
  add column "told_of_age_at" timestamptz(3),
  add constraint "guardianship_invited_by_person_fkey" foreign key ("invited_by_person_id") references "identity"."person" ("id"),
  add constraint "guardianship_birth_date_tries" check ("birth_date_tries" between 0 and 5);

-- A guardian's link names the guardian's login; a patient's link does not. One live link each.
drop index "identity"."token_one_login_link";
create unique index "token_one_login_link" on "identity"."token" ("practice_id", "patient_id")
  where "purpose" = 'login_link' and "login_id" is null and "used_at" is null and "replaced_at" is null;
create unique index "token_one_guardian_link" on "identity"."token" ("login_id")
  where "purpose" = 'login_link' and "login_id" is not null and "used_at" is null and "replaced_at" is null;

-- The birthday from which somebody has their own login. Born on 29 February: 1 March in other years, never early.
create function tenant.own_login_on(p_born date, p_age int) returns date language sql immutable strict parallel safe as $$
  select case when extract(day from x.birthday) = extract(day from p_born) then x.birthday else x.birthday + 1 end
  from (select (p_born + make_interval(years => p_age))::date as birthday) x
$$;

-- Today's children of a guardian: confirmed ones to act for, or those whose birth date is still asked (p_confirmed false).
create function tenant.guarded_patients(p_practice_id uuid, p_person_id uuid, p_today date, p_confirmed boolean)
returns uuid[] language sql stable as $$
  select array(
    select g.patient_id from tenant.guardianship g
      join tenant.patient p on p.practice_id = g.practice_id and p.id = g.patient_id and p.archived_at is null
      left join tenant.practice_settings s on s.practice_id = g.practice_id
      where g.practice_id = p_practice_id and g.guardian_person_id = p_person_id and g.ended_at is null
        and (g.birth_date_confirmed_at is not null) = p_confirmed
        and g.from_on <= p_today and (g.until_on is null or g.until_on > p_today)
        and tenant.own_login_on(p.date_of_birth, coalesce(s.own_login_from_age, 16)) > p_today
      order by p.first_name, g.patient_id)
$$;

-- As before, and: a guardian's children end at the practice's age, by its own day; somebody who has still to confirm a
-- child's birth date has a session, in which they see nothing but that question.
create or replace function identity.open_session(p_digest bytea, p_touch boolean)
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
    guarded_patient_ids := tenant.guarded_patients(s.practice_id, s.person_id, v_today, true);
    if own_patient_id is null and cardinality(guarded_patient_ids) = 0
      and cardinality(tenant.guarded_patients(s.practice_id, s.person_id, v_today, false)) = 0 then
      session_id := null;
      perform set_config('app.practice_id', '', true);
    end if;
  end if;
  return next;
end $$;
