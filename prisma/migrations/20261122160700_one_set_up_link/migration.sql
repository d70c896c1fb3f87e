-- S22: the link by which somebody of the practice sets up their login is one at a time; a newer one replaces it.
create unique index token_one_set_up on identity.token (login_id)
  where purpose = 'first_admin' and used_at is null and replaced_at is null;
