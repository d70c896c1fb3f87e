import pg from "pg";
import { holdEmbeddedServer } from "./embedded";
import { dataFolder } from "./paths";
import type { ServerState } from "./state";

/** Connection addresses, one per database role (S12). */
export interface DatabaseAddresses {
  /** archway_app: web and job handlers. */
  app: string;
  /** archway_owner: migrations, seed, command-line tools. */
  owner: string;
  /** archway_queue: the schema of graphile-worker, nothing else. */
  queue: string;
  /** The simulators' own database, demo only. */
  simulators: string;
}

export function embeddedAddresses(state: ServerState, database = "archway"): DatabaseAddresses {
  const address = (role: string, password: string, name: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${state.port}/${name}`;
  const { passwords } = state;
  return {
    app: address("archway_app", passwords.app, database),
    owner: address("archway_owner", passwords.owner, database),
    queue: address("archway_queue", passwords.queue, database),
    simulators: address("archway_simulators", passwords.simulators, "simulators"),
  };
}

/** The queue without a login of its own: the owner's connection, become archway_queue. */
function asQueueRole(ownerAddress: string): string {
  const address = new URL(ownerAddress);
  address.searchParams.set("options", "-c role=archway_queue");
  return address.href.replaceAll("+", "%20");
}

function withDatabase(ownerAddress: string, database: string): string {
  const address = new URL(ownerAddress);
  address.pathname = `/${database}`;
  return address.href;
}

function externalAddresses(app: string): DatabaseAddresses {
  const owner = process.env.DATABASE_OWNER_URL;
  if (!owner) {
    throw new Error(
      "DATABASE_URL is set, DATABASE_OWNER_URL is not. Set it to the same database with the role " +
        "that owns the tables (scripts/database/roles.sql makes the roles).",
    );
  }
  return {
    app,
    owner,
    queue: process.env.QUEUE_DATABASE_URL || asQueueRole(owner),
    simulators: process.env.SIMULATORS_DATABASE_URL || withDatabase(owner, "simulators"),
  };
}

/** Both roles of a database that somebody else runs get in, or a sentence names the key that is wrong, without its password. */
async function requireEntrance({ app, owner }: DatabaseAddresses): Promise<void> {
  for (const [key, address] of Object.entries({ DATABASE_URL: app, DATABASE_OWNER_URL: owner })) {
    const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 });
    try {
      await client.connect();
    } catch (error) {
      const why = error instanceof Error && error.message ? error.message : "no answer";
      throw new Error(`${key} leads to no database that lets us in: ${why}.`);
    } finally {
      await client.end().catch(() => undefined);
    }
  }
}

/** The database this installation uses: the one in the environment, else the embedded server. */
export async function holdDatabase(): Promise<{
  addresses: DatabaseAddresses;
  release: () => Promise<void>;
}> {
  const app = process.env.DATABASE_URL;
  if (app) {
    const addresses = externalAddresses(app);
    await requireEntrance(addresses);
    return { addresses, release: async () => undefined };
  }
  const server = await holdEmbeddedServer(dataFolder());
  return {
    addresses: embeddedAddresses(server.state),
    release: server.release,
  };
}
