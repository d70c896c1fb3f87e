-- Who was asked to work at the practice and has not answered (R52). The token in identity.token names it as its subject.
-- Taken, withdrawn: the row goes, the audit log keeps what happened.
create table tenant.invitation (
  practice_id uuid not null,
  id uuid not null,
  role identity.role not null,
  first_name text not null,
  last_name text not null,
  email text not null,
  email_folded text not null,
  mobile text not null,
  invited_by_person_id uuid not null,
  version int not null default 1,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  constraint invitation_pkey primary key (practice_id, id),
  constraint invitation_practice_fkey foreign key (practice_id)
    references identity.practice(id) on delete restrict on update restrict,
  constraint invitation_shape check (role in ('orthodontist', 'staff', 'admin') and version > 0)
);
-- One waits per address and practice.
create unique index invitation_once on tenant.invitation (practice_id, email_folded);
alter table tenant.invitation enable row level security;
alter table tenant.invitation force row level security;
create policy own_practice on tenant.invitation
  using (practice_id = tenant.current_practice()) with check (practice_id = tenant.current_practice());

-- R52: a practice never loses its last admin. One after the other for each practice, so that two admins who remove each
-- other at the same moment cannot both succeed.
create function tenant.keep_an_admin() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('people ' || old.practice_id, 0));
  if not exists (
    select from tenant.membership m join identity.login l on l.id = m.login_id and l.status = 'active'
    where m.practice_id = old.practice_id and m.role = 'admin' and m.ended_at is null and m.id <> old.id
  ) and exists (select from identity.login l where l.id = old.login_id and l.status = 'active') then
    raise exception 'a practice keeps an admin' using errcode = '23514', constraint = 'membership_last_admin';
  end if;
  return new;
end $$;
create trigger membership_last_admin before update of role, ended_at on tenant.membership for each row
  when (old.role = 'admin' and old.ended_at is null and (new.role <> 'admin' or new.ended_at is not null))
  execute function tenant.keep_an_admin();

-- One live link for each invitation: somebody with a login may be invited by two practices at once.
drop index identity.token_one_set_up;
create unique index token_one_set_up on identity.token (login_id, subject_id) nulls not distinct
  where purpose = 'first_admin' and used_at is null and replaced_at is null;
