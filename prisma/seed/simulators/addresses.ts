import pg from "pg";
import { pmsAddress } from "../clinic/practice-papers";
import { labAddress } from "../labs/demo-labs";

/** Moves the demo's connections to the ports the simulators have this time. Those to real systems stay. */
export async function pointAtSimulators(ownerUrl: string, simulatorsPort: number): Promise<void> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    const practices = await client.query<{ id: string }>("select id from identity.practice");
    for (const { id } of practices.rows) {
      await client.query("select set_config('app.practice_id', $1, true)", [id]);
      await client.query(
        "update tenant.pms_connection set base_url = $1 where base_url like 'http://127.0.0.1:%' and base_url <> $1",
        [pmsAddress(simulatorsPort)],
      );
    }
    const labs = await client.query<{ key: string }>(
      "select key from reference.lab where base_url like 'http://127.0.0.1:%'",
    );
    for (const { key } of labs.rows) {
      const address = labAddress(simulatorsPort, key);
      await client.query(
        "update reference.lab set base_url = $2 where key = $1 and base_url <> $2",
        [key, address],
      );
    }
    await client.query("commit");
  } finally {
    await client.end();
  }
}
