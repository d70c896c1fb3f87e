-- Erasure of a login (S23, docs/decisions/0019-what-erasure-removes.md): the person stays as a shell without a name, which
-- what the practice keeps goes on to point at; the login name is known by its keyed digest alone, so that nobody else gets it.
alter table identity.person add column erased_at timestamptz(3),
  add constraint person_erased_is_blank check (erased_at is null
    or (first_name = '' and last_name = '' and preferred_name is null and date_of_birth is null));

create table identity.erased_login_name (
  digest bytea not null,
  erased_at timestamptz(3) not null,
  constraint erased_login_name_pkey primary key (digest)
);
revoke update, delete on identity.erased_login_name from archway_app;

-- When, and whether the person or an admin did it.
alter table tenant.patient add column login_erased_at timestamptz(3),
  add column login_erased_by identity.role,
  add constraint patient_login_erased check ((login_erased_at is null) = (login_erased_by is null));

-- Nobody who was erased gets a login or a child again. After the row, so that it waits for an erasure under way (by the
-- foreign key's lock) and sees it; then the transaction runs again and finds no such person.
create function identity.needs_living_person() returns trigger language plpgsql as $$
begin
  if exists (select from identity.person p
    where p.id = (to_jsonb(new) ->> tg_argv[0])::uuid and p.erased_at is not null) then
    raise exception 'this person was erased' using errcode = 'serialization_failure';
  end if;
  return null;
end $$;
create trigger living_person after insert or update of person_id on identity.login
  for each row execute function identity.needs_living_person('person_id');
create trigger living_person after insert on tenant.guardianship
  for each row execute function identity.needs_living_person('guardian_person_id');
