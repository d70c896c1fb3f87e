import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { leaseDelivery } from "@/features/notifications/lease-delivery";
import { queueSms } from "@/features/notifications/queue-delivery";
import { followText } from "@/features/sms-usage/follow-text";
import { receiveSmsStatus } from "@/features/sms-usage/receive-sms-status";
import type { SmsPort } from "@/ports/sms";
import { twilioSignature } from "@/simulators/phone-network/signature";
import { eventually } from "../../support/outside-world";
import { makePractice, openWorld } from "../../support/world";
import { openDeliveryWorld } from "./delivery-world";

const world = await openWorld();
const outside = await openDeliveryWorld(world);
const practice = await makePractice(world);
let last = 605;

/** A code to a number of its own. */
async function queuedCode(code = "493817") {
  const services = await world.services();
  const to = `+46701740${last++}`;
  const id = await inPractice(world.db, practice.id, (tx) =>
    queueSms(tx, services, {
      practiceId: practice.id,
      purpose: "login_code",
      to,
      language: "en",
      secret: code,
      expiresAt: services.now.add({ minutes: 10 }),
    }),
  );
  return { id, to };
}

const deliver = (id: string) => outside.deliver(practice.id, id);
const row = (id: string) => outside.row(practice.id, id);

/** The callback as the phone network would post it, over the address the text was sent with. */
async function callback(
  address: string,
  parameters: Record<string, string>,
  signature?: string,
): Promise<number> {
  const { env, log } = world.runtime;
  const response = await receiveSmsStatus(
    new Request(address, {
      method: "POST",
      body: new URLSearchParams(parameters),
      headers: {
        "x-twilio-signature":
          signature ?? twilioSignature(env.twilio.authToken, address, parameters),
      },
    }),
    { env, db: world.db, log },
  );
  return response.status;
}

describe("S17: the delivery of a text", () => {
  it("leaves once, however often it is woken, in one segment", async () => {
    const { id, to } = await queuedCode("020406");
    await Promise.all([deliver(id), deliver(id)]);
    await deliver(id);
    const texts = await outside.textsTo(to);
    expect(texts).toHaveLength(1);
    expect(texts[0]?.body).toContain("020406");
    expect(texts[0]?.status_callback).toBe(
      `http://localhost:3000/api/webhooks/sms?practice=${practice.id}&delivery=${id}`,
    );
    expect(await row(id)).toMatchObject({
      state: "sent",
      sealedSecret: null,
      segments: 1,
      providerId: texts[0]?.sid,
    });
  });

  it("finds at the provider what was taken without an answer, and does not send it again", async () => {
    const { id, to } = await queuedCode();
    await outside.phoneFaults.set("sms", "accept-then-drop");
    await deliver(id);
    expect(await row(id)).toMatchObject({ state: "unknown", lastError: "unclear" });
    await outside.phoneFaults.set("sms", "ok");
    await outside.advance("PT31S");
    await deliver(id);
    const texts = await outside.textsTo(to);
    expect(texts).toHaveLength(1);
    expect(await row(id)).toMatchObject({ providerId: texts[0]?.sid, sealedSecret: null });
  });

  it("stays unknown while the provider cannot be asked, then sends what never arrived there", async () => {
    const { id, to } = await queuedCode();
    await outside.phoneFaults.set("sms", "down");
    await deliver(id);
    expect(await row(id)).toMatchObject({ state: "unknown" });
    await outside.advance("PT31S");
    await deliver(id);
    expect(await row(id)).toMatchObject({ state: "unknown", tries: 2 });
    await outside.phoneFaults.set("sms", "ok");
    await outside.advance("PT61S");
    await deliver(id);
    expect(await outside.textsTo(to)).toHaveLength(1);
  });

  it("looks for it first when a process died after sending", async () => {
    const { id, to } = await queuedCode();
    let isSent = false;
    const dying: SmsPort = {
      ...outside.outside.sms,
      send: async (sms) => {
        await outside.outside.sms.send(sms);
        isSent = true;
        throw new Error("killed");
      },
    };
    await expect(outside.deliver(practice.id, id, { sms: dying })).rejects.toThrow("killed");
    expect(isSent).toBe(true);
    await outside.advance("PT61S");
    await deliver(id);
    expect(await outside.textsTo(to)).toHaveLength(1);
    expect(await row(id)).toMatchObject({ tries: 2, sealedSecret: null });
  });

  it("is sent after all when a process died before sending", async () => {
    const { id, to } = await queuedCode();
    const services = await world.services();
    await leaseDelivery(services, { practiceId: practice.id, deliveryId: id });
    await outside.advance("PT61S");
    await deliver(id);
    expect(await outside.textsTo(to)).toHaveLength(1);
  });

  it("a code past its time is dropped, also when it may have been sent and was not", async () => {
    const { id, to } = await queuedCode();
    await outside.phoneFaults.set("sms", "down");
    await deliver(id);
    await outside.phoneFaults.set("sms", "ok");
    await outside.advance("PT10M");
    await deliver(id);
    expect(await outside.textsTo(to)).toHaveLength(0);
    expect(await row(id)).toMatchObject({ state: "dropped", sealedSecret: null });
  });

  it("waits when the provider certainly did not take it, and gives up when it never will", async () => {
    const { id, to } = await queuedCode();
    await outside.phoneFaults.set("sms", "error");
    await deliver(id);
    expect(await row(id)).toMatchObject({ state: "queued", lastError: "unreachable 20503" });
    expect(await outside.textsTo(to)).toHaveLength(0);
    const services = await world.services();
    const refusedId = await inPractice(world.db, practice.id, (tx) =>
      queueSms(tx, services, {
        practiceId: practice.id,
        purpose: "login_code",
        to: "+15005550009",
        language: "en",
        secret: "111222",
      }),
    );
    await outside.phoneFaults.set("sms", "ok");
    await deliver(refusedId);
    expect(await row(refusedId)).toMatchObject({
      state: "undelivered",
      lastError: "refused 21614",
      sealedSecret: null,
    });
  });
});

