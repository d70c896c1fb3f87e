import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { markRead } from "@/features/messages/mark-read";
import { sendMessage } from "@/features/messages/send-message";
import type { ThreadMember } from "@/features/messages/thread-member";
import { openWorld } from "../../../support/world";
import { begin, makeCast, makeGuardian } from "../thread-world";

const world = await openWorld();
const cast = await makeCast(world);
const { practice, doctor, staff, patient } = cast;
const other = await makeCast(world);

async function send(
  actor: ThreadMember,
  id: string,
  seenUpTo?: number,
  key?: string,
  body = "Hello",
) {
  const services = await world.services(key === undefined ? {} : { idempotencyKey: key });
  return sendMessage(services, actor, { id, body, attachmentIds: [], seenUpTo });
}
const messages = (id: string) =>
  inPractice(world.db, practice.id, (tx) =>
    tx.message.findMany({
      where: { practiceId: practice.id, threadId: id },
      orderBy: { number: "asc" },
    }),
  );
const meanwhile = (name: string, number: number) => ({
  ok: false,
  reason: "answered_meanwhile",
  detail: { name, number },
});

describe("R40: two of the practice answer the same thread", () => {
  it("at once: exactly one goes through, the other is told who answered and leaves no trace", async () => {
    const id = await begin(world, patient);
    const both = await Promise.all([send(doctor, id), send(staff, id)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    const lost = both.findIndex(({ ok }) => !ok);
    expect(both[lost]).toMatchObject(meanwhile(lost === 0 ? staff.personName : "Dr Example", 2));
    expect(await messages(id)).toHaveLength(2);
    const thread = await inPractice(world.db, practice.id, (tx) =>
      tx.thread.findUniqueOrThrow({ where: { practiceId_id: { practiceId: practice.id, id } } }),
    );
    expect(thread).toMatchObject({ messageCount: 2, state: "waiting" });
  });

  it("at once, each having seen the other's: both go through", async () => {
    const id = await begin(world, patient);
    const both = await Promise.all([send(doctor, id, 2), send(staff, id, 2)]);
    expect(both.every(({ ok }) => ok)).toBe(true);
  });

  it("the second goes through, under the same key, once the answer was seen, or read anywhere", async () => {
    const id = await begin(world, patient);
    await send(staff, id);
    expect(await send(doctor, id, 1, "late-1")).toMatchObject(meanwhile(staff.personName, 2));
    expect(await send(doctor, id, 2, "late-1")).toMatchObject({ ok: true, value: { number: 3 } });
    expect(await send(staff, id, 2)).toMatchObject(meanwhile("Dr Example", 3));
    await markRead(await world.services(), staff, { id, upTo: 3 });
    expect(await send(staff, id, 2)).toMatchObject({ ok: true });
    expect(await messages(id)).toHaveLength(4);
  });

  it("asks nobody about their own answers, nor once the patient asked again", async () => {
    const id = await begin(world, patient);
    await send(doctor, id);
    expect(await send(doctor, id, 0)).toMatchObject({ ok: true });
    await send(patient, id);
    expect(await send(staff, id, 0)).toMatchObject({ ok: true });
  });

  it("S16: the same answer sent twice after a lost connection is one message, not two that meet", async () => {
    const id = await begin(world, patient);
    const first = await send(doctor, id, 1, "lost-1");
    await send(staff, id, 2);
    expect(await send(doctor, id, 1, "lost-1")).toEqual(first);
    expect(await messages(id)).toHaveLength(3);
  });

  it("never refuses the patient's side, whatever it says to have seen", async () => {
    const { guardian, childIds } = await makeGuardian(world, practice.id);
    const id = await begin(world, guardian, { patientId: childIds[0] ?? "" });
    await send(doctor, id);
    expect(await send(guardian, id, 0)).toMatchObject({ ok: true });
  });

  it("S12: another practice learns nothing of who answered", async () => {
    const id = await begin(world, patient);
    await send(doctor, id);
    for (const stranger of [other.doctor, other.staff])
      expect(await send(stranger, id, 0)).toEqual({ ok: false, reason: "not_found" });
  });
});
