import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { assignThread } from "@/features/messages/inbox/assign-thread";
import { closeThread } from "@/features/messages/inbox/change-state";
import { snoozeThread } from "@/features/messages/inbox/snooze-thread";
import { wakeThreads } from "@/features/messages/inbox/wake-threads";
import { listThreads } from "@/features/messages/list-threads";
import { unreadCount } from "@/features/messages/queries";
import type { ThreadsWish } from "@/features/messages/schema";
import { sendMessage } from "@/features/messages/send-message";
import type { ThreadMember } from "@/features/messages/thread-member";
import { makeClinicActor, makePatientActor } from "../../../support/people";
import { openWorld } from "../../../support/world";
import { begin, letStaffIn, makeCast } from "../thread-world";

const world = await openWorld();

async function list(actor: ThreadMember, wish: ThreadsWish) {
  const found = await listThreads(await world.services(), actor, wish);
  if (!found.ok) throw new Error("a list is never refused");
  return found.value;
}
const ids = async (actor: ThreadMember, wish: ThreadsWish) =>
  (await list(actor, wish)).items.map(({ id }) => id);
const answer = async (actor: ThreadMember, id: string) =>
  sendMessage(await world.services(), actor, { id, body: "Done.", attachmentIds: [] });

describe("R40: the lists of the shared inbox", () => {
  it("a thread is in the list of its state, and the counts are the lists' lengths", async () => {
    const { doctor, patient } = await makeCast(world);
    const [open, waiting, snoozed, closed] = [
      await begin(world, patient),
      await begin(world, patient),
      await begin(world, patient),
      await begin(world, patient),
    ];
    await answer(doctor, waiting);
    await snoozeThread(await world.services(), doctor, { id: snoozed, until: "tomorrow" });
    await closeThread(await world.services(), doctor, { id: closed, upTo: 1 });
    expect(await ids(doctor, { show: "needs_answer" })).toEqual([open]);
    expect(await ids(doctor, { show: "waiting" })).toEqual([waiting]);
    expect(await ids(doctor, { show: "snoozed" })).toEqual([snoozed]);
    expect(await ids(doctor, { show: "closed" })).toEqual([closed]);
    expect(new Set(await ids(doctor, { show: "all" }))).toEqual(
      new Set([open, waiting, snoozed, closed]),
    );
    const { counts, items } = await list(doctor, { show: "snoozed" });
    expect(counts).toEqual({ needsAnswer: 1, snoozed: 1 });
    expect(items[0]?.snoozedUntil).not.toBeNull();
    expect(await unreadCount(await world.services(), doctor)).toBe(1);
  });

  it("who has waited longest stands first, however often they asked since", async () => {
    const { doctor, patient } = await makeCast(world);
    const first = await begin(world, patient);
    const second = await begin(world, patient);
    await answer(patient, first);
    expect(await ids(doctor, { show: "needs_answer" })).toEqual([first, second]);
    const { items } = await list(doctor, { show: "needs_answer" });
    expect(items[0]?.unansweredSince).not.toBe(items[0]?.lastMessageAt);
  });

  it("a snoozed thread is back with its time alone, and at once with a message", async () => {
    const { doctor, patient } = await makeCast(world);
    const [byTime, byMessage] = [await begin(world, patient), await begin(world, patient)];
    for (const id of [byTime, byMessage])
      await snoozeThread(await world.services(), doctor, { id, until: "next_week" });
    await answer(patient, byMessage);
    expect(await ids(doctor, { show: "needs_answer" })).toEqual([byMessage]);
    await world.advance("P8D");
    expect(await ids(doctor, { show: "needs_answer" })).toEqual([byTime, byMessage]);
    expect(await list(doctor, { show: "snoozed" })).toMatchObject({
      items: [],
      counts: { needsAnswer: 2, snoozed: 0 },
    });
  });

  it("a snooze that ended is told to open pages once, with two workers, and one that did not stays", async () => {
    await wakeThreads(await world.services());
    const { doctor, patient } = await makeCast(world);
    const [due, later] = [await begin(world, patient), await begin(world, patient)];
    await snoozeThread(await world.services(), doctor, { id: due, until: "tomorrow" });
    const on = (await world.services()).now.toZonedDateTimeISO("UTC").add({ days: 90 });
    const far = { id: later, until: "day", on: on.toPlainDate().toString() } as const;
    expect(await snoozeThread(await world.services(), doctor, far)).toMatchObject({ ok: true });
    await world.advance("P2D");
    const woken = await Promise.all([
      wakeThreads(await world.services()),
      wakeThreads(await world.services()),
    ]);
    expect(woken.toSorted()).toEqual([0, 1]);
    expect(await ids(doctor, { show: "snoozed" })).toEqual([later]);
    expect(await wakeThreads(await world.services())).toBe(0);
  });

  it("mine, assigned to me, to nobody, everybody's", async () => {
    const { practice, doctor, patient } = await makeCast(world);
    const colleague = await makeClinicActor(world, practice.id, "orthodontist");
    const stranger = await makePatientActor(world, practice.id);
    const [own, given, free] = [
      await begin(world, patient),
      await begin(world, stranger),
      await begin(world, stranger),
    ];
    const to = { id: given, personId: doctor.personId, seen: null };
    expect(await assignThread(await world.services(), colleague, to)).toMatchObject({ ok: true });
    expect(await ids(doctor, { whose: "mine" })).toEqual([given, own]);
    expect(await ids(doctor, { whose: "assigned" })).toEqual([given]);
    expect(await ids(doctor, { whose: "unassigned" })).toEqual([free, own]);
    expect(await ids(doctor, { whose: "all" })).toEqual([free, given, own]);
    const { items } = await list(colleague, { whose: "all" });
    expect(items.find(({ id }) => id === given)?.assignedTo).toEqual({
      personId: doctor.personId,
      name: "Dr Example",
    });
    expect(await ids(colleague, { whose: "mine" })).toEqual([]);
  });

  it("leads from page to page, longest waiting first, without gaps and doubles", async () => {
    const { doctor, patient } = await makeCast(world);
    const made: string[] = [];
    for (let count = 0; count < 33; count += 1) made.push(await begin(world, patient));
    const first = await list(doctor, { show: "needs_answer" });
    const second = await list(doctor, { show: "needs_answer", cursor: first.next ?? "" });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(made);
    expect(second.next).toBeNull();
  });

  it("R52: staff see threads in which the team takes part, and no other practice's", async () => {
    const { practice, doctor, staff, patient } = await makeCast(world);
    const other = await makeCast(world);
    const [shared, kept] = [await begin(world, patient), await begin(world, patient)];
    await letStaffIn(world, practice.id, shared, true);
    await letStaffIn(world, practice.id, kept, false);
    expect(await ids(staff, { show: "needs_answer" })).toEqual([shared]);
    expect((await list(staff, {})).counts).toMatchObject({ needsAnswer: 1 });
    expect(await ids(doctor, { show: "needs_answer" })).toEqual([shared, kept]);
    expect(await ids(other.doctor, {})).toEqual([]);
  });

  it("a patient's own list says nothing of how the practice handles a thread", async () => {
    const { practice, doctor, patient } = await makeCast(world);
    const id = await begin(world, patient);
    const to = { id, personId: doctor.personId, seen: null };
    await assignThread(await world.services(), doctor, to);
    await snoozeThread(await world.services(), doctor, { id, until: "tomorrow" });
    await inPractice(
      world.db,
      practice.id,
      (tx) => tx.$executeRaw`
        insert into tenant.thread_alarm (practice_id, thread_id, number, decided_at)
        values (${practice.id}::uuid, ${id}::uuid, 1, app_now())`,
    );
    expect((await list(doctor, {})).items[0]).toMatchObject({ overdue: true });
    const own = await list(patient, {});
    expect(own).toMatchObject({
      items: [{ id, assignedTo: null, snoozedUntil: null, unansweredSince: null, overdue: false }],
      counts: null,
    });
  });
});
