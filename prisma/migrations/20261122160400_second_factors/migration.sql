-- Second factors (R13): passkeys, recovery codes, and proving a factor again within a session (S11).

-- A challenge belongs to a login under way, by its cookie, or to a session that steps up.
alter table "identity"."login_challenge" alter column "cookie_digest" drop not null;
alter table "identity"."login_challenge" add column "session_id" uuid;
alter table "identity"."login_challenge" add column "passkey_challenge" bytea;
create index "login_challenge_session_id_idx" on "identity"."login_challenge"("session_id");
alter table "identity"."login_challenge" add constraint "login_challenge_bound"
  check (("cookie_digest" is null) <> ("session_id" is null));

-- What a passkey under way has to sign, how it can be reached, and the digest of a recovery code.
alter table "identity"."factor" add column "passkey_challenge" bytea;
alter table "identity"."factor" add column "passkey_transports" text[] not null default array[]::text[];
alter table "identity"."factor" add column "code_digest" bytea;
create unique index "factor_code_digest_key" on "identity"."factor"("code_digest");
alter table "identity"."factor" add constraint "factor_shape" check (case "kind"
  when 'totp' then "sealed_secret" is not null
  when 'passkey' then "passkey_challenge" is not null or "passkey_public_key" is not null and "passkey_id" is not null
  when 'recovery_code' then "code_digest" is not null
  else true end);
