import { Temporal } from "temporal-polyfill";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { verifyLabSignature } from "@/security/lab-signature";
import { testDatabase } from "../../support/test-database";
import { caseAt, moved } from "./case-at";
import { type SimulatedLab, simulatedLab } from "./simulated-lab";
import { type WebhookReceiver, webhookReceiver } from "./webhook-receiver";

const database = await testDatabase();
const secret = "a secret of Archway's at this lab";
let lab: SimulatedLab;
let archway: WebhookReceiver;
beforeAll(async () => {
  lab = await simulatedLab(database.owner);
});
afterAll(() => lab.close());
beforeEach(async () => {
  await lab.reset();
  archway = await webhookReceiver();
  await register();
});
afterEach(async () => {
  await lab.faults.set("lab", "ok");
  await lab.clock.moveTo(Temporal.Now.instant());
  await archway.close();
});

async function register(url = archway.url): Promise<void> {
  const answer = await lab.port.registerWebhook(lab.access(), { url, secret });
  if (!answer.ok) throw new Error(JSON.stringify(answer));
}

const until = { timeout: 15_000 };
const reportIds = () => archway.received.map(({ text }) => JSON.parse(text).reportId);
const idsOf = ({ reports }: { reports: readonly { reportId: string }[] }) =>
  reports.map(({ reportId }) => reportId);

describe("R48: a report is told at once", () => {
  it("once each, in order, with ids alone, signed with the doctor's secret at the lab's time", async () => {
    await lab.clock.moveTo((await lab.clock.now()).add({ hours: 20 * 24 }));
    const made = await caseAt(lab, "W-1", "plan_ready");
    await expect.poll(reportIds, until).toEqual(idsOf(made));
    for (const { text, signature } of archway.received) {
      expect(Object.keys(JSON.parse(text))).toEqual(["reportId", "caseId", "caseNumber"]);
      expect(JSON.parse(text)).toMatchObject({ caseId: made.labCaseId, caseNumber: "W-1" });
      const now = await lab.clock.now();
      expect(verifyLabSignature(secret, signature, text, now)).toMatchObject({ ok: true });
      const other = verifyLabSignature(`${secret}!`, signature, text, now);
      expect(other).toMatchObject({ reason: "wrong" });
    }
  });

  it("again until it is taken, and not after that", async () => {
    archway.answers(503);
    const made = await caseAt(lab, "W-2", "received");
    await expect.poll(() => archway.received.length, until).toBeGreaterThan(1);
    archway.answers(200);
    const tries = archway.received.length;
    await expect.poll(() => archway.received.length, until).toBe(tries + 1);
    expect(new Set(reportIds())).toEqual(new Set(idsOf(made)));
    // What follows arrives, and nothing of the former one beside it.
    const next = await moved(lab, made.labCaseId, { status: "in_review" });
    await expect.poll(() => reportIds().at(-1), until).toBe(idsOf(next)[1]);
    expect(archway.received).toHaveLength(tries + 2);
  });

  it("is lost neither by a receiver that is down nor by the end of the lab", async () => {
    await archway.close();
    const made = await caseAt(lab, "W-3", "in_review");
    await lab.close();
    lab = await simulatedLab(database.owner);
    archway = await webhookReceiver(Number(new URL(archway.url).port));
    await expect.poll(() => reportIds().toSorted(), until).toEqual(idsOf(made).toSorted());
  });

  it("goes to the address named last", async () => {
    const other = await webhookReceiver();
    await register(other.url);
    await caseAt(lab, "W-4", "received");
    await expect.poll(() => other.received.length, until).toBe(1);
    expect(archway.received).toHaveLength(0);
    await other.close();
  });

  it("comes twice in the mode duplicate-webhook", async () => {
    await lab.faults.set("lab", "duplicate-webhook");
    const [reportId] = idsOf(await caseAt(lab, "W-5", "received"));
    await expect.poll(reportIds, until).toEqual([reportId, reportId]);
  });

  it("comes after the later one in the mode out-of-order-webhook", async () => {
    await lab.faults.set("lab", "out-of-order-webhook");
    const made = await caseAt(lab, "W-6", "in_review");
    await expect.poll(reportIds, until).toEqual(idsOf(made).toReversed());
  });

  it("comes late but comes in that mode when none follows it", async () => {
    await lab.faults.set("lab", "out-of-order-webhook");
    const made = await caseAt(lab, "W-7", "received");
    await expect.poll(reportIds, until).toEqual(idsOf(made));
  });

  it("needs an address and a secret, and a sign-in", async () => {
    for (const webhook of [
      { url: "ftp://127.0.0.1/hooks", secret },
      { url: archway.url, secret: "short" },
    ]) {
      expect(await lab.port.registerWebhook(lab.access(), webhook)).toMatchObject({
        reason: "refused",
        detail: { status: 422 },
      });
    }
    const stranger = lab.access("unknown");
    expect(await lab.port.registerWebhook(stranger, { url: archway.url, secret })).toMatchObject({
      reason: "unauthorized",
    });
  });
});
