/** What the seed leaves for a demo's visitor: its people's authenticator secrets (base32) and logins at the labs. */
export const demoDdl = `
  create table if not exists totp (
    login_name text primary key,
    secret text not null
  );
  create table if not exists lab_login (
    lab text not null,
    user_name text not null,
    display_name text not null,
    password text not null,
    primary key (lab, user_name)
  )`;
