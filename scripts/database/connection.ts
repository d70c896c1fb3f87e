import pg from "pg";

/** Runs `work` on a connection of its own, closed afterwards. */
export async function onConnection<T>(
  address: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: address });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** One statement on a connection of its own. */
export function runStatement(address: string, statement: string): Promise<pg.QueryResult> {
  return onConnection(address, (client) => client.query(statement));
}
