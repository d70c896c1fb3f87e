import type { ChildProcess } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { doctorToken } from "../../../adapters/lab/simulated-lab";
import {
  freePort,
  killed,
  startLabProcess,
  startWeb,
  startWorker,
} from "../../../support/own-processes";
import { openWorld } from "../../../support/world";
import { caseRows } from "./case-rows";
import { submitUntilTaken } from "./submit-until-taken";

/** `npm run bench -- --lab-faults 300` asks for more. */
const count = Number(process.env.LAB_FAULT_CASES ?? 12);
const kills = Math.max(6, Math.round(count / 10));
const seed = Number(process.env.LAB_FAULT_SEED ?? 20_261_123);

const world = await openWorld();
const labId = crypto.randomUUID();
const cases = caseRows(world, labId);
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const webPort = await freePort();
const running: { web?: ChildProcess; worker?: ChildProcess; lab?: ChildProcess } = {};
afterAll(async () => {
  for (const one of Object.values(running)) await killed(one);
});

it("S17, R46: kill -9 of web, worker and lab at any point: each case reaches the lab exactly once", {
  timeout: 60_000 + count * 4_000,
}, async () => {
  const chance = seeded(seed);
  running.lab = await startLabProcess(port, world.ownerUrl);
  const doctor = { lab: "alder", userName: "eva", password: "p", displayName: "Dr Eva Lind" };
  const signedIn = { lastAuthenticatedAt: new Date().toISOString(), lastScanAt: null };
  const body = JSON.stringify({ doctors: [{ ...doctor, ...signedIn, accessToken: doctorToken }] });
  const loaded = await fetch(`${origin}/simulator/doctors`, { method: "POST", body });
  expect(loaded.status).toBe(200);
  await world.owner.pool.query(
    `insert into reference.lab (id, key, name, base_url, periodic_days, inactive_days)
     values ($1, 'alder', 'Alder', $2, 90, 30)`,
    [labId, `${origin}/labs/alder`],
  );
  const scene = await cases.scene();
  const { practiceId } = scene.actor;
  running.worker = await startWorker(world);
  running.web = await startWeb(world, webPort);
  const subjects: Awaited<ReturnType<typeof cases.drafted>>[] = [];
  for (let i = 0; i < count; i += 1)
    subjects.push(await cases.drafted(scene, { scans: 2, bytes: 400_000 }));
  const web = `http://127.0.0.1:${webPort}`;
  const submitting = submitUntilTaken(world, scene, { web, subjects });
  const left = () =>
    inPractice(world.db, practiceId, (tx) =>
      tx.labCase.count({ where: { state: { not: "received" } } }),
    );
  const start = {
    web: () => startWeb(world, webPort),
    worker: () => startWorker(world),
    lab: () => startLabProcess(port, world.ownerUrl),
  };
  const ends = { web: 0, worker: 0, lab: 0 };
  for (let i = 0; i < kills && (await left()) > 0; i += 1) {
    await pause(50 + chance() * 700);
    const drawn = chance();
    const name = drawn < 0.3 ? "web" : drawn < 0.7 ? "worker" : "lab";
    const one = running[name];
    if (one) await killed(one);
    ends[name] += 1;
    // Leases lapse, also those of whoever still lives and holds one.
    await world.advance("PT61S");
    running[name] = await start[name]();
  }
  const tries = await submitting;
  const until = performance.now() + 30_000 + count * 2_000;
  for (let open = await left(); open > 0; ) {
    if (performance.now() > until) throw new Error(`${open} cases are left`);
    await pause(1_500);
    const now = await left();
    // What nobody moved waits for its next try.
    if (now === open) await world.advance("PT10M");
    open = now;
  }
  expect(ends.web + ends.worker + ends.lab).toBeGreaterThan(0);
  const atLab: { caseNumber: string; receivedScans: number }[] = await (
    await fetch(`${origin}/lab/cases`)
  ).json();
  expect(atLab.map(({ caseNumber }) => caseNumber).toSorted()).toEqual(
    subjects.map(({ number }) => number).toSorted(),
  );
  expect(atLab.every(({ receivedScans }) => receivedScans === 2)).toBe(true);
  const events = await inPractice(world.db, practiceId, (tx) =>
    tx.caseEvent.groupBy({ by: ["caseId"], where: { event: "receive" }, _count: true }),
  );
  expect(events.map(({ _count }) => _count)).toEqual(subjects.map(() => 1));
  const submits = await inPractice(world.db, practiceId, (tx) =>
    tx.caseEvent.groupBy({ by: ["caseId"], where: { event: "submit" }, _count: true }),
  );
  expect(submits.map(({ _count }) => _count)).toEqual(subjects.map(() => 1));
  const deliveries = await inPractice(world.db, practiceId, (tx) =>
    tx.delivery.groupBy({ by: ["state"], where: { kind: "lab_case" }, _count: true }),
  );
  console.info(
    `${count} cases, submitted with ${tries} presses, killed: ${JSON.stringify(ends)}, ${JSON.stringify(deliveries)}`,
  );
});

/** The same numbers for the same seed (mulberry32). */
function seeded(from: number): () => number {
  let state = from;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
