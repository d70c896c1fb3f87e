-- A sign-in at a lab under way (R42): who began it, in which session, and, sealed, what proves that the answer belongs to
-- it. It lives ten minutes and is used once; the next one a day later removes it.
create table tenant.lab_sign_in (
  practice_id uuid not null,
  id uuid not null,
  connection_id uuid not null,
  person_id uuid not null,
  session_id uuid not null,
  state_digest bytea not null,
  sealed bytea not null,
  return_to text,
  created_at timestamptz(3) not null,
  expires_at timestamptz(3) not null,
  used_at timestamptz(3),
  constraint lab_sign_in_pkey primary key (practice_id, id),
  constraint lab_sign_in_practice_id_connection_id_fkey foreign key (practice_id, connection_id)
    references tenant.lab_connection(practice_id, id) on delete cascade on update restrict,
  constraint lab_sign_in_practice_fkey foreign key (practice_id)
    references identity.practice(id) on delete restrict on update restrict,
  constraint lab_sign_in_shape check (length(state_digest) = 32 and expires_at > created_at
    and return_to ~ '^/doctor(/|\?|$)' and length(return_to) <= 300)
);
create unique index lab_sign_in_practice_id_state_digest_key on tenant.lab_sign_in (practice_id, state_digest);
alter table tenant.lab_sign_in enable row level security;
alter table tenant.lab_sign_in force row level security;
create policy own_practice on tenant.lab_sign_in
  using (practice_id = tenant.current_practice()) with check (practice_id = tenant.current_practice());
-- An unused one is taken once; nothing else of it changes.
revoke update on tenant.lab_sign_in from archway_app;
grant update (used_at) on tenant.lab_sign_in to archway_app;

alter table tenant.lab_connection
  -- With tokens there is a key they were sealed with, and none without (S18).
  add constraint lab_connection_tokens check ((sealed_tokens is null) = (tokens_key_id is null));
