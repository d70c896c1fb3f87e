import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { readConversation } from "@/features/messages/read-conversation";
import { newMessageBody, newThreadBody } from "@/features/messages/schema";
import { sendMessage } from "@/features/messages/send-message";
import { startThread } from "@/features/messages/start-thread";
import type { ThreadMember } from "@/features/messages/thread-member";
import { openWorld } from "../../support/world";
import { begin, makeCast, makeGuardian } from "./thread-world";

const world = await openWorld();
const { practice, patient, doctor } = await makeCast(world);

async function send(actor: ThreadMember, id: string, body: string, idempotencyKey?: string) {
  const services = await world.services(idempotencyKey === undefined ? {} : { idempotencyKey });
  return sendMessage(services, actor, { id, body, attachmentIds: [] });
}

async function read(actor: ThreadMember, id: string, cursor?: string) {
  const found = await readConversation(await world.services(), actor, { id, cursor });
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

describe("R37: a message", () => {
  it("says who wrote it and in which role", async () => {
    const id = await begin(world, patient);
    await send(doctor, id, "Wear it two days longer.");
    const { items, thread } = await read(patient, id);
    expect(items.map(({ authorRole, mine, number }) => ({ authorRole, mine, number }))).toEqual([
      { authorRole: "orthodontist", mine: false, number: 2 },
      { authorRole: "patient", mine: true, number: 1 },
    ]);
    // The name that stands at the visits, title and all.
    expect(items[0]).toMatchObject({ authorName: "Dr Example" });
    expect(items[1]).toMatchObject({ authorName: patient.personName });
    expect(thread).toMatchObject({ messageCount: 2, subject: "Tray 7" });
  });

  it("R10: names the guardian, not the child", async () => {
    const { guardian } = await makeGuardian(world, practice.id, { children: 1 });
    const id = await begin(world, guardian);
    const { items } = await read(doctor, id);
    expect(items[0]).toMatchObject({ authorRole: "guardian", authorName: guardian.personName });
  });

  it("R40: opens the thread when the patient writes, and lets it wait when the practice answers", async () => {
    const id = await begin(world, patient);
    expect((await read(doctor, id)).thread.state).toBe("open");
    await send(doctor, id, "Done.");
    expect((await read(doctor, id)).thread.state).toBe("waiting");
    await inPractice(world.db, practice.id, (tx) =>
      tx.thread.update({
        where: { practiceId_id: { practiceId: practice.id, id } },
        data: { state: "closed", closedAt: new Date() },
      }),
    );
    await send(patient, id, "One more thing.");
    expect((await read(doctor, id)).thread.state).toBe("open");
  });

  it("is refused when there is nothing in it", async () => {
    const id = await begin(world, patient);
    const blank = newMessageBody.parse({ body: " \n " });
    expect(await send(patient, id, blank.body)).toMatchObject({ ok: false, reason: "empty" });
  });

  it("has 10,000 characters at most, counted as people count them", () => {
    expect(newMessageBody.safeParse({ body: "🦷".repeat(10_000) }).success).toBe(true);
    expect(newMessageBody.safeParse({ body: "🦷".repeat(10_001) }).success).toBe(false);
    expect(newMessageBody.parse({ body: "  cafe\u0301  " }).body).toBe("café");
    expect(newThreadBody.safeParse({ subject: "  ", body: "Hi" }).success).toBe(false);
  });

  it("keeps 10,000 emoji and right-to-left text as they are", async () => {
    const id = await begin(world, patient);
    const long = "🦷".repeat(10_000);
    expect(await send(patient, id, long)).toMatchObject({ ok: true });
    await send(patient, id, "مرحبا");
    const { items } = await read(doctor, id);
    expect(items.slice(0, 2).map(({ body }) => body)).toEqual(["مرحبا", long]);
  });

  it("S19: leaves an audit row without its words", async () => {
    const id = await begin(world, patient, { body: "Very private words" });
    const rows = await inPractice(world.db, practice.id, (tx) =>
      tx.auditEntry.findMany({ where: { practiceId: practice.id, action: "message.sent" } }),
    );
    const row = rows.find(({ detail }) => JSON.stringify(detail).includes(id));
    expect(row).toMatchObject({ actorPersonId: patient.personId, patientId: patient.patientId });
    expect(JSON.stringify(rows)).not.toContain("private");
  });
});

describe("R38: sending at the same time", () => {
  it("20 at once get the numbers 1 to 20, without gaps or doubles", async () => {
    const id = await begin(world, patient);
    const senders = Array.from({ length: 19 }, (_, index) => (index % 2 ? patient : doctor));
    const sent = await Promise.all(senders.map((actor, index) => send(actor, id, `No ${index}`)));
    expect(sent.every(({ ok }) => ok)).toBe(true);
    const { items, thread } = await read(patient, id);
    expect(thread.messageCount).toBe(20);
    expect(items.map(({ number }) => number)).toEqual(
      Array.from({ length: 20 }, (_, index) => 20 - index),
    );
    const times = items.map(({ sentAt }) => Date.parse(sentAt));
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });

  it("a double click is one message, and both get the same answer", async () => {
    const id = await begin(world, patient);
    const sent = await Promise.all(
      Array.from({ length: 4 }, () => send(patient, id, "Once", "key-double-click")),
    );
    expect(new Set(sent.map((result) => (result.ok ? result.value.id : result.reason))).size).toBe(
      1,
    );
    expect((await read(patient, id)).thread.messageCount).toBe(2);
    const otherWords = await send(patient, id, "Twice", "key-double-click");
    expect(otherWords).toMatchObject({ ok: false, reason: "idempotency_key_reused" });
  });

  it("a double click on a new thread is one thread", async () => {
    const services = await world.services({ idempotencyKey: "key-new-thread" });
    const input = newThreadBody.parse({ subject: "Once", body: "Hi" });
    const started = await Promise.all([
      startThread(services, patient, input),
      startThread(services, patient, input),
    ]);
    const ids = started.map((result) => (result.ok ? result.value.id : result.reason));
    expect(ids[0]).toBe(ids[1]);
  });
});

it("reads a long thread backwards, 50 at a time, each message once", async () => {
  const id = await begin(world, patient);
  for (let index = 0; index < 119; index += 1) await send(patient, id, `No ${index}`);
  const seen: number[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < 3; page += 1) {
    const { items, next } = await read(doctor, id, cursor);
    seen.push(...items.map(({ number }) => number));
    cursor = next ?? undefined;
  }
  expect(cursor).toBeUndefined();
  expect(seen).toEqual(Array.from({ length: 120 }, (_, index) => 120 - index));
});
