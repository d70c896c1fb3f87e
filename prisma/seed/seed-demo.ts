import pg from "pg";
import { Temporal } from "temporal-polyfill";
import type { KeyRing } from "@/env";
import { writeTermsTemplate } from "./clinic/practice-papers";
import { storeUploads } from "./files/demo-files";
import { drawMouths } from "./files/draw-mouths";
import { drawPhotos } from "./files/draw-photos";
import { shapeScan } from "./files/shape-scans";
import { writeLabs } from "./labs/demo-labs";
import { makeDemo } from "./make-demo";
import { hashDemoPasswords } from "./passwords";
import { fillSimulators } from "./simulators/fill-simulators";

export interface SeedOptions {
  /** The owner's role: row-level security binds it too (S12). */
  readonly ownerUrl: string;
  /** Without it the simulators stay as they are. */
  readonly simulatorsUrl: string | undefined;
  readonly simulatorsPort: number;
  /** Where the application keeps uploads. */
  readonly filesDir: string;
  readonly peppers: KeyRing;
  readonly sealingKeys: KeyRing;
}

/**
 * Fills an installation without practices with the demo's, in one transaction: all of it or nothing. Answers false,
 * having done nothing, when there is a practice.
 */
export async function seedDemo(options: SeedOptions): Promise<boolean> {
  const client = new pg.Client({ connectionString: options.ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    // Two seeds at once: the second one waits and then finds the practices.
    await client.query("select pg_advisory_xact_lock(hashtext('archway.seed'))");
    const { rowCount } = await client.query("select from identity.practice limit 1");
    if (rowCount !== 0) {
      await client.query("rollback");
      return false;
    }
    await fill(client, options);
    await client.query("commit");
    return true;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  } finally {
    await client.end();
  }
}

async function fill(client: pg.Client, options: SeedOptions): Promise<void> {
  const { simulatorsPort, sealingKeys } = options;
  const clock = await client.query<{ now: Date }>("select public.app_now() as now");
  const nowMs = clock.rows[0]?.now.getTime();
  if (nowMs === undefined) throw new Error("The database has no clock.");
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs);
  const passwordHashes = await hashDemoPasswords(options.peppers);
  const files = {
    photos: await drawPhotos(),
    mouths: await drawMouths(),
    upperScan: shapeScan("upper"),
    lowerScan: shapeScan("lower"),
  };
  const demo = makeDemo(now, { passwordHashes, sealingKeys, simulatorsPort, files });
  await writeLabs(client, demo.labs, simulatorsPort);
  await writeTermsTemplate(client, now);
  for (const { making } of demo.practices) {
    await client.query("select set_config('app.practice_id', $1, true)", [making.practiceId]);
    await making.rows.write(client);
  }
  const uploads = demo.practices.flatMap(({ making }) => making.uploads);
  // Before the commit: when files or simulators cannot be filled, nothing is.
  await storeUploads(options.filesDir, uploads);
  if (options.simulatorsUrl) await fillSimulators(options.simulatorsUrl, demo);
}
