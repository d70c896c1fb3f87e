import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pg from "pg";
import { Temporal } from "temporal-polyfill";
import { type Database, openDatabase } from "../../../src/db/client";
import type { ClinicActor } from "../../../src/features/access/actors";
import { listTexts } from "../../../src/features/sms-usage/list-texts";
import { readUsage } from "../../../src/features/sms-usage/read-usage";
import { embeddedAddresses } from "../../database/addresses";
import { superuserAddress } from "../../database/cluster";
import { runStatement } from "../../database/connection";
import { holdEmbeddedServer } from "../../database/embedded";
import { migrate } from "../../database/migrate";
import { benchId } from "../bench-id";
import { median } from "../load";
import { percentile } from "../messages/percentile";
import { fillTexts, practiceName } from "./fill";

const turns = 200;
const name = "bench_texts";
/** p95 of everything the page asks, in milliseconds. */
const floorMs = 100;
const aimMs = 30;

function asked(): number {
  const place = process.argv.indexOf("--count");
  const count = Number(process.argv[place + 1]);
  return place > 0 && Number.isInteger(count) && count > 0 ? count : 5_000_000;
}

/**
 * What `/desk/usage` asks of one practice with `--count` texts (5 million), beside a bare `select` of one row, in a
 * database of its own. Answers whether the floor was kept.
 */
export async function benchUsage(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "archway-bench-usage-"));
  const { state, release } = await holdEmbeddedServer(folder, { durable: false });
  try {
    await runStatement(embeddedAddresses(state, "postgres").owner, `create database ${name}`);
    await migrate(embeddedAddresses(state, name));
    const texts = asked();
    const superuser = superuserAddress(state, name);
    console.log(`${texts} texts filled in ${await fillTexts(superuser, texts)} s`);
    const db = openDatabase(embeddedAddresses(state, name).app, 4);
    try {
      return await measure(db, superuser);
    } finally {
      await db.close();
    }
  } finally {
    await release();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function measure(db: Database, superuser: string): Promise<boolean> {
  const bare = new pg.Client({ connectionString: superuser });
  await bare.connect();
  const now = Temporal.Now.instant();
  const zone = "Europe/Berlin";
  // Only the practice of an actor is asked for here.
  const actor = { practiceId: benchId(practiceName), zone } as ClinicActor;
  const month = now.toZonedDateTimeISO(zone).subtract({ months: 1 });
  const before = month.toPlainDate().toPlainYearMonth().toString();
  const oldest = month.subtract({ months: 30 }).toPlainDate().toPlainYearMonth().toString();
  const services = { db, now };
  const list = (wish: Parameters<typeof listTexts>[2]) => listTexts(services, actor, wish);
  const { value: first } = await list({ month: before });
  const questions: readonly [what: string, ask: () => Promise<unknown>][] = [
    ["bare select of one row", () => bare.query("select id from identity.practice limit 1")],
    ["the month's sums and twelve months", () => readUsage(services, actor, { month: before })],
    ["sums of a month 31 months back", () => readUsage(services, actor, { month: oldest })],
    ["50 texts", () => list({ month: before })],
    ["the 50 after them", () => list({ month: before, before: first.next ?? "" })],
    ["50 of one purpose", () => list({ month: before, purpose: "change_day" })],
    ["50 of a purpose there is none of", () => list({ month: before, purpose: "login_link" })],
    ["50 that did not arrive", () => list({ month: before, state: "undelivered" })],
    ["those that are on their way", () => list({ month: before, state: "waiting" })],
  ];
  let bareMs = 0;
  let isKept = true;
  for (const [what, ask] of questions) {
    const times = await timesOf(ask);
    const [half, most] = [median(times), percentile(times, 95)];
    if (bareMs === 0) bareMs = half;
    isKept &&= most <= floorMs;
    const verdict = most <= aimMs ? "aim" : most <= floorMs ? "floor" : "ABOVE";
    console.log(
      `${what.padEnd(40)} p95 ${most.toFixed(1).padStart(7)} ms  median ${half.toFixed(1).padStart(7)} ms  ${(half / bareMs).toFixed(0).padStart(4)} x bare  ${verdict}`,
    );
  }
  await bare.end();
  console.log(`floor ${floorMs} ms, aim ${aimMs} ms (p95)`);
  return isKept;
}

async function timesOf(ask: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let turn = -10; turn < turns; turn += 1) {
    const startedMs = performance.now();
    await ask();
    if (turn >= 0) times.push(performance.now() - startedMs);
  }
  return times;
}
