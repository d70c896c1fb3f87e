import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { twilioPhoneLookup } from "@/adapters/phone-lookup/twilio";
import { inPractice } from "@/db/transaction";
import { LINE_KEPT_DAYS, purgeLines } from "@/features/registration/details/number-line";
import { startRegistration } from "@/features/registration/details/start-registration";
import type { PhoneLookupPort } from "@/ports/phone-lookup";
import { demoAccount, phoneDdl } from "@/simulators/phone-network/message-store";
import { startPhoneNetwork } from "@/simulators/phone-network/start-phone-network";
import type { RunningSimulator } from "@/simulators/process/simulator";
import { type OutsideWorld, outsideWorld } from "../../support/outside-world";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import { anna, makeAnna, shortNameOf, visitor } from "./walk";

const world = await openWorld({ limits: "default" });
let outside: OutsideWorld;
let network: RunningSimulator;
let lookup: PhoneLookupPort;
let asked: string[];
let practice: PracticeMade;
let address = 0;

beforeAll(async () => {
  outside = await outsideWorld({ ddl: phoneDdl, slowMs: 60_000 });
  network = await startPhoneNetwork({ port: 0, host: "127.0.0.1", ...outside });
  const apiUrl = `http://127.0.0.1:${network.port}`;
  const twilio = twilioPhoneLookup({ ...demoAccount, apiUrl, timeoutMs: 400 });
  lookup = {
    lineType: (e164) => {
      asked.push(e164);
      return twilio.lineType(e164);
    },
  };
});

afterAll(async () => {
  await network.close();
  await outside.close();
});

beforeEach(async () => {
  asked = [];
  await outside.faults.set("sms", "ok");
  await world.db.prisma.phoneLine.deleteMany();
  practice = await makePractice(world);
  await setLookup(true);
});

async function setLookup(phoneLookup: boolean) {
  await inPractice(world.db, practice.id, (tx) =>
    tx.practiceSettings.update({ where: { practiceId: practice.id }, data: { phoneLookup } }),
  );
}

function nextAddress(): string {
  address += 1;
  return `198.51.100.${address}`;
}

/** Starts from an address of its own, so that only the limit under test counts. */
async function start(mobile: string, from = nextAddress()): Promise<string> {
  const services = { ...(await world.services({ address: from })), phoneLookup: lookup };
  const practiceName = await shortNameOf(world, practice);
  const started = await startRegistration(services, visitor(), {
    ...anna,
    mobile,
    practice: practiceName,
  });
  return started.ok ? started.value.step : started.reason;
}

it.each([
  ["+1 212 555 0123", "confirm", "a mobile"],
  ["+1 212 555 0129", "not_mobile", "a landline"],
  ["+1 212 555 0128", "not_mobile", "a number that a stranger rents by the hour"],
])("S4: where the numbering plan is silent, Lookup says of %s: %s (%s)", async (mobile, step) => {
  expect(await start(mobile)).toBe(step);
  expect(asked).toHaveLength(1);
});

it("S4: with Lookup off nobody is asked, and the code that comes back decides", async () => {
  await setLookup(false);
  expect(await start("+1 212 555 0129")).toBe("confirm");
  expect(asked).toEqual([]);
});

it.each([
  ["+4917640690001", "confirm"],
  ["+498912345678", "not_mobile"],
  ["+49 176 40690001 ext. 5", "extension"],
  ["+44 7911 123456", "country_not_allowed"],
  ["+49 900 1234567", "not_mobile"],
  ["12", "not_a_number"],
])("S4: what the number itself tells costs no question: %s is %s", async (mobile, step) => {
  expect(await start(mobile)).toBe(step);
  expect(asked).toEqual([]);
});

it("S4: one number is not paid for twice, until it is old", async () => {
  for (let times = 0; times < 3; times += 1) {
    expect(await start("+1 212 555 0129")).toBe("not_mobile");
  }
  expect(asked).toHaveLength(1);
  await world.advance(`P${LINE_KEPT_DAYS}D`);
  expect(await start("+1 212 555 0129")).toBe("not_mobile");
  expect(asked).toHaveLength(2);
  await world.advance(`P${LINE_KEPT_DAYS}D`);
  expect(await purgeLines(await world.services())).toBe(1);
});

it("S4: of several that come at once, one is paid for", async () => {
  const steps = await Promise.all(Array.from({ length: 5 }, () => start("+1 212 555 0123")));
  expect(steps).toEqual(["confirm", "confirm", "confirm", "confirm", "confirm"]);
  expect(asked).toHaveLength(1);
});

it.each(["down", "error", "slow", "unauthorized", "accept-then-drop"] as const)(
  "S4: with Lookup %s, it is as if it were off, and the number is asked about again later",
  async (mode) => {
    await outside.faults.set("sms", mode);
    const startedMs = performance.now();
    expect(await start("+1 212 555 0129")).toBe("confirm");
    expect(performance.now() - startedMs).toBeLessThan(4_500);
    await outside.faults.set("sms", "ok");
    expect(await start("+1 212 555 0129")).toBe("not_mobile");
  },
);

it("S6: somebody on the list and a stranger are asked about alike, before anything is compared", async () => {
  await makeAnna(world, practice, { mobile: "+12125550121" });
  expect([await start("+12125550121"), await start("+12125550122")]).toEqual([
    "confirm",
    "confirm",
  ]);
  expect(asked).toEqual(["+12125550121", "+12125550122"]);
  expect([await start("+12125550121"), await start("+12125550122")]).toEqual([
    "confirm",
    "confirm",
  ]);
  expect(asked).toHaveLength(2);
});

it("S3, S4: one address makes the practice pay for ten questions an hour, and goes on without", async () => {
  const steps = [];
  for (let index = 0; index < 12; index += 1) {
    steps.push(await start(`+1212555${String(1000 + index * 10)}`, "203.0.113.7"));
  }
  expect(asked).toHaveLength(10);
  expect(new Set(steps)).toEqual(new Set(["confirm"]));
});

it("S20: the number itself is not kept with what was said of it", async () => {
  await start("+1 212 555 0123");
  const rows = await world.db.prisma.phoneLine.findMany();
  expect(rows).toMatchObject([{ line: "mobile" }]);
  expect(JSON.stringify(rows)).not.toContain("2125550123");
});
