import { Temporal } from "temporal-polyfill";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../support/test-database";
import {
  days,
  doctorToken,
  orderOf,
  type SimulatedLab,
  scanOf,
  simulatedLab,
} from "./simulated-lab";

const database = await testDatabase();
const start = Temporal.Instant.from("2026-11-20T12:00:00Z");
let lab: SimulatedLab;
beforeAll(async () => {
  lab = await simulatedLab(database.owner);
});
afterAll(() => lab.close());
beforeEach(async () => {
  await lab.clock.moveTo(start);
  await lab.reset();
});

let number = 0;
const send = (access = lab.access()) => {
  number += 1;
  return lab.port.submitCase(access, orderOf(`N-${number}`), `key-${number}`);
};

async function sendScan(): Promise<void> {
  number += 1;
  const scan = scanOf(`scan-${number}`, "solid");
  const order = orderOf(`N-${number}`, [scan]);
  const created = await lab.port.submitCase(lab.access(), order, `key-${number}`);
  if (!created.ok) throw new Error(JSON.stringify(created));
  const { labCaseId } = created.value;
  const sent = await lab.port.uploadScan(lab.access(), labCaseId, scan.declared, scan.content);
  if (!sent.ok) throw new Error(JSON.stringify(sent));
}

// The doctor's sign-in lies a moment after `start`, and the clock runs on while the test does.
const justBefore = days(30).subtract({ seconds: 20 });
const justAfter = days(30).add({ seconds: 20 });

describe("R43: the lab's own rule, by its own clock", () => {
  it("takes cases until 30 days without a scan, then refuses as inactive", async () => {
    await lab.clock.moveTo(start.add(justBefore));
    expect(await send()).toMatchObject({ ok: true });
    await lab.clock.moveTo(start.add(justAfter));
    expect(await send()).toMatchObject({ reason: "unauthorized", detail: { because: "inactive" } });
    expect((await lab.log())[0]).toMatchObject({ outcome: "refused", detail: "inactive" });
  });

  it("goes on while scans come, until 90 days after the sign-in", async () => {
    for (const day of [25, 50, 75]) {
      await lab.clock.moveTo(start.add(days(day)));
      await sendScan();
    }
    await lab.clock.moveTo(start.add(days(90)).subtract({ seconds: 20 }));
    expect(await send()).toMatchObject({ ok: true });
    await lab.clock.moveTo(start.add(days(90)).add({ seconds: 20 }));
    expect(await send()).toMatchObject({ reason: "unauthorized", detail: { because: "periodic" } });
  });
});

describe("R44: the cut-over", () => {
  it("ends old sign-ins at the shipped lab, not those that count", async () => {
    await lab.clock.moveTo(Temporal.Instant.from("2026-02-26T04:59:30Z"));
    await lab.load("doctors", { doctors: [signedIn("old", "2024-11-22T04:59:59Z")] });
    await lab.load("doctors", { doctors: [signedIn("new", "2024-11-22T05:00:00Z")] });
    const before = await send(lab.access("token-old"));
    expect(before).toMatchObject({ reason: "unauthorized", detail: { because: "inactive" } });
    await lab.clock.moveTo(Temporal.Instant.from("2026-02-26T05:00:00Z"));
    expect(await send(lab.access("token-old"))).toMatchObject({ detail: { because: "cut-over" } });
    expect(await send(lab.access("token-new"))).toMatchObject({ detail: { because: "inactive" } });
  });

  it("comes ten days after the start at the second lab", async () => {
    const found = await lab.port.discover(
      `${lab.baseUrl}/labs/birch/.well-known/lab-configuration`,
    );
    if (!found.ok) throw new Error(found.reason);
    const { cutOver } = found.value.policy;
    expect(cutOver?.at.since(start).total("hours")).toBeCloseTo(240, 1);
    const access = { intakeUrl: found.value.intakeUrl, accessToken: "token-late" };
    const doctor = signedIn("late", start.subtract(days(31)).toString());
    const lastScanAt = start.subtract(days(1)).toString();
    await lab.load("doctors", { doctors: [{ ...doctor, lab: "birch", lastScanAt }] });
    expect(await send(access)).toMatchObject({ ok: true });
    await lab.clock.moveTo(start.add(days(10)).add({ seconds: 20 }));
    expect(await send(access)).toMatchObject({ detail: { because: "cut-over" } });
  });

  it("is what the discovery document says", async () => {
    const url = `${lab.baseUrl}/labs/alder/.well-known/lab-configuration`;
    const found = await lab.port.discover(url);
    if (!found.ok) throw new Error(found.reason);
    expect(found.value).toMatchObject({
      labKey: "alder",
      intakeUrl: `${lab.baseUrl}/labs/alder/v1`,
      policy: { reauthenticateEveryDays: 90, inactiveAfterDays: 30 },
    });
    const zoned = found.value.policy.cutOver?.at.toZonedDateTimeISO("America/New_York");
    expect(zoned?.toPlainDateTime().toString()).toBe("2026-02-26T00:00:00");
    expect(String(found.value.policy.cutOver?.countsFrom)).toBe("2024-11-22T05:00:00Z");
  });
});

function signedIn(name: string, lastAuthenticatedAt: string) {
  return {
    lab: "alder",
    userName: name,
    password: "a password of the lab",
    displayName: name,
    lastAuthenticatedAt,
    lastScanAt: null,
    accessToken: `token-${name}`,
  };
}

it("keeps the doctor's token apart from its text", async () => {
  await expect(send(lab.access(doctorToken))).resolves.toMatchObject({ ok: true });
  expect(JSON.stringify([await lab.cases(), await lab.log()])).not.toContain(doctorToken);
});
