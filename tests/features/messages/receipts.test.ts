import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { listThreads } from "@/features/messages/list-threads";
import { countUnread } from "@/features/messages/live/count-unread";
import { markRead } from "@/features/messages/mark-read";
import { readConversation } from "@/features/messages/read-conversation";
import type { NewMessage } from "@/features/messages/schema";
import { sendMessage } from "@/features/messages/send-message";
import type { ThreadMember } from "@/features/messages/thread-member";
import { openWorld } from "../../support/world";
import { begin, makeCast, makeGuardian } from "./thread-world";

const world = await openWorld();

async function send(
  actor: ThreadMember,
  input: Partial<NewMessage> & { id: string },
  key?: string,
) {
  const services = await world.services();
  const request = { ...services.request, ...(key !== undefined && { idempotencyKey: key }) };
  return sendMessage({ ...services, request }, actor, {
    body: "Hello",
    attachmentIds: [],
    ...input,
  });
}
const read = async (actor: ThreadMember, id: string, upTo?: number) =>
  markRead(await world.services(), actor, { id, upTo });

async function page(actor: ThreadMember, wish: Parameters<typeof readConversation>[2]) {
  const found = await readConversation(await world.services(), actor, wish);
  if (!found.ok) throw new Error(found.reason);
  return found.value;
}

async function receipts(actor: ThreadMember, id: string) {
  const { thread } = await page(actor, { id });
  return thread.receipts.map(({ name, after, upTo, at }) => ({
    name,
    after,
    upTo,
    at: Date.parse(at),
  }));
}

describe("R38: read receipts are true: who has read, and when", () => {
  it("names everybody of the other side, with the moment of their own reading", async () => {
    const { patient, doctor, staff } = await makeCast(world);
    const id = await begin(world, patient);
    await send(patient, { id });
    const first = (await world.services()).now.epochMilliseconds;
    await read(doctor, id, 1);
    await world.advance("PT30M");
    await read(doctor, id, 2);
    await read(staff, id, 1);
    const [byStaff, byDoctor] = (await receipts(patient, id)).toSorted((one, other) =>
      one.upTo < other.upTo ? -1 : 1,
    );
    expect(byDoctor).toMatchObject({ name: "Dr Example", after: 1, upTo: 2 });
    expect(byStaff).toMatchObject({ name: staff.personName, after: 0, upTo: 1 });
    expect((byDoctor?.at ?? 0) - first).toBeGreaterThanOrEqual(30 * 60_000);
    expect(await receipts(doctor, id)).toMatchObject([{ upTo: 2 }]);
  });

  it("an answer half an hour later is no later reading", async () => {
    const { patient, doctor } = await makeCast(world);
    const id = await begin(world, patient);
    await read(doctor, id);
    const [before] = await receipts(patient, id);
    await world.advance("PT30M");
    await send(doctor, { id });
    expect(await receipts(patient, id)).toEqual([{ ...before, upTo: 2 }]);
  });

  it("R10: a guardian's reading is told to the practice, and not to the other guardian", async () => {
    const { practice, doctor } = await makeCast(world);
    const { guardian, childIds } = await makeGuardian(world, practice.id);
    const [patientId = ""] = childIds;
    const id = await begin(world, doctor, { patientId });
    await read({ ...guardian, patientId }, id);
    expect(await receipts(doctor, id)).toMatchObject([{ name: guardian.personName, upTo: 1 }]);
    expect((await receipts({ ...guardian, patientId }, id)).map(({ name }) => name)).toEqual([
      "Dr Example",
    ]);
  });
});

describe("R38: unread counts stay true with several tabs, guardians and a shared inbox", () => {
  const unread = async (actor: ThreadMember) => {
    const counted = await countUnread(await world.services(), { ...actor, kind: "session" });
    return counted.ok ? counted.value.unread : Number.NaN;
  };

  it("two tabs that send and read at once leave the same count as one after the other", async () => {
    const { patient, doctor, staff } = await makeCast(world);
    const id = await begin(world, patient);
    await Promise.all([
      ...Array.from({ length: 6 }, () => send(doctor, { id })),
      read(patient, id, 2),
      read(patient, id, 3),
    ]);
    await read(patient, id, 4);
    expect(await unread(patient)).toBe(3);
    await Promise.all([read(patient, id, 7), read(patient, id, 5)]);
    expect(await unread(patient)).toBe(0);
    await send(patient, { id });
    expect([await unread(doctor), await unread(staff)]).toEqual([1, 1]);
    await read(staff, id);
    expect([await unread(doctor), await unread(staff)]).toEqual([1, 0]);
    await send(staff, { id });
    expect([await unread(doctor), await unread(patient)]).toEqual([0, 1]);
  });

  it("each guardian counts for themselves, and the list says the same as the badge", async () => {
    const { practice, doctor } = await makeCast(world);
    const mother = await makeGuardian(world, practice.id, { children: 1 });
    const [patientId = ""] = mother.childIds;
    const id = await begin(world, doctor, { patientId });
    await send(doctor, { id });
    expect(await unread(mother.guardian)).toBe(2);
    await read(mother.guardian, id, 1);
    const lines = await listThreads(await world.services(), mother.guardian, {});
    expect(lines.ok && lines.value.items.map((line) => line.unread)).toEqual([1]);
    expect(await unread(mother.guardian)).toBe(1);
  });
});

