import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Temporal } from "temporal-polyfill";
import { afterAll } from "vitest";
import { type Database, openDatabase } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { loadEnv } from "@/env";
import { openSession } from "@/features/access/open-session";
import {
  openRuntime,
  type RequestFacts,
  type Runtime,
  type Services,
  servicesAt,
} from "@/server/services";
import { demoClient } from "@/simulators/lab/sign-in/client";
import { testDatabase } from "./test-database";

/** Everything a feature test stands on: a fresh database, the application's own runtime over it, and its clock. */
export interface World {
  readonly runtime: Runtime;
  /** The application's role: what the tests act through. */
  readonly db: Database;
  /** The owner's role: for what only migrations and operators may do. Row-level security binds it too. */
  readonly owner: Database;
  /** For what stands beside the application: a simulator's own schema. */
  readonly ownerUrl: string;
  /** Services at the world's clock: it begins on a Monday at 10:00 in UTC and goes on with the database's. */
  services(request?: Partial<RequestFacts>): Promise<Services>;
  /** Moves the clock of this database, as the demo's front door does. */
  advance(duration: string): Promise<void>;
}

const key = (fill: number) => Buffer.alloc(32, fill).toString("base64");

/** Opens a world; call it once at the top of a test file. `limits: "default"` is for the tests of S3, `vapid` for those of devices. */
export async function openWorld(
  options: { limits?: "default" | "raised"; vapid?: boolean } = {},
): Promise<World> {
  const addresses = await testDatabase();
  const env = loadEnv({
    ARCHWAY_MODE: "demo",
    DATABASE_URL: addresses.app,
    QUEUE_DATABASE_URL: addresses.queue,
    APP_URL: "http://localhost:3000",
    DATA_DIR: join(tmpdir(), `archway-test-${randomBytes(6).toString("hex")}`),
    PASSWORD_PEPPERS: `1:${key(1)}`,
    SEALING_KEYS: `k1:${key(2)}`,
    HMAC_KEY: key(3),
    ...(options.vapid && { VAPID_PRIVATE_KEY: key(4) }),
    SMTP_URL: "smtp://127.0.0.1:1",
    TWILIO_ACCOUNT_SID: "AC00000000000000000000000000000000",
    TWILIO_AUTH_TOKEN: "unused",
    TWILIO_FROM: "+46701740699",
    LAB_CLIENTS: JSON.stringify({ alder: demoClient, birch: demoClient }),
    LIMITS: options.limits ?? "raised",
  });
  const runtime = openRuntime(env, "test");
  const owner = openDatabase(addresses.owner, 2);
  const opened = runtime.db;
  let offsetMs = untilMonday(Temporal.Now.instant());
  await setOffset();
  afterAll(async () => {
    await Promise.all([opened.close(), owner.close()]);
  });
  return {
    runtime,
    db: opened,
    owner,
    ownerUrl: addresses.owner,
    async services(request = {}) {
      const { now } = await openSession(opened, undefined, { polling: false });
      return servicesAt(runtime, now, { ...noRequest(), ...request });
    },
    async advance(duration) {
      offsetMs += Temporal.Duration.from(duration).total({
        unit: "millisecond",
        relativeTo: "2026-01-01",
      });
      await setOffset();
    },
  };

  function setOffset() {
    return owner.pool.query(
      `insert into identity.clock_offset (id, offset_ms) values (true, $1)
       on conflict (id) do update set offset_ms = excluded.offset_ms`,
      [Math.round(offsetMs)],
    );
  }
}

/** Milliseconds to the next Monday, 10:00 in UTC: what a test sees does not hang on the weekday or hour it runs at. */
function untilMonday(now: Temporal.Instant): number {
  const here = now.toZonedDateTimeISO("UTC");
  const days = (8 - here.dayOfWeek) % 7;
  const monday = here.add({ days }).withPlainTime("10:00").toInstant();
  const ahead = Temporal.Instant.compare(monday, now) < 0 ? monday.add({ hours: 7 * 24 }) : monday;
  return ahead.since(now).total("milliseconds");
}

function noRequest(): RequestFacts {
  return {
    id: crypto.randomUUID(),
    address: "127.0.0.1",
    browser: "test",
    idempotencyKey: undefined,
  };
}

export interface PracticeMade {
  readonly id: string;
  readonly zone: string;
  readonly locationId: string;
  readonly chairId: string;
}

/** A practice with settings, one location and one chair. */
export async function makePractice(world: World, zone = "Europe/Berlin"): Promise<PracticeMade> {
  const services = await world.services();
  const at = fromInstant(services.now);
  const id = services.random.uuid();
  const tag = randomBytes(4).toString("hex");
  await world.db.prisma.practice.create({
    data: {
      id,
      shortName: `practice-${tag}`,
      name: `Practice ${tag}`,
      zone,
      defaultCountry: "DE",
      allowedCountries: ["DE", "SE", "US"],
      supportPhone: "+442079460000",
      supportEmail: "help@practice.example.com",
      mailFrom: "portal@practice.example.com",
      createdAt: at,
    },
  });
  return inPractice(world.db, id, async (tx) => {
    await tx.practiceSettings.create({ data: { practiceId: id, updatedAt: at } });
    const location = await tx.location.create({
      data: {
        practiceId: id,
        name: "Main",
        addressLine1: "1 Example Street",
        town: "Exampleton",
        postcode: "12345",
      },
    });
    const chair = await tx.chair.create({
      data: { practiceId: id, locationId: location.id, name: "Chair 1" },
    });
    return { id, zone, locationId: location.id, chairId: chair.id };
  });
}

/** A practitioner who works Monday to Friday, 09:00 to 17:00, at the practice's location. */
export async function makePractitioner(
  world: World,
  practice: PracticeMade,
  personId: string | null = null,
): Promise<string> {
  const { id: practiceId, locationId } = practice;
  return inPractice(world.db, practiceId, async (tx) => {
    const { id } = await tx.practitioner.create({
      data: { practiceId, personId, name: "Dr Example" },
    });
    const week = [1, 2, 3, 4, 5].map((weekday) => ({
      practiceId,
      locationId,
      weekday,
      opensMinute: 540,
      closesMinute: 1020,
    }));
    await tx.practitionerHours.createMany({
      data: week.map((day) => ({ ...day, practitionerId: id })),
    });
    const open = await tx.openingHours.count({ where: { practiceId, locationId } });
    if (open === 0) await tx.openingHours.createMany({ data: week });
    return id;
  });
}
