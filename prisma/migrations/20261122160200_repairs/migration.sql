-- How a failed registration was repaired (R8), which delivery carries a login link (S9), and what staff did about a
-- mail or text that was given up (S17).
alter table tenant.failed_registration add column repaired_how text;
alter table tenant.login_link add column delivery_id uuid;
alter table tenant.delivery
  add column attended_at timestamptz(3),
  add column attended_by_person_id uuid,
  add column attended_how text,
  add column resent_as_id uuid;

-- Somebody attended to it in one way; what was sent again is another row, so that every text is counted (R51).
alter table tenant.delivery
  add constraint delivery_attended check ((attended_at is null) = (attended_how is null)
    and (attended_at is null) = (attended_by_person_id is null)
    and (resent_as_id is null or attended_at is not null));

-- What waits for staff, counted on every page of the desk.
create index delivery_unattended on tenant.delivery (practice_id, created_at)
  where state = 'undelivered' and attended_at is null;
