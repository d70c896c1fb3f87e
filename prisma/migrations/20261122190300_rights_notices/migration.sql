-- Who holds a stream open is asked again, the moment something that their session rests on changes (S10, R10): a session
-- ended or its token replaced, a login that is no longer active, a membership or a guardianship changed, a record
-- archived. The id says whom to ask again and nothing else; the payload carries no more.
create function tenant.tell_rights() returns trigger language plpgsql as $$
begin
  perform pg_notify('archway_live', json_build_object('kind', 'rights', 'id',
    case tg_argv[0]
      when 'session' then to_jsonb(old) ->> 'id'
      when 'login' then to_jsonb(old) ->> 'id'
      when 'membership' then to_jsonb(old) ->> 'login_id'
      when 'guardianship' then to_jsonb(coalesce(new, old)) ->> 'guardian_person_id'
      when 'patient' then to_jsonb(old) ->> 'id'
    end)::text);
  return null;
end $$;

-- An expired session that the clean-up removes is nobody's any more.
create trigger session_ended after update of ended_at, token_digest on identity.session for each row
  when (old.ended_at is null and (new.ended_at is not null or new.token_digest <> old.token_digest))
  execute function tenant.tell_rights('session');
create trigger session_removed after delete on identity.session for each row
  when (old.ended_at is null and old.expires_at > app_now())
  execute function tenant.tell_rights('session');
create trigger login_changed after update of status on identity.login for each row
  when (new.status <> old.status) execute function tenant.tell_rights('login');
create trigger membership_changed after update on tenant.membership for each row
  when (new is distinct from old) execute function tenant.tell_rights('membership');
create trigger membership_removed after delete on tenant.membership for each row
  execute function tenant.tell_rights('membership');
create trigger guardianship_changed after update on tenant.guardianship for each row
  when (new is distinct from old) execute function tenant.tell_rights('guardianship');
create trigger guardianship_made after insert or delete on tenant.guardianship for each row
  execute function tenant.tell_rights('guardianship');
create trigger patient_archived after update of archived_at on tenant.patient for each row
  when (new.archived_at is distinct from old.archived_at) execute function tenant.tell_rights('patient');
