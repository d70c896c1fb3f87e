import type pg from "pg";
import { systemRandom } from "../../src/security/random";
import { newToken } from "../../src/security/tokens";
import { onConnection } from "../database/connection";
import type { Viewer } from "./shot";

export interface Viewers {
  /** The session cookie's value of each role. */
  readonly tokens: ReadonlyMap<Viewer, string>;
  /** What stands for `{visit}`, `{thread}`, `{patient}` and `{recipient}` of a lab's parcel in a path. */
  readonly places: ReadonlyMap<string, string>;
}

interface Member {
  membership_id: string;
  login_id: string;
  person_id: string;
  patient_id: string | null;
}

/** A session of one person per role in the first demo practice, and addresses that have something to show. */
export function openViewers(ownerUrl: string): Promise<Viewers> {
  return onConnection(ownerUrl, async (client) => {
    await client.query("begin");
    await client.query(
      "select set_config('app.practice_id', (select id::text from identity.practice order by id limit 1), true)",
    );
    const tokens = new Map<Viewer, string>();
    const places = new Map<string, string>();
    for (const role of ["patient", "guardian", "orthodontist", "staff", "admin"] as const) {
      const member = await memberOf(client, role);
      if (!member) continue;
      tokens.set(role, await openSession(client, member, role));
      if (role === "patient" && member.patient_id) await note(client, places, member.patient_id);
    }
    const { rows } = await client.query<{ id: string }>(
      "select patient_id as id from tenant.lab_case where state = 'shipped' order by id limit 1",
    );
    if (rows[0]) places.set("recipient", rows[0].id);
    await client.query("commit");
    return { tokens, places };
  });
}

/** Answers the session's cookie. */
async function openSession(client: pg.Client, member: Member, role: string): Promise<string> {
  const { token, digest } = newToken(systemRandom);
  await client.query(
    `insert into identity.session (id, login_id, token_digest, person_id, practice_id, membership_id, role,
       idle_minutes, created_at, last_seen_at, expires_at, factor_at)
     values ($1, $2, $3, $4, current_setting('app.practice_id')::uuid, $5, $6::identity.role,
       60, app_now(), app_now(), app_now() + interval '12 hours', app_now())`,
    [
      systemRandom.uuid(),
      member.login_id,
      Buffer.from(digest),
      member.person_id,
      member.membership_id,
      role,
    ],
  );
  return token;
}

/** Of the patients, one who has visits ahead, a thread, changes aligners these weeks and notes their wear. */
async function memberOf(client: pg.Client, role: string): Promise<Member | undefined> {
  const busy = `(exists (select from tenant.appointment a where a.patient_id = m.patient_id and a.state = 'booked' and a.starts_at > app_now()))::int
    + (exists (select from tenant.thread t where t.patient_id = m.patient_id))::int
    + (exists (select from tenant.aligner_change c where c.patient_id = m.patient_id
      and c.changed_on > app_now()::date - 18 and c.changed_on < app_now()::date))::int
    + (exists (select from tenant.wear_log w where w.patient_id = m.patient_id))::int`;
  const { rows } = await client.query<Member>(
    `select m.id as membership_id, m.login_id, m.person_id, m.patient_id from tenant.membership m
       join identity.login l on l.id = m.login_id and l.status = 'active'
       where m.role = $1::identity.role and m.ended_at is null order by ${busy} desc, m.id limit 1`,
    [role],
  );
  return rows[0];
}

async function note(
  client: pg.Client,
  places: Map<string, string>,
  patientId: string,
): Promise<void> {
  places.set("patient", patientId);
  const first = async (name: string, text: string) => {
    const { rows } = await client.query<{ id: string }>(text, [patientId]);
    if (rows[0]) places.set(name, rows[0].id);
  };
  await first(
    "visit",
    "select id from tenant.appointment where patient_id = $1 and state = 'booked' and starts_at > app_now() order by starts_at desc limit 1",
  );
  await first(
    "thread",
    "select id from tenant.thread where patient_id = $1 order by last_message_at desc limit 1",
  );
}
