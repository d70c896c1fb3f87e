import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { saveDraft } from "@/features/messages/compose/save-draft";
import { listThreads } from "@/features/messages/list-threads";
import { markRead } from "@/features/messages/mark-read";
import { keptDraft, unreadCount } from "@/features/messages/queries";
import { readConversation } from "@/features/messages/read-conversation";
import { sendMessage } from "@/features/messages/send-message";
import type { ThreadMember } from "@/features/messages/thread-member";
import { openWorld } from "../../support/world";
import { begin, makeCast, makeGuardian } from "./thread-world";

const world = await openWorld();

const send = async (actor: ThreadMember, id: string, body = "Hello") =>
  sendMessage(await world.services(), actor, { id, body, attachmentIds: [] });
const read = async (actor: ThreadMember, id: string, upTo?: number) =>
  markRead(await world.services(), actor, { id, upTo });
const unread = async (actor: ThreadMember) => unreadCount(await world.services(), actor);

async function thread(actor: ThreadMember, id: string) {
  const found = await readConversation(await world.services(), actor, { id });
  if (!found.ok) throw new Error(found.reason);
  return found.value.thread;
}

describe("R38: unread counts", () => {
  it("count what others wrote since, for patient and orthodontist", async () => {
    const { patient, doctor } = await makeCast(world);
    const id = await begin(world, patient);
    expect([await unread(patient), await unread(doctor)]).toEqual([0, 1]);
    await read(doctor, id);
    await send(doctor, id);
    await send(doctor, id);
    expect([await unread(patient), await unread(doctor)]).toEqual([2, 0]);
    await read(patient, id, 2);
    expect(await unread(patient)).toBe(1);
  });

  it("stay true when somebody answers without having read what came in between", async () => {
    const { patient, doctor } = await makeCast(world);
    const id = await begin(world, patient);
    await send(doctor, id, "Which tray?");
    await send(patient, id, "Sent at the same moment");
    expect(await unread(patient)).toBe(1);
    expect((await thread(doctor, id)).seenUpTo).toBe(1);
  });

  it("a tab that reports late does not turn the receipt back", async () => {
    const { patient, doctor } = await makeCast(world);
    const id = await begin(world, patient);
    for (let more = 0; more < 4; more += 1) await send(doctor, id);
    const reports = await Promise.all([read(patient, id, 5), read(patient, id, 2)]);
    expect(reports.every(({ ok }) => ok)).toBe(true);
    expect(await read(patient, id, 3)).toMatchObject({ value: { readUpTo: 5, unread: 0 } });
    expect((await thread(doctor, id)).seenUpTo).toBe(5);
  });

  it("nobody reads further than there are messages", async () => {
    const { patient, doctor } = await makeCast(world);
    const id = await begin(world, patient);
    expect(await read(doctor, id, 900)).toMatchObject({ value: { readUpTo: 1 } });
    await send(patient, id);
    expect(await unread(doctor)).toBe(1);
  });

  it("are each guardian's own, over all their children", async () => {
    const { practice, doctor } = await makeCast(world);
    const { guardian, childIds } = await makeGuardian(world, practice.id);
    for (const patientId of childIds) await begin(world, doctor, { patientId });
    expect(await unread(guardian)).toBe(2);
  });
});

describe("R38: read receipts", () => {
  it("tell the patient when the practice has read, and the practice when the patient has", async () => {
    const { patient, doctor } = await makeCast(world);
    const id = await begin(world, patient);
    expect((await thread(patient, id)).seenUpTo).toBe(0);
    await read(doctor, id);
    expect(await thread(patient, id)).toMatchObject({ seenUpTo: 1 });
    await send(doctor, id);
    expect((await thread(doctor, id)).seenUpTo).toBe(1);
    await read(patient, id);
    expect((await thread(doctor, id)).seenUpTo).toBe(2);
  });

  it("a colleague's reading is no receipt for the practice", async () => {
    const { patient, doctor, staff } = await makeCast(world);
    const id = await begin(world, patient);
    await send(doctor, id);
    await read(staff, id);
    expect((await thread(doctor, id)).seenUpTo).toBe(1);
  });
});

describe("R53: who looked", () => {
  it("notes an orthodontist's view once while they keep looking, and no patient's", async () => {
    const { practice, patient, doctor } = await makeCast(world);
    const id = await begin(world, patient);
    const views = () =>
      inPractice(world.db, practice.id, (tx) =>
        tx.auditEntry.count({
          where: { practiceId: practice.id, action: "thread.viewed", objectId: id },
        }),
      );
    await thread(patient, id);
    expect(await views()).toBe(0);
    await thread(doctor, id);
    await thread(doctor, id);
    expect(await views()).toBe(1);
  });
});

describe("R38: drafts", () => {
  it("are kept per thread and for a new one, and go when the message is sent", async () => {
    const { patient } = await makeCast(world);
    const id = await begin(world, patient);
    const services = await world.services();
    const { patientId } = patient;
    await Promise.all([
      saveDraft(services, patient, { threadId: id, body: "Half a sen" }),
      saveDraft(services, patient, { body: "A new", subject: "Elastic" }),
      saveDraft(services, patient, { body: "A new", subject: "Elastic" }),
    ]);
    expect(await keptDraft(services, patient, { threadId: id })).toMatchObject({
      body: "Half a sen",
    });
    const {
      version,
      attachments: none,
      ...draft
    } = await keptDraft(services, patient, { patientId });
    expect({ ...draft, none }).toEqual({ body: "A new", subject: "Elastic", none: [] });
    await send(patient, id, "Half a sentence.");
    expect((await keptDraft(services, patient, { threadId: id })).body).toBe("");
    await saveDraft(services, patient, { body: "", subject: "", version });
    expect((await keptDraft(services, patient, { patientId })).body).toBe("");
  });
});

describe("the inbox", () => {
  it("shows who waits longest first, and pages through all", async () => {
    const { doctor, patient } = await makeCast(world);
    const ids: string[] = [];
    for (let index = 0; index < 33; index += 1) {
      await world.advance("PT1S");
      ids.push(await begin(world, patient));
    }
    await send(doctor, ids[0] ?? "");
    const services = await world.services();
    const open = await listThreads(services, doctor, { show: "needs_answer", whose: "mine" });
    if (!open.ok || open.value.next === null) throw new Error("one page only");
    const rest = await listThreads(services, doctor, {
      show: "needs_answer",
      whose: "mine",
      cursor: open.value.next,
    });
    if (!rest.ok) throw new Error("no second page");
    expect([...open.value.items, ...rest.value.items].map(({ id }) => id)).toEqual(ids.slice(1));
  });
});
