import { randomBytes } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { webPush } from "@/adapters/push/web-push";
import { isPushEndpoint } from "@/domain/notifications/push-endpoint";
import { vapidKeys } from "@/env-vapid";
import { browserAt, signedBy, startPushService } from "./push-service";

const service = await startPushService();
afterAll(() => service.close());
const keys = vapidKeys(randomBytes(32));
const subject = "https://portal.example.com";
const push = webPush({ ...keys, subject, loopback: true, timeoutMs: 300 });
const payload = JSON.stringify({ title: "Elm Street", body: "You have a new message. 🙂" });
const sent = (target = browserAt(service.origin).target) =>
  push.send({ target, payload, topic: "a".repeat(32), keepSeconds: 3_600 });

describe("R39: a push", () => {
  it("can be read by its browser alone, is signed by us, and says how long it is kept", async () => {
    service.answer({ status: 201 });
    const browser = browserAt(service.origin);
    expect(await sent(browser.target)).toEqual({ ok: true, value: null });
    const [got] = service.arrived.splice(0);
    if (!got) throw new Error("nothing arrived");
    expect(service.origin + got.path).toBe(browser.target.endpoint);
    expect(browser.opened(got.body)).toBe(payload);
    expect(got.body.toString("latin1")).not.toContain("message");
    expect(() => browserAt(service.origin).opened(got.body)).toThrow();
    expect(got.headers).toMatchObject({
      ttl: "3600",
      topic: "a".repeat(32),
      urgency: "normal",
      "content-encoding": "aes128gcm",
    });
    expect(signedBy(keys.publicKey, got.headers.authorization)).toMatchObject({
      aud: service.origin,
      sub: subject,
    });
    const other = vapidKeys(randomBytes(32)).publicKey;
    expect(signedBy(other, got.headers.authorization)).toBeNull();
  });

  it.each([
    [404, "gone"],
    [410, "gone"],
    [401, "unauthorized"],
    [403, "unauthorized"],
    [400, "refused"],
    [413, "refused"],
    [429, "unreachable"],
    [503, "unreachable"],
    [302, "refused"],
  ])("S17: %i means %s", async (status, reason) => {
    service.answer({
      status,
      headers: { "retry-after": "120", location: `${service.origin}/elsewhere` },
    });
    service.arrived.splice(0);
    expect(await sent()).toMatchObject({
      ok: false,
      reason,
      detail: { status, retryAfterSeconds: 120 },
    });
    // A redirect is not followed: it could lead anywhere.
    expect(service.arrived).toHaveLength(1);
  });

  it("S17: silence leaves it open, a closed port means not sent", async () => {
    service.answer({ status: 201, silent: true });
    expect(await sent()).toMatchObject({ reason: "unclear" });
    const closed = await startPushService();
    await closed.close();
    const { target } = browserAt(closed.origin);
    expect(await sent(target)).toMatchObject({ reason: "unreachable" });
  });

  it("keys that are no keys are refused, without a word sent", async () => {
    service.arrived.splice(0);
    const { target } = browserAt(service.origin);
    for (const p256dh of ["", "AAAA", "!".repeat(88), Buffer.alloc(65, 4).toString("base64url")])
      expect(await sent({ ...target, keys: { ...target.keys, p256dh } })).toMatchObject({
        reason: "refused",
      });
    expect(service.arrived).toEqual([]);
  });
});

describe("S12: an address a browser names leads to a push service or nowhere", () => {
  const strict = { loopback: false };
  it.each([
    "https://fcm.googleapis.com/fcm/send/abc:def",
    "https://updates.push.services.mozilla.com/wpush/v2/abc",
    "https://wns2-par02p.notify.windows.com/w/?token=abc",
    "https://web.push.apple.com/QGu",
  ])("%s", (endpoint) => expect(isPushEndpoint(endpoint, strict)).toBe(true));

  it.each([
    "http://fcm.googleapis.com/send/a",
    "https://fcm.googleapis.com.evil.example/a",
    "https://evil-fcm.googleapis.com/a",
    "https://fcm.googleapis.com@evil.example/a",
    "https://user:pw@fcm.googleapis.com/a",
    "https://fcm.googleapis.com:8443/a",
    "https://push.services.mozilla.com.evil.example/a",
    "https://evil.example/?https://web.push.apple.com/",
    "http://127.0.0.1:9/a",
    "https://127.0.0.1/a",
    "https://[::1]/a",
    "http://169.254.169.254/latest/meta-data",
    "file:///etc/passwd",
    `https://fcm.googleapis.com/${"a".repeat(1_000)}`,
    "no address",
  ])("not %s", async (endpoint) => {
    expect(isPushEndpoint(endpoint, strict)).toBe(false);
    const production = webPush({ ...keys, subject, loopback: false, timeoutMs: 300 });
    const target = { ...browserAt(service.origin).target, endpoint };
    const send = production.send({ target, payload, topic: "t", keepSeconds: 1 });
    expect(await send).toMatchObject({ reason: "refused" });
  });
});
