import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { leaseDelivery } from "@/features/notifications/lease-delivery";
import { queueMail } from "@/features/notifications/queue-delivery";
import type { MailPort } from "@/ports/mail";
import { makePractice, openWorld } from "../../support/world";
import { openDeliveryWorld } from "./delivery-world";

const world = await openWorld();
const outside = await openDeliveryWorld(world);
const practice = await makePractice(world);
const neighbour = await makePractice(world);
const token = "t".repeat(43);

async function queued(to: string, more: { expiresInMinutes?: number } = {}) {
  const services = await world.services();
  const { expiresInMinutes } = more;
  return inPractice(world.db, practice.id, (tx) =>
    queueMail(tx, services, {
      practiceId: practice.id,
      purpose: "password_reset",
      to,
      language: "en",
      values: { loginNames: "robin.1" },
      secret: token,
      ...(expiresInMinutes !== undefined && {
        expiresAt: services.now.add({ minutes: expiresInMinutes }),
      }),
    }),
  );
}

describe("S17: the delivery of a mail", () => {
  it("arrives once, however often it is woken, and keeps no secret", async () => {
    const id = await queued("once@patients.test");
    expect((await outside.row(practice.id, id)).sealedSecret).not.toBeNull();
    await Promise.all([1, 2, 3].map(() => outside.deliver(practice.id, id)));
    await outside.deliver(practice.id, id);
    const mails = await outside.mailsTo("once@patients.test");
    expect(mails).toHaveLength(1);
    expect(mails[0]).toMatchObject({
      message_id: `<${id}@localhost>`,
      subject: "Set a new password",
      text_body: expect.stringContaining(`http://localhost:3000/reset-password?token=${token}`),
      html_body: expect.stringContaining(`http://localhost:3000/reset-password?token=${token}`),
      sender: expect.stringContaining("<portal@practice.example.com>"),
    });
    expect(await outside.row(practice.id, id)).toMatchObject({
      state: "sent",
      tries: 1,
      sealedSecret: null,
      leaseUntilAt: null,
      messageId: `${id}@localhost`,
    });
  });

  it("is nobody else's: another practice finds nothing to send", async () => {
    const id = await queued("neighbour@patients.test");
    await outside.deliver(neighbour.id, id);
    expect(await outside.mailsTo("neighbour@patients.test")).toHaveLength(0);
    expect(await outside.row(practice.id, id)).toMatchObject({ state: "queued", tries: 0 });
  });

  it("waits and is sent again when the mail system is out of order", async () => {
    const id = await queued("later@patients.test");
    await outside.mailFaults.set("mail", "error");
    await outside.deliver(practice.id, id);
    const failed = await outside.row(practice.id, id);
    expect(failed).toMatchObject({ state: "queued", tries: 1, lastError: "unreachable 451" });
    const waitMs = failed.nextTryAt.getTime() - Number(failed.firstTriedAt);
    expect(waitMs).toBeGreaterThanOrEqual(30_000);
    await outside.mailFaults.set("mail", "ok");
    await outside.deliver(practice.id, id);
    expect(await outside.mailsTo("later@patients.test")).toHaveLength(0);
    await world.advance("PT31S");
    await outside.deliver(practice.id, id);
    expect(await outside.mailsTo("later@patients.test")).toHaveLength(1);
    expect(await outside.row(practice.id, id)).toMatchObject({ state: "sent", lastError: null });
  });

  it("repeats with the same Message-ID when the acceptance was lost: the one honest exception", async () => {
    const id = await queued("twice@patients.test");
    await outside.mailFaults.set("mail", "accept-then-drop");
    await outside.deliver(practice.id, id);
    expect(await outside.row(practice.id, id)).toMatchObject({ state: "queued" });
    await outside.mailFaults.set("mail", "ok");
    await world.advance("PT31S");
    await outside.deliver(practice.id, id);
    const mails = await outside.mailsTo("twice@patients.test");
    expect(mails.map((mail) => mail.message_id)).toEqual(Array(2).fill(`<${id}@localhost>`));
  });

  it("is dropped unsent once expired, and its secret is erased", async () => {
    const id = await queued("expired@patients.test", { expiresInMinutes: 30 });
    await world.advance("PT30M");
    await outside.deliver(practice.id, id);
    expect(await outside.mailsTo("expired@patients.test")).toHaveLength(0);
    expect(await outside.row(practice.id, id)).toMatchObject({
      state: "dropped",
      sealedSecret: null,
    });
  });

  it("is undelivered after ten tries, shown with its cause, without its secret", async () => {
    const id = await queued("never@patients.test");
    await outside.mailFaults.set("mail", "error");
    for (let tries = 0; tries < 10; tries += 1) {
      await outside.deliver(practice.id, id);
      await world.advance("PT1H");
    }
    expect(await outside.row(practice.id, id)).toMatchObject({
      state: "undelivered",
      tries: 10,
      sealedSecret: null,
      lastError: "unreachable 451",
    });
  });

  it("goes on after a process died between its lease and its sending", async () => {
    const id = await queued("killed@patients.test");
    const services = await world.services();
    expect(
      await leaseDelivery(services, { practiceId: practice.id, deliveryId: id }),
    ).not.toBeNull();
    await outside.deliver(practice.id, id);
    expect(await outside.mailsTo("killed@patients.test")).toHaveLength(0);
    await world.advance("PT61S");
    await outside.deliver(practice.id, id);
    expect(await outside.mailsTo("killed@patients.test")).toHaveLength(1);
  });

  it("a late answer changes nothing once another job has taken over", async () => {
    const id = await queued("late@patients.test");
    let answerLate = () => {};
    const heldBack: MailPort = {
      ...outside.outside.mail,
      send: () =>
        new Promise((resolve) => {
          answerLate = () => resolve({ ok: false, reason: "refused" });
        }),
    };
    const first = outside.deliver(practice.id, id, { mail: heldBack });
    await expect.poll(() => outside.row(practice.id, id)).toMatchObject({ state: "sending" });
    await world.advance("PT61S");
    await outside.deliver(practice.id, id);
    answerLate();
    await first;
    expect(await outside.row(practice.id, id)).toMatchObject({ state: "sent", tries: 2 });
    expect(await outside.mailsTo("late@patients.test")).toHaveLength(1);
  });

  it("a job that throws under way leaves the row to the next", async () => {
    const id = await queued("thrown@patients.test");
    const broken: MailPort = {
      ...outside.outside.mail,
      send: () => Promise.reject(new Error("a bug")),
    };
    await expect(outside.deliver(practice.id, id, { mail: broken })).rejects.toThrow("a bug");
    await world.advance("PT61S");
    await outside.deliver(practice.id, id);
    expect(await outside.mailsTo("thrown@patients.test")).toHaveLength(1);
  });
});
