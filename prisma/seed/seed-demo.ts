import pg from "pg";
import { Temporal } from "temporal-polyfill";
import type { KeyRing } from "@/env";
import { createChance } from "./chance";
import { writeTermsTemplate } from "./clinic/practice-papers";
import { fillPractice, type PracticeMade } from "./fill-practice";
import { demoLabs, writeLabs } from "./labs/demo-labs";
import type { Shared } from "./making";
import { hashDemoPasswords } from "./passwords";
import { demoPractices } from "./practices";
import { createRows } from "./rows";
import { fillSimulators } from "./simulators/fill-simulators";

export interface SeedOptions {
  /** The owner's role: row-level security binds it too (S12). */
  readonly ownerUrl: string;
  /** Without it the simulators stay as they are. */
  readonly simulatorsUrl: string | undefined;
  readonly simulatorsPort: number;
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
  const clock = await client.query<{ now: Date }>("select public.app_now() as now");
  const nowMs = clock.rows[0]?.now.getTime();
  if (nowMs === undefined) throw new Error("The database has no clock.");
  const shared: Shared = {
    loginNames: new Set(),
    emails: new Set(),
    passwordHashes: await hashDemoPasswords(options.peppers),
    sealingKeys: options.sealingKeys,
    totpSecrets: new Map(),
    simulatorsPort: options.simulatorsPort,
  };
  const now = Temporal.Instant.fromEpochMilliseconds(nowMs);
  const labs = demoLabs(now);
  await writeLabs(client, labs, options.simulatorsPort);
  await writeTermsTemplate(client, now);
  const made: PracticeMade[] = [];
  for (const [index, words] of demoPractices.entries()) {
    const chance = createChance(`archway/${words.shortName}`);
    const practiceId = chance.id(now.subtract({ hours: 24 * 365 * (4 - index) }));
    const today = now.toZonedDateTimeISO(words.zone).toPlainDate();
    const making = {
      practiceId,
      words,
      zone: words.zone,
      now,
      today,
      chance,
      rows: createRows(),
      shared,
    };
    made.push(fillPractice(making, 4 - index, labs));
    await client.query("select set_config('app.practice_id', $1, true)", [practiceId]);
    await making.rows.write(client);
  }
  // Before the commit: when the simulators cannot be filled, nothing is.
  if (options.simulatorsUrl) await fillSimulators(options.simulatorsUrl, made, labs, shared);
}
