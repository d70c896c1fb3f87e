-- Losing every factor (R13): a patient's login link may take the old factors away once it is used, and somebody of the
-- practice gets a link of their own that leads to a new one.
alter table "tenant"."login_link" add column "resets_factors" boolean not null default false;
alter type "identity"."token_purpose" add value if not exists 'factor_reset';
