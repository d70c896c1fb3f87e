-- The first chair that nobody else is about to take (S16). Each statement of a volatile function sees what was committed
-- before it: a chair taken between reading the free times and locking it is passed over, not run into. Trying, not
-- waiting: whoever holds a chair's lock never waits for a practitioner's.
create function tenant.choose_chair(p_practice uuid, p_chairs uuid[], p_from timestamptz, p_until timestamptz, p_left_out uuid[])
  returns uuid
  language plpgsql volatile
as $$
declare
  v_chair uuid;
  v_contended uuid;
  v_taken boolean;
begin
  foreach v_chair in array p_chairs loop
    -- Once before the lock, so that no chair stays locked for nothing, and once after it.
    for v_turn in 1..2 loop
      select exists (select from tenant.appointment a
        where a.practice_id = p_practice and a.chair_id = v_chair and a.chair_busy && tstzrange(p_from, p_until, '[)')
          and a.state in ('held', 'requested', 'booked', 'confirmed', 'arrived', 'in_chair', 'completed')
          and a.id <> all (p_left_out)) into v_taken;
      exit when v_taken;
      if v_turn = 2 then
        return v_chair;
      end if;
      if not pg_try_advisory_xact_lock(hashtextextended('chair ' || p_practice || ' ' || v_chair, 0)) then
        v_contended := coalesce(v_contended, v_chair);
        exit;
      end if;
    end loop;
  end loop;
  return coalesce(v_contended, p_chairs[1]);
end
$$;
revoke execute on function tenant.choose_chair(uuid, uuid[], timestamptz, timestamptz, uuid[]) from public;
grant execute on function tenant.choose_chair(uuid, uuid[], timestamptz, timestamptz, uuid[]) to archway_app;
