-- R5: where the postcode does not tell two records apart, a registration waits for staff's decision.
alter type identity.registration_step add value 'waiting';
alter table identity.registration
  add column candidate_ids uuid[] not null default '{}',
  add column question_tries integer not null default 0,
  -- The last answer, for a request that is sent again because its answer was lost (S16).
  add column answered_key text,
  add column answered_digest text,
  add column answer jsonb,
  add constraint registration_question_tries check (question_tries between 0 and 3);

-- Which text carried a code: a text that did not arrive leads to the registration that waits for it (R8).
alter table identity.one_time_code add column delivery_id uuid;
create index one_time_code_delivery_id_idx on identity.one_time_code (delivery_id);

-- What Lookup said of a number, by the keyed digest of the number; a null line is being asked about (S4).
create table identity.phone_line (
  number_key text not null,
  line text,
  asked_at timestamptz(3) not null,
  constraint phone_line_pkey primary key (number_key)
);
create index phone_line_asked_at_idx on identity.phone_line (asked_at);

-- R8: why, in one word; which registration waits, between which records; which text did not arrive.
alter table tenant.failed_registration
  add column reason text,
  add column registration_id uuid,
  add column candidate_ids uuid[] not null default '{}',
  add column delivery_id uuid;
create unique index failed_registration_practice_id_delivery_id_key
  on tenant.failed_registration (practice_id, delivery_id);
