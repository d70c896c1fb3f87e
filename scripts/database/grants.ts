import pg from "pg";

const needed = ["archway_app", "archway_queue"] as const;

/**
 * What migrations rely on: both roles exist, the owner may become the queue's role, and that role
 * may create its schema. Roles are made here when the owner may, else roles.sql is asked for.
 */
export async function prepareRoles(ownerAddress: string, appAddress: string): Promise<void> {
  const client = new pg.Client({ connectionString: ownerAddress });
  await client.connect();
  try {
    const { rows } = await client.query<{ rolname: string }>(
      "select rolname from pg_roles where rolname = any($1)",
      [needed],
    );
    const missing = needed.filter((name) => !rows.some((row) => row.rolname === name));
    const appUser = decodeURIComponent(new URL(appAddress).username);
    for (const name of missing) {
      await client.query(`CREATE ROLE ${name} NOLOGIN`);
      const member = name === "archway_app" ? pg.escapeIdentifier(appUser) : "current_user";
      await client.query(`GRANT ${name} TO ${member}`);
    }
    const database = pg.escapeIdentifier(client.database ?? "");
    await client.query(`GRANT CONNECT ON DATABASE ${database} TO archway_app, archway_queue`);
    await client.query(`GRANT CREATE ON DATABASE ${database} TO archway_queue`);
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === "42501") {
      throw new Error(
        "The database roles are not complete. Run scripts/database/roles.sql as a superuser once; " +
          `PostgreSQL said: ${error.message}`,
      );
    }
    throw error;
  } finally {
    await client.end();
  }
}
