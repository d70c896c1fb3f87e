import { readFileSync } from "node:fs";
import pg from "pg";
import { superuserAddress } from "./cluster";
import { onConnection } from "./connection";
import type { ServerState } from "./state";

/** Raised whenever the statements below or roles.sql change. */
export const rolesVersion = 1;

// duplicate_object and duplicate_database: an earlier start was killed half-way.
const alreadyThere = new Set(["42710", "42P04"]);

/** Roles and databases of the embedded server: roles.sql, and the simulators' own. */
export async function createRoles(state: ServerState): Promise<void> {
  const { passwords } = state;
  const values: Record<string, string> = {
    owner_password: passwords.owner,
    app_password: passwords.app,
    queue_password: passwords.queue,
  };
  const statements = readFileSync(new URL("roles.sql", import.meta.url), "utf8")
    .replace(/^--.*$/gm, "")
    .replace(/:'(\w+)'/g, (_match, name: string) => pg.escapeLiteral(values[name] ?? ""))
    .split(";")
    .map((statement) => statement.trim())
    .filter(Boolean);
  statements.push(
    `CREATE ROLE archway_simulators LOGIN PASSWORD ${pg.escapeLiteral(passwords.simulators)}`,
    "CREATE DATABASE simulators OWNER archway_simulators",
    "REVOKE CONNECT ON DATABASE archway, simulators FROM PUBLIC",
    "GRANT CONNECT ON DATABASE archway TO archway_app, archway_queue",
  );
  await onConnection(superuserAddress(state), async (client) => {
    for (const statement of statements) {
      await client.query(statement).catch((error: pg.DatabaseError) => {
        if (!alreadyThere.has(error.code ?? "")) throw error;
      });
    }
  });
}
