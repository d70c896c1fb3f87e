/** What the seed leaves for a demo's visitor: the authenticator secrets (base32) of its people. */
export const demoDdl = `
  create table if not exists totp (
    login_name text primary key,
    secret text not null
  )`;
