import pg from "pg";
import { onConnection } from "./connection";

const needed = ["archway_app", "archway_queue"] as const;

/**
 * What migrations rely on: both roles exist, the owner may become the queue's role, and that role
 * may create its schema. Roles are made here when the owner may, else roles.sql is asked for.
 */
export async function prepareRoles(ownerAddress: string, appAddress: string): Promise<void> {
  try {
    await onConnection(ownerAddress, (client) => completeRoles(client, appAddress));
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === "42501") {
      throw new Error(
        "The database roles are not complete. Run scripts/database/roles.sql as a superuser once; " +
          `PostgreSQL said: ${error.message}`,
      );
    }
    throw error;
  }
}

async function completeRoles(client: pg.Client, appAddress: string): Promise<void> {
  const { rows } = await client.query<{ rolname: string }>(
    "select rolname from pg_roles where rolname = any($1)",
    [needed],
  );
  const missing = needed.filter((name) => !rows.some((row) => row.rolname === name));
  for (const name of missing) await client.query(`CREATE ROLE ${name} NOLOGIN`);
  const members = [
    ["archway_app", decodeURIComponent(new URL(appAddress).username)],
    ["archway_queue", client.user ?? ""],
  ] as const;
  for (const [role, member] of members) {
    const held = await client.query("select pg_has_role($1, $2, 'member') as held", [member, role]);
    if (held.rows[0]?.held) continue;
    await client.query(`GRANT ${role} TO ${pg.escapeIdentifier(member)}`);
  }
  const database = pg.escapeIdentifier(client.database ?? "");
  await client.query(`GRANT CONNECT ON DATABASE ${database} TO archway_app, archway_queue`);
  await client.query(`GRANT CREATE ON DATABASE ${database} TO archway_queue`);
}
