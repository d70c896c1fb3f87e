import pg from "pg";

/** A connection of the tables' owner: for what no person in a story does. */
export async function asOwner<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_OWNER_URL });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

export interface Member {
  readonly membership_id: string;
  readonly login_id: string;
  readonly person_id: string;
  readonly role: string;
  readonly patient_id: string | null;
  readonly practice_id: string;
  readonly email: string | null;
}

/** Whose login this is; the connection then sees the rows of their practice. */
export async function memberOf(client: pg.Client, loginName: string): Promise<Member> {
  const login = await client.query<{ id: string; practice_id: string }>(
    "select id, home_practice_id as practice_id from identity.login where login_name = $1",
    [loginName],
  );
  const { id, practice_id: practiceId } = login.rows[0] ?? {};
  if (!practiceId) throw new Error(`nobody logs in as ${loginName}`);
  await client.query("select set_config('app.practice_id', $1, false)", [practiceId]);
  const { rows } = await client.query<Member>(
    `select m.id as membership_id, m.login_id, m.person_id, m.role, m.patient_id, m.practice_id, l.email
       from tenant.membership m join identity.login l on l.id = m.login_id
       where m.login_id = $1 and m.ended_at is null`,
    [id],
  );
  const found = rows[0];
  if (!found) throw new Error(`${loginName} has no membership`);
  return found;
}
