-- What a thread is about (R37): a visit or a stage of its own patient, in its own practice. What it was about may go later
-- (a plan made anew, old records): the thread then says nothing of it. A row that is not found here is another's.
alter table tenant.thread
  add constraint thread_about_shape check ((about_kind is null) = (about_id is null) and about_kind in ('visit', 'stage'));
create function tenant.check_thread_about() returns trigger language plpgsql as $$
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
  end into is_theirs;
  if not is_theirs then
    raise exception 'a thread is about its own patient''s visit or stage' using errcode = 'foreign_key_violation';
  end if;
  return new;
end $$;
create trigger thread_about_checked before insert or update of about_kind, about_id, patient_id on tenant.thread
  for each row when (new.about_id is not null) execute function tenant.check_thread_about();
-- An open thread about the same thing is offered instead of a second.
create index thread_about on tenant.thread (practice_id, about_id) where about_id is not null;
