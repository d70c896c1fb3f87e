-- Which words the patient agreed to when the lab gets their records (R41).
alter table tenant.lab_case
  add column consent_words text,
  add constraint lab_case_consent_words check (consent_words is null or consent_at is not null);
