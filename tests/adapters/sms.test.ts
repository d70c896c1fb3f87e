import { Temporal } from "temporal-polyfill";
import twilio from "twilio";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { twilioSms } from "@/adapters/sms/twilio";
import { isTwilioSignature } from "@/features/sms-usage/callback-signature";
import { smsStatus } from "@/lib/twilio-status";
import type { SmsPort } from "@/ports/sms";
import { demoAccount, phoneDdl } from "@/simulators/phone-network/message-store";
import { startPhoneNetwork } from "@/simulators/phone-network/start-phone-network";
import type { RunningSimulator } from "@/simulators/process/simulator";
import { eventually, type OutsideWorld, outsideWorld } from "../support/outside-world";
import { startCallbackServer } from "./callback-server";

const mobile = "+46701740605";
const landline = "+442079460123";
const from = "+46701740699";

let world: OutsideWorld;
let network: RunningSimulator;
let port: SmsPort;
let webhook: Awaited<ReturnType<typeof startCallbackServer>>;

beforeAll(async () => {
  world = await outsideWorld({ ddl: phoneDdl });
  network = await startPhoneNetwork({ port: 0, host: "127.0.0.1", ...world });
  port = adapter({});
  webhook = await startCallbackServer();
});

afterEach(() => world.faults.set("sms", "ok"));

afterAll(async () => {
  webhook.close();
  await network.close();
  await world.close();
});

function adapter(more: { authToken?: string; timeoutMs?: number; apiUrl?: string }): SmsPort {
  const apiUrl = `http://127.0.0.1:${network.port}`;
  return twilioSms({ ...demoAccount, apiUrl, from, timeoutMs: 2_000, ...more });
}

/** A body nobody else sends, as a code's or a link's is. */
function words(): string {
  return `Your code is ${crypto.randomUUID()}`;
}

function longAgo(): Temporal.Instant {
  return Temporal.Instant.from("2020-01-01T00:00:00Z");
}

async function sentId(body: string, to = mobile, statusCallbackUrl?: string): Promise<string> {
  const sent = await port.send({ to, body, ...(statusCallbackUrl ? { statusCallbackUrl } : {}) });
  if (!sent.ok) throw new Error(sent.reason);
  return sent.value.providerId;
}

async function statusesOf(sid: string, count: number): Promise<(string | undefined)[]> {
  const seen = await eventually(async () =>
    webhook.ofText(sid).length >= count ? webhook.ofText(sid) : undefined,
  );
  return seen.map(({ parameters }) => parameters.MessageStatus);
}

describe("texts through Twilio's SDK", () => {
  it("are taken on, sent and delivered, and cost something later", async () => {
    const sent = await port.send({ to: mobile, body: words() });
    expect(sent).toMatchObject({
      ok: true,
      value: { status: "accepted", segments: 1, errorCode: null },
    });
    if (!sent.ok) return;
    const { providerId } = sent.value;
    expect(await port.fetchPrice(providerId)).toEqual({ ok: true, value: null });
    await eventually(async () => {
      const state = await port.fetchStatus(providerId);
      return state.ok && state.value.status === "delivered" ? true : undefined;
    });
    const price = await eventually(async () => {
      const answer = await port.fetchPrice(providerId);
      return answer.ok && answer.value !== null ? answer.value : undefined;
    });
    expect(price).toEqual({ amount: "0.00790", currency: "USD" });
  });

  it.each([
    ["a".repeat(160), 1],
    ["a".repeat(161), 2],
    ["€".repeat(80), 1],
    ["å".repeat(160), 1],
    ["ş".repeat(70), 1],
    ["ş".repeat(71), 2],
    ["😀".repeat(36), 2],
  ])("R52: count their billed parts (%#)", async (body, segments) => {
    expect(await port.send({ to: mobile, body })).toMatchObject({ ok: true, value: { segments } });
  });

  it("report each status, signed over the address they were given", async () => {
    const sid = await sentId(words(), mobile, webhook.url);
    expect(await statusesOf(sid, 2)).toEqual(["sent", "delivered"]);
    for (const { parameters, signature } of webhook.ofText(sid)) {
      const isSigned = (key: string, given: string | null, url: string, values = parameters) =>
        isTwilioSignature(key, given, url, values);
      const { authToken } = demoAccount;
      expect(isSigned(authToken, signature, webhook.url)).toBe(true);
      expect(twilio.validateRequest(authToken, signature ?? "", webhook.url, parameters)).toBe(
        true,
      );
      expect(isSigned("another", signature, webhook.url)).toBe(false);
      expect(isSigned(authToken, signature, `${webhook.url}2`)).toBe(false);
      expect(isSigned(authToken, null, webhook.url)).toBe(false);
      const forged = { ...parameters, MessageStatus: "failed" };
      expect(isSigned(authToken, signature, webhook.url, forged)).toBe(false);
    }
  });

  it("do not reach a landline: 30006", async () => {
    const sid = await sentId(words(), landline, webhook.url);
    expect(await statusesOf(sid, 2)).toEqual(["sent", "undelivered"]);
    expect(webhook.ofText(sid)[1]?.parameters.ErrorCode).toBe("30006");
    expect(await port.fetchStatus(sid)).toMatchObject({
      ok: true,
      value: { status: "undelivered", errorCode: 30006 },
    });
  });

  it.each([
    ["+46701", 21211],
    ["+15005550004", 21610],
  ])("to %s are refused with %i", async (to, code) => {
    expect(await port.send({ to, body: words() })).toMatchObject({
      ok: false,
      reason: "refused",
      detail: { code },
    });
  });

  it("need the right credentials", async () => {
    const stranger = adapter({ authToken: "wrong" });
    expect(await stranger.send({ to: mobile, body: words() })).toMatchObject({
      reason: "unauthorized",
    });
    expect(await stranger.fetchStatus("SM00000000000000000000000000000000")).toMatchObject({
      reason: "unauthorized",
    });
  });

  it("that nobody knows are not found", async () => {
    const unknown = "SM00000000000000000000000000000000";
    expect(await port.fetchStatus(unknown)).toMatchObject({ reason: "not-found" });
    expect(await port.fetchPrice(unknown)).toMatchObject({ reason: "not-found" });
  });
});

