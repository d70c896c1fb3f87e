import { randomBytes } from "node:crypto";
import { afterAll, describe, expect, it } from "vitest";
import { webPush } from "@/adapters/push/web-push";
import { inPractice } from "@/db/transaction";
import { vapidKeys } from "@/env-vapid";
import type { ThreadMember } from "@/features/messages/thread-member";
import type { PushTarget } from "@/ports/push";
import { browserAt, startPushService } from "../../../adapters/push/push-service";
import { openWorld } from "../../../support/world";
import { openDeliveryWorld } from "../../notifications/delivery-world";
import { begin, makeCast } from "../thread-world";
import { kinds, noticesOf } from "./notice-world";

const world = await openWorld();
const outside = await openDeliveryWorld(world);
const service = await startPushService();
afterAll(() => service.close());
const push = webPush({
  ...vapidKeys(randomBytes(32)),
  subject: "https://portal.example.com",
  loopback: true,
  timeoutMs: 300,
});
const { told, read, sweep, sweepNow, choose, awake } = noticesOf(world);

async function withDevice(actor: ThreadMember, { endpoint, keys }: PushTarget) {
  const { practiceId, personId, loginId, sessionId } = actor;
  await inPractice(world.db, practiceId, (tx) =>
    tx.pushSubscription.create({
      data: {
        ...{ practiceId, personId, loginId, sessionId, endpoint, keys },
        createdAt: new Date(),
        seenAt: new Date(),
      },
    }),
  );
}

/** A message to a patient who has one device, and chose the ways given. */
async function pushed(ways: { mail: boolean; push: boolean }) {
  const cast = await makeCast(world);
  await awake(cast.practice.id);
  const { patient, doctor, practice } = cast;
  const browser = browserAt(service.origin);
  await withDevice(patient, browser.target);
  await choose(patient, { patientId: patient.patientId, ...ways });
  const id = await begin(world, doctor, {
    patientId: patient.patientId,
    body: "Your gum is swollen, Robin",
  });
  await sweep();
  service.arrived.splice(0);
  service.answer({ status: 201 });
  const rows = await told(practice.id);
  const deliver = () => outside.deliver(practice.id, rows[0]?.id ?? "", { push });
  const row = () => outside.row(practice.id, rows[0]?.id ?? "");
  const left = () =>
    inPractice(world.db, practice.id, (tx) =>
      tx.pushSubscription.count({ where: { practiceId: practice.id } }),
    );
  return { ...cast, id, browser, rows, deliver, row, left };
}

describe("R39: push", () => {
  it("S23: names the practice and where, no person, no subject, no word", async () => {
    const { practice, id, browser, rows, deliver, row } = await pushed({ mail: false, push: true });
    expect(kinds(rows)).toEqual(["push"]);
    await deliver();
    const { name } = await world.db.prisma.practice.findUniqueOrThrow({
      where: { id: practice.id },
    });
    const [got] = service.arrived;
    expect(JSON.parse(browser.opened(got?.body ?? Buffer.alloc(0)))).toEqual({
      title: name,
      body: "You have a new message.",
      page: `/messages/${id}`,
      tag: `new_message${id}`,
    });
    expect((await row()).state).toBe("sent");
  });

  it("S17: one at a time, again after its back-off, and then as the same push", async () => {
    const { deliver, row } = await pushed({ mail: false, push: true });
    service.answer({ status: 503 });
    await Promise.all([deliver(), deliver(), deliver()]);
    expect(await row()).toMatchObject({ state: "queued", tries: 1, lastError: "unreachable 503" });
    await deliver();
    service.answer({ status: 201 });
    await world.advance("PT31S");
    await deliver();
    await deliver();
    expect((await row()).state).toBe("sent");
    const topics = service.arrived.map(({ headers }) => headers.topic);
    expect(topics).toHaveLength(2);
    expect(new Set(topics).size).toBe(1);
  });

  it.each([404, 410])("%i: the device is forgotten, and a mail stands in", async (status) => {
    const { practice, deliver, row, left } = await pushed({ mail: false, push: true });
    service.answer({ status });
    await deliver();
    expect([(await row()).state, await left()]).toEqual(["dropped", 0]);
    await world.advance("PT61S");
    await sweepNow();
    expect(kinds(await told(practice.id))).toEqual(["push", "mail"]);
  });

  it("read meanwhile, it is not sent; nor to a device turned off meanwhile", async () => {
    const first = await pushed({ mail: false, push: true });
    await read(first.patient, first.id);
    await first.deliver();
    const second = await pushed({ mail: false, push: true });
    await inPractice(world.db, second.practice.id, (tx) => tx.pushSubscription.deleteMany());
    await second.deliver();
    expect([(await first.row()).state, (await second.row()).state]).toEqual(["dropped", "dropped"]);
    expect(service.arrived).toEqual([]);
  });

  it("R17: goes beside a mail, or not at all, as chosen", async () => {
    expect(kinds((await pushed({ mail: true, push: true })).rows)).toEqual(["mail", "push"]);
    expect(kinds((await pushed({ mail: true, push: false })).rows)).toEqual(["mail"]);
    expect(kinds((await pushed({ mail: false, push: false })).rows)).toEqual([]);
  });
});
