-- The audit log's hash chain (S19): rows come unchained, one sealer per chain puts them in order, and a sealed row
-- never changes again. The form of a row that is hashed has a version, so that old rows can always be verified.
alter table tenant.audit_entry add column chain_form smallint;

create index "audit_entry_practice_id_action_at_idx" on tenant.audit_entry (practice_id, action, at);
create index "audit_entry_practice_id_actor_person_id_at_idx" on tenant.audit_entry (practice_id, actor_person_id, at);
-- What waits to be sealed, in its order.
create index audit_entry_unsealed on tenant.audit_entry (practice_id, at, id) where sequence is null;
-- Nulls are distinct in the other unique index: the installation's own chain has its own.
create unique index audit_entry_installation_sequence on tenant.audit_entry (sequence)
  where practice_id is null and sequence is not null;

alter table tenant.audit_entry add constraint audit_entry_sealed_whole check (
  (sequence is null and previous_hash is null and hash is null and chain_form is null)
  or (sequence >= 1 and octet_length(previous_hash) = 32 and octet_length(hash) = 32 and chain_form >= 1));

create or replace function tenant.audit_only_grows() returns trigger language plpgsql as $$
begin
  if tg_op = 'INSERT' and new.sequence is null then
    return new;
  end if;
  if tg_op = 'UPDATE' and old.sequence is null and new.sequence is not null
    and (to_jsonb(new) - '{sequence,previous_hash,hash,chain_form}'::text[])
      = (to_jsonb(old) - '{sequence,previous_hash,hash,chain_form}'::text[])
  then
    return new;
  end if;
  raise exception 'the audit log only grows' using errcode = 'insufficient_privilege';
end $$;
create trigger audit_comes_unchained before insert on tenant.audit_entry
  for each row execute function tenant.audit_only_grows();

-- For the owner's function below alone: the application has no right to update.
create policy audit_seal on tenant.audit_entry for update
  using (sequence is null and (practice_id = tenant.current_practice()
    or (practice_id is null and current_setting('app.installation', true) = 'on')))
  with check (practice_id is null or practice_id = tenant.current_practice());

-- The last sealed row of a chain.
create function tenant.audit_head(p_practice uuid) returns table (sequence bigint, hash bytea)
  language plpgsql stable as $$
#variable_conflict use_column
begin
  if p_practice is null then
    return query select e.sequence, e.hash from tenant.audit_entry e
      where e.practice_id is null and e.sequence is not null order by e.sequence desc limit 1;
  else
    return query select e.sequence, e.hash from tenant.audit_entry e
      where e.practice_id = p_practice and e.sequence is not null order by e.sequence desc limit 1;
  end if;
end $$;

-- One sealer at a time per chain; the lock ends with the transaction. False: another one is at it.
create function tenant.hold_audit_chain(p_practice uuid) returns boolean
  language sql as $$
    select pg_try_advisory_xact_lock(hashtextextended('audit chain ' || coalesce(p_practice::text, 'installation'), 0))
  $$;

-- Appends rows to the chain of the context's practice: numbers and previous hashes are given here, so that a chain
-- cannot be sealed with a gap. Hashes come as hex, computed by src/domain/audit/chain.ts.
create function tenant.seal_audit(p_practice uuid, p_after bigint, p_form int, p_ids uuid[], p_hashes text[])
  returns void language plpgsql security definer set search_path = pg_catalog, pg_temp
  -- Right after many inserts the planner believes that few rows wait, and would compare each with each.
  set enable_nestloop = off as $$
declare
  v_sequence bigint := 0;
  v_hash bytea := decode(repeat('00', 32), 'hex');
  v_sealed int;
begin
  if not tenant.hold_audit_chain(p_practice) then
    raise exception 'another sealer holds this chain' using errcode = 'lock_not_available';
  end if;
  select h.sequence, h.hash into v_sequence, v_hash from tenant.audit_head(p_practice) h;
  v_sequence := coalesce(v_sequence, 0);
  v_hash := coalesce(v_hash, decode(repeat('00', 32), 'hex'));
  if v_sequence <> p_after then
    raise exception 'the chain ends at %, not at %', v_sequence, p_after using errcode = 'serialization_failure';
  end if;
  update tenant.audit_entry e
    set sequence = v_sequence + s.place, previous_hash = s.previous, hash = s.own, chain_form = p_form
    from (
      select w.id, w.place, decode(w.hash, 'hex') as own,
        coalesce(lag(decode(w.hash, 'hex')) over (order by w.place), v_hash) as previous
      from unnest(p_ids, p_hashes) with ordinality as w (id, hash, place)
    ) s
    where e.id = s.id and e.sequence is null and e.practice_id is not distinct from p_practice;
  get diagnostics v_sealed = row_count;
  if v_sealed <> cardinality(p_ids) then
    raise exception 'not every row could be sealed' using errcode = 'serialization_failure';
  end if;
end $$;
revoke execute on function tenant.seal_audit(uuid, bigint, int, uuid[], text[]),
  tenant.audit_head(uuid), tenant.hold_audit_chain(uuid) from public;
grant execute on function tenant.seal_audit(uuid, bigint, int, uuid[], text[]),
  tenant.audit_head(uuid), tenant.hold_audit_chain(uuid) to archway_app;