describe("when the phone network fails (S17, S21)", () => {
  it.each([
    ["error", "unreachable"],
    ["unauthorized", "unauthorized"],
    ["down", "unclear"],
  ] as const)("mode %s is %s, and nothing was sent", async (mode, reason) => {
    const body = words();
    await world.faults.set("sms", mode);
    expect(await port.send({ to: mobile, body })).toMatchObject({ ok: false, reason });
    expect(await port.findSent({ to: mobile, body, since: longAgo() })).toMatchObject({
      ok: false,
      reason: mode === "unauthorized" ? "unauthorized" : "unreachable",
    });
    await world.faults.set("sms", "ok");
    expect(await port.findSent({ to: mobile, body, since: longAgo() })).toEqual({
      ok: true,
      value: null,
    });
  });

  it("an answer that never came is unclear, and the text is found again", async () => {
    const body = words();
    const since = await world.clock.now();
    await world.faults.set("sms", "accept-then-drop");
    expect(await port.send({ to: mobile, body })).toMatchObject({ ok: false, reason: "unclear" });
    await world.faults.set("sms", "ok");
    const found = await port.findSent({ to: mobile, body, since });
    expect(found).toMatchObject({ ok: true, value: { providerId: expect.stringMatching(/^SM/) } });
    const later = since.add({ hours: 1 });
    expect(await port.findSent({ to: mobile, body, since: later })).toEqual({
      ok: true,
      value: null,
    });
    expect(await port.findSent({ to: from, body, since })).toEqual({ ok: true, value: null });
  });

  it("an answer later than our patience is unclear; within it, it counts", async () => {
    await world.faults.set("sms", "slow");
    const hasty = adapter({ timeoutMs: 100 });
    expect(await hasty.send({ to: mobile, body: words() })).toMatchObject({ reason: "unclear" });
    expect(await port.send({ to: mobile, body: words() })).toMatchObject({ ok: true });
  });

  it("a refused connection is certainly not sent", async () => {
    const nobody = adapter({ apiUrl: "http://127.0.0.1:1" });
    expect(await nobody.send({ to: mobile, body: words() })).toMatchObject({
      reason: "unreachable",
    });
  });

  it("callbacks may come twice", async () => {
    await world.faults.set("sms", "duplicate-webhook");
    const sid = await sentId(words(), mobile, webhook.url);
    expect(await statusesOf(sid, 4)).toEqual(["sent", "sent", "delivered", "delivered"]);
  });

  it("callbacks may come in the wrong order", async () => {
    await world.faults.set("sms", "out-of-order-webhook");
    const sid = await sentId(words(), mobile, webhook.url);
    expect(await statusesOf(sid, 2)).toEqual(["delivered", "sent"]);
  });

  it("a fault ends by itself after its seconds", async () => {
    await world.faults.set("sms", "error", 0.2);
    expect(await port.send({ to: mobile, body: words() })).toMatchObject({ reason: "unreachable" });
    await eventually(async () => ((await world.faults.mode("sms")) === "ok" ? true : undefined));
    expect(await port.send({ to: mobile, body: words() })).toMatchObject({ ok: true });
  });
});

it.each([
  ["queued", "accepted"],
  ["sending", "accepted"],
  ["sent", "sent"],
  ["delivered", "delivered"],
  ["undelivered", "undelivered"],
  ["failed", "failed"],
  ["canceled", "failed"],
])("Twilio's %s is our %s", (theirs, ours) => {
  expect(smsStatus(theirs)).toBe(ours);
});
