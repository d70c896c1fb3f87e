-- A time that the practice has to agree to ends the wait once it has agreed: until then a no or a change of mind gives the
-- place on the list back (R31, R35). `time_won`: the visit has moved to a time that was offered and accepted.
create or replace function tenant.end_waiting() returns trigger language plpgsql as $$
begin
  if new.replaces_appointment_id is not null then
    return null;
  end if;
  update tenant.waiting_list_entry e set closed_at = public.app_now()
  where e.practice_id = new.practice_id and e.patient_id = new.patient_id and e.closed_at is null
    and case tg_argv[0]
      when 'visit_ended' then e.appointment_id = new.id
      when 'visit_booked' then e.appointment_id is null and e.visit_type_id = new.visit_type_id
      else e.appointment_id = new.id and exists (select from tenant.waiting_list_offer o
        where o.practice_id = e.practice_id and o.entry_id = e.id and o.accepted_at is not null
          and o.starts_at = new.starts_at)
    end;
  return null;
end $$;
drop trigger booking_ends_waiting on tenant.appointment;
create trigger booking_ends_waiting after insert on tenant.appointment for each row
  when (new.state in ('booked', 'confirmed')) execute function tenant.end_waiting('visit_booked');
drop trigger hold_booked_ends_waiting on tenant.appointment;
create trigger agreed_booking_ends_waiting after update of state on tenant.appointment for each row
  when (old.state in ('held', 'requested') and new.state in ('booked', 'confirmed'))
  execute function tenant.end_waiting('visit_booked');
create trigger agreed_move_ends_waiting after update of starts_at on tenant.appointment for each row
  when (new.starts_at <> old.starts_at and new.state in ('booked', 'confirmed'))
  execute function tenant.end_waiting('time_won');
