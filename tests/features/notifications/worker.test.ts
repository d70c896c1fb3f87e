import type { ChildProcess } from "node:child_process";
import pg from "pg";
import { afterEach, describe, expect, inject, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { queueMail, queueSms } from "@/features/notifications/queue-delivery";
import { embeddedAddresses } from "../../../scripts/database/addresses";
import { eventually } from "../../support/outside-world";
import { ended, said, startWorker as startWorkerOf } from "../../support/own-processes";
import { makePractice, openWorld } from "../../support/world";
import { openDeliveryWorld } from "./delivery-world";

const world = await openWorld();
const outside = await openDeliveryWorld(world);
const practice = await makePractice(world);
const workers: ChildProcess[] = [];
afterEach(async () => {
  for (const worker of workers.splice(0)) await ended(worker, "SIGKILL");
});

async function startWorker(): Promise<ChildProcess> {
  const worker = await startWorkerOf(world, {
    SMTP_URL: outside.smtpUrl,
    TWILIO_API_URL: outside.phoneUrl,
  });
  workers.push(worker);
  return worker;
}

async function queuedMail(to: string): Promise<string> {
  const services = await world.services();
  return inPractice(world.db, practice.id, (tx) =>
    queueMail(tx, services, {
      practiceId: practice.id,
      purpose: "plan_changed",
      to,
      language: "en",
    }),
  );
}

async function queuedText(to: string): Promise<string> {
  const services = await world.services();
  return inPractice(world.db, practice.id, (tx) =>
    queueSms(tx, services, {
      practiceId: practice.id,
      purpose: "login_code",
      to,
      language: "en",
      secret: "493817",
    }),
  );
}

const unsettled = () =>
  inPractice(world.db, practice.id, (tx) =>
    tx.delivery.count({ where: { state: { in: ["queued", "sending", "unknown"] } } }),
  );
const allSettled = async () => ((await unsettled()) === 0 ? true : undefined);

/** Ends every connection of application and queue, and refuses new ones until the worker has noticed. */
async function databaseAway(worker: ChildProcess): Promise<void> {
  const noticed = said(worker, "the database is away");
  const { env } = world.runtime;
  const own = [env.databaseUrl, env.queueDatabaseUrl].map(
    (connectionString) => new pg.Client({ connectionString }),
  );
  const server = embeddedAddresses(inject("testServer").state, "postgres").owner;
  const operator = new pg.Client({ connectionString: server });
  await Promise.all([...own, operator].map((client) => client.connect()));
  const name = pg.escapeIdentifier(new URL(env.databaseUrl).pathname.slice(1));
  await operator.query(`alter database ${name} with allow_connections false`);
  for (const client of own) {
    const { rowCount } = await client.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where datname = current_database() and pid <> pg_backend_pid() and usename = current_user`,
    );
    expect(rowCount).toBeGreaterThan(0);
    await client.end();
  }
  await noticed;
  await operator.query(`alter database ${name} with allow_connections true`);
  await operator.end();
}

describe("the worker's process", () => {
  it("S17: kill -9 under way loses nothing and doubles nothing", { timeout: 90_000 }, async () => {
    const numbers = Array.from({ length: 20 }, (_, index) => `+46701740${610 + index}`);
    const addresses = numbers.map((_, index) => `killed-${index}@patients.test`);
    const worker = await startWorker();
    await outside.mailFaults.set("mail", "slow");
    await outside.phoneFaults.set("sms", "slow");
    await Promise.all([...numbers.map(queuedText), ...addresses.map(queuedMail)]);
    await eventually(async () => ((await unsettled()) < 36 ? true : undefined), 20_000);
    await ended(worker, "SIGKILL");
    expect(await unsettled()).toBeGreaterThan(0);
    await outside.mailFaults.set("mail", "ok");
    await outside.phoneFaults.set("sms", "ok");
    await outside.advance("PT61S");
    await startWorker();
    await eventually(allSettled, 30_000);
    for (const number of numbers) expect(await outside.textsTo(number)).toHaveLength(1);
    for (const address of addresses) {
      const mails = await outside.mailsTo(address);
      // Twice is the one honest exception, and then it can be told as a repeat.
      expect(new Set(mails.map((mail) => mail.message_id)).size).toBe(1);
    }
  });

  it("S21: works again within ten seconds of the database's return", {
    timeout: 60_000,
  }, async () => {
    const worker = await startWorker();
    await queuedMail("before@patients.test");
    await eventually(allSettled, 10_000);
    await databaseAway(worker);
    const id = await queuedMail("back@patients.test");
    await eventually(allSettled, 10_000);
    expect(await outside.row(practice.id, id)).toMatchObject({ state: "sent" });
  });

  it("ends when asked to, with what is under way finished", { timeout: 60_000 }, async () => {
    const worker = await startWorker();
    await outside.mailFaults.set("mail", "slow");
    const id = await queuedMail("goodbye@patients.test");
    const isTried = async () => (await outside.row(practice.id, id)).tries === 1 || undefined;
    await eventually(isTried, 10_000);
    expect(await ended(worker, "SIGTERM")).toBe(0);
    expect(await outside.row(practice.id, id)).toMatchObject({ state: "sent" });
  });

  it("wakes what became due when the clock was moved", { timeout: 60_000 }, async () => {
    const id = await queuedMail("moved@patients.test");
    await inPractice(world.db, practice.id, (tx) =>
      tx.delivery.updateMany({
        where: { id },
        data: { nextTryAt: new Date(Date.now() + 40 * 86_400_000) },
      }),
    );
    await startWorker();
    await world.advance("P41D");
    await eventually(allSettled, 10_000);
    expect(await outside.mailsTo("moved@patients.test")).toHaveLength(1);
  });
});