describe("R51: what became of a text", () => {
  it("status callbacks may come twice and out of order; what arrived stays arrived", async () => {
    const { id, to } = await queuedCode();
    await deliver(id);
    const [text] = await outside.textsTo(to);
    const address = text?.status_callback ?? "";
    const of = (status: string) => ({ MessageSid: text?.sid ?? "", MessageStatus: status });
    expect(await callback(address, of("delivered"))).toBe(204);
    expect(await callback(address, of("sent"))).toBe(204);
    expect(await callback(address, of("delivered"))).toBe(204);
    expect(await row(id)).toMatchObject({ state: "delivered" });
    expect(await callback(address, { ...of("undelivered"), ErrorCode: "30006" })).toBe(204);
    expect(await row(id)).toMatchObject({ state: "delivered", lastError: null });
  });

  it("a callback about a text whose answer was lost tells that it was sent", async () => {
    const { id, to } = await queuedCode();
    await outside.phoneFaults.set("sms", "accept-then-drop");
    await deliver(id);
    const [text] = await outside.textsTo(to);
    const report = {
      MessageSid: text?.sid ?? "",
      MessageStatus: "undelivered",
      ErrorCode: "30006",
    };
    expect(await callback(text?.status_callback ?? "", report)).toBe(204);
    expect(await row(id)).toMatchObject({
      state: "undelivered",
      lastError: "not_delivered 30006",
      providerId: text?.sid,
      sealedSecret: null,
    });
  });

  it("S13: an unsigned, wrongly signed or moved callback changes nothing", async () => {
    const { id, to } = await queuedCode();
    await deliver(id);
    const [text] = await outside.textsTo(to);
    const address = text?.status_callback ?? "";
    const report = { MessageSid: text?.sid ?? "", MessageStatus: "delivered" };
    expect(await callback(address, report, "")).toBe(403);
    expect(await callback(address, report, "c2lnbmF0dXJl")).toBe(403);
    const other = await queuedCode();
    const moved = address.replace(id, other.id);
    const signature = twilioSignature(world.runtime.env.twilio.authToken, address, report);
    expect(await callback(moved, report, signature)).toBe(403);
    expect(await callback("http://localhost:3000/api/webhooks/sms?practice=x", report)).toBe(404);
    const strange = { MessageSid: "\0", MessageStatus: "delivered" };
    expect(await callback(address, strange)).toBe(400);
    expect(await row(id)).toMatchObject({ state: "sent" });
    expect(await row(other.id)).toMatchObject({ state: "queued" });
  });

  it("status, segments and price are asked for later", async () => {
    const { id } = await queuedCode();
    await deliver(id);
    expect(await row(id)).toMatchObject({ priceMicros: null });
    await outside.advance("PT11S");
    const priced = await eventually(async () => {
      await followText(await outside.jobServices(), { practiceId: practice.id, deliveryId: id });
      const now = await row(id);
      await outside.advance("PT60S");
      return now.priceMicros === null ? undefined : now;
    });
    expect(priced).toMatchObject({ state: "delivered", priceMicros: 7_900n, priceCurrency: "USD" });
  });
});
