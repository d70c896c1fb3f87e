-- A thread may also be about a case of its own patient (R37). A draft is nothing yet that a patient could ask about.
alter table tenant.thread drop constraint thread_about_shape;
alter table tenant.thread
  add constraint thread_about_shape check ((about_kind is null) = (about_id is null) and about_kind in ('visit', 'stage', 'case'));
create or replace function tenant.check_thread_about() returns trigger language plpgsql as $$
declare
  is_theirs boolean;
begin
  select case new.about_kind
    when 'visit' then exists (select from tenant.appointment a
      where a.practice_id = new.practice_id and a.id = new.about_id and a.patient_id = new.patient_id)
    when 'stage' then exists (select from tenant.stage s
      join tenant.treatment_series e on e.practice_id = s.practice_id and e.id = s.series_id
      join tenant.treatment_plan p on p.practice_id = e.practice_id and p.id = e.plan_id
      where s.practice_id = new.practice_id and s.id = new.about_id and p.patient_id = new.patient_id)
    when 'case' then exists (select from tenant.lab_case c
      where c.practice_id = new.practice_id and c.id = new.about_id and c.patient_id = new.patient_id and c.state <> 'draft')
  end into is_theirs;
  if not is_theirs then
    raise exception 'a thread is about its own patient''s visit, stage or case' using errcode = 'foreign_key_violation';
  end if;
  return new;
end $$;