describe("a long thread, paged both ways", () => {
  it("opens where the reader stopped, and leads to older and newer ones", async () => {
    const { practice, patient, doctor, staff } = await makeCast(world);
    const id = await begin(world, patient);
    await inPractice(world.db, practice.id, async (tx) => {
      await tx.$executeRaw`
        insert into tenant.message (practice_id, id, thread_id, number, author_person_id, author_role, author_name, body, sent_at)
        select ${practice.id}::uuid, gen_random_uuid(), ${id}::uuid, n, ${doctor.personId}::uuid, 'orthodontist', 'Doctor', 'Hello', app_now()
        from generate_series(2, 300) n`;
      await tx.thread.update({
        where: { practiceId_id: { practiceId: practice.id, id } },
        data: { messageCount: 300 },
      });
    });
    await read(patient, id, 120);
    const opened = await page(patient, { id, atUnread: true });
    const of = ({ items }: typeof opened) => [items.at(-1)?.number, items[0]?.number];
    expect([of(opened), opened.next, opened.newer]).toEqual([[111, 160], "111", "160"]);
    const after = await page(patient, { id, after: "160" });
    expect([of(after), after.next, after.newer]).toEqual([[161, 210], "161", "210"]);
    const last = await page(patient, { id, after: "290" });
    expect([of(last), last.newer]).toEqual([[291, 300], null]);
    expect(await page(patient, { id, after: "300" })).toMatchObject({ items: [], newer: null });
    expect(of(await page(patient, { id, cursor: "111" }))).toEqual([61, 110]);
    // Who never read here begins at the newest; so does who has little left to read.
    expect(of(await page(staff, { id, atUnread: true }))).toEqual([251, 300]);
    await read(patient, id, 260);
    expect(of(await page(patient, { id, atUnread: true }))).toEqual([251, 300]);
    // Who looks for a message begins around it, and reads on both ways.
    const found = await page(patient, { id, at: 200, atUnread: true });
    expect([of(found), found.next, found.newer]).toEqual([[161, 210], "161", "210"]);
    const early = await page(doctor, { id, at: 1 });
    expect([of(early), early.next, early.newer]).toEqual([[1, 50], null, "50"]);
    expect(of(await page(patient, { id, at: 999_999_999 }))).toEqual([251, 300]);
  });
});

describe("R38: offline send that goes later", () => {
  it("keeps when it was written beside when it was sent", async () => {
    const { patient, doctor } = await makeCast(world);
    const id = await begin(world, patient);
    const { now } = await world.services();
    const writtenAt = now.subtract({ minutes: 68 }).toString();
    await send(patient, { id, body: "From the train", writtenAt });
    await send(patient, { id, body: "Just now", writtenAt: now.toString() });
    const { items } = await page(doctor, { id });
    expect(items.map((item) => item.writtenAt && Date.parse(item.writtenAt))).toEqual([
      null,
      Date.parse(writtenAt),
      null,
    ]);
  });

  it("arrives once: two tabs at the same moment, and again days after the answer was lost", async () => {
    const { practice, patient } = await makeCast(world);
    const id = await begin(world, patient);
    const message = { id, body: "Only once" };
    const both = await Promise.all([
      send(patient, message, "kept-on-a-phone"),
      send(patient, message, "kept-on-a-phone"),
    ]);
    expect(both[0]).toEqual(both[1]);
    await inPractice(world.db, practice.id, (tx) =>
      tx.idempotencyKey.deleteMany({ where: { practiceId: practice.id } }),
    );
    const late = await send(patient, message, "kept-on-a-phone");
    expect(late).toMatchObject({ ok: true, value: { number: 2, body: "Only once" } });
    expect(await send(patient, { id, body: "Other words" }, "kept-on-a-phone")).toMatchObject({
      ok: false,
      reason: "idempotency_key_reused",
    });
    expect((await page(patient, { id })).items).toHaveLength(2);
  });
});
