import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { assignThread } from "@/features/messages/inbox/assign-thread";
import { closeThread, reopenThread } from "@/features/messages/inbox/change-state";
import { shareThread } from "@/features/messages/inbox/share-thread";
import { snoozeThread } from "@/features/messages/inbox/snooze-thread";
import { sendMessage } from "@/features/messages/send-message";
import type { ThreadMember } from "@/features/messages/thread-member";
import { makeClinicActor } from "../../../support/people";
import { openWorld } from "../../../support/world";
import { begin, letStaffIn, makeCast } from "../thread-world";

const world = await openWorld();
const cast = await makeCast(world);
const { practice, doctor, staff, patient } = cast;
const other = await makeCast(world);

async function services(idempotencyKey?: string) {
  return world.services(idempotencyKey === undefined ? {} : { idempotencyKey });
}
const send = async (actor: ThreadMember, id: string, body = "Hello") =>
  sendMessage(await services(), actor, { id, body, attachmentIds: [] });
const close = async (actor: ClinicActor, id: string, upTo: number, reason?: string, key?: string) =>
  closeThread(await services(key), actor, { id, upTo, reason });
const reopen = async (actor: ClinicActor, id: string) =>
  reopenThread(await services(), actor, { id });
const assign = async (
  actor: ClinicActor,
  id: string,
  personId: string | null,
  seen: string | null,
  key?: string,
) => assignThread(await services(key), actor, { id, personId, seen });

const stored = (id: string) =>
  inPractice(world.db, practice.id, (tx) =>
    tx.thread.findUniqueOrThrow({ where: { practiceId_id: { practiceId: practice.id, id } } }),
  );
const events = (id: string) =>
  inPractice(world.db, practice.id, (tx) =>
    tx.threadEvent.findMany({
      where: { practiceId: practice.id, threadId: id },
      orderBy: { at: "asc" },
    }),
  );
const audited = (id: string) =>
  inPractice(world.db, practice.id, (tx) =>
    tx.auditEntry.findMany({
      where: { practiceId: practice.id, objectId: id, action: { startsWith: "thread." } },
      orderBy: { at: "asc" },
    }),
  );

describe("R40: closing a thread", () => {
  it("keeps who, when and why; undone it stands as it was, and a patient's message opens it", async () => {
    const id = await begin(world, patient);
    const before = await stored(id);
    expect(await close(doctor, id, 1, "Phoned")).toMatchObject({ value: { state: "closed" } });
    expect(await reopen(staff, id)).toMatchObject({ value: { state: "open" } });
    expect(await stored(id)).toMatchObject({
      unansweredFrom: 1,
      unansweredSinceAt: before.unansweredSinceAt,
      closedAt: null,
    });
    await send(doctor, id);
    expect(await close(doctor, id, 2)).toMatchObject({ ok: true });
    expect(await reopen(doctor, id)).toMatchObject({ value: { state: "waiting" } });
    await close(doctor, id, 2);
    await send(patient, id);
    expect(await stored(id)).toMatchObject({ state: "open", closedAt: null, unansweredFrom: 3 });
    expect((await events(id)).map(({ kind, byName, reason }) => [kind, byName, reason])).toEqual([
      ["closed", "Dr Example", "Phoned"],
      ["reopened", staff.personName, null],
      ["closed", "Dr Example", null],
      ["reopened", "Dr Example", null],
      ["closed", "Dr Example", null],
    ]);
    const rows = await audited(id);
    expect(rows.map(({ action, actorPersonId }) => [action, actorPersonId])).toContainEqual([
      "thread.reopened",
      staff.personId,
    ]);
    expect(JSON.stringify(rows.map(({ detail }) => detail))).toContain("Phoned");
  });

  it("what was closed without an answer needs none once the patient writes again", async () => {
    const id = await begin(world, patient);
    await close(doctor, id, 1);
    await send(patient, id);
    expect(await stored(id)).toMatchObject({ unansweredFrom: 2 });
  });

  it("is refused while something of the patient's was not seen; an answer of one's own is no obstacle", async () => {
    const id = await begin(world, patient);
    await send(patient, id);
    expect(await close(doctor, id, 1)).toMatchObject({ ok: false, reason: "new_messages" });
    await send(staff, id);
    expect(await close(doctor, id, 2)).toMatchObject({ ok: true });
    expect(await close(doctor, id, 3)).toMatchObject({ ok: false, reason: "already_closed" });
  });

  it("S16: a double click closes once; two people at once close once", async () => {
    const id = await begin(world, patient);
    const twice = await Promise.all([1, 2].map(() => close(doctor, id, 1, undefined, "close-1")));
    expect(twice[0]).toEqual(twice[1]);
    expect(await events(id)).toHaveLength(1);
    await reopen(doctor, id);
    expect(await reopen(doctor, id)).toMatchObject({ ok: false, reason: "not_closed" });
    const both = await Promise.all([close(doctor, id, 1), close(staff, id, 1)]);
    expect(both.map((one) => (one.ok ? "closed" : one.reason)).toSorted()).toEqual([
      "already_closed",
      "closed",
    ]);
  });

  it("meets a patient's message at the same moment: read first, or open again", async () => {
    const id = await begin(world, patient);
    const [closed] = await Promise.all([close(doctor, id, 1), send(patient, id)]);
    expect((await stored(id)).state).toBe("open");
    if (!closed.ok) expect(closed.reason).toBe("new_messages");
  });
});

describe("R40: whose a thread is", () => {
  it("is given to me, to somebody, to nobody", async () => {
    const id = await begin(world, patient);
    expect(await assign(staff, id, staff.personId, null)).toMatchObject({
      value: { assignedTo: { personId: staff.personId, name: staff.personName } },
    });
    const given = await assign(staff, id, doctor.personId, staff.personId);
    expect(given).toMatchObject({ value: { assignedTo: { name: "Dr Example" } } });
    expect(await assign(doctor, id, null, doctor.personId)).toMatchObject({
      value: { assignedTo: null },
    });
    expect((await events(id)).map(({ toName }) => toName)).toEqual([
      staff.personName,
      "Dr Example",
      null,
    ]);
  });

  it("of two at once the second is told who was faster", async () => {
    const id = await begin(world, patient);
    const both = await Promise.all([
      assign(doctor, id, doctor.personId, null),
      assign(staff, id, staff.personId, null),
    ]);
    const lost = both.find((one) => !one.ok);
    const won = both.find((one) => one.ok);
    expect(lost).toMatchObject({ reason: "assigned_meanwhile" });
    const name = won?.ok ? won.value.assignedTo?.name : "";
    expect(lost).toMatchObject({ detail: { name } });
    expect(await events(id)).toHaveLength(1);
  });

  it("S16: sent twice it is one, also where it is so already", async () => {
    const id = await begin(world, patient);
    const twice = await Promise.all(
      [1, 2].map(() => assign(doctor, id, doctor.personId, null, "assign-1")),
    );
    expect(twice[0]).toEqual(twice[1]);
    expect(await assign(staff, id, doctor.personId, null)).toMatchObject({ ok: true });
    expect(await events(id)).toHaveLength(1);
  });

  it("R52: is nobody's of another practice, no patient's, and staff's only where they take part", async () => {
    const id = await begin(world, patient);
    const reason = "person_unknown";
    for (const stranger of [other.doctor.personId, patient.personId])
      expect(await assign(doctor, id, stranger, null)).toMatchObject({ reason });
    await letStaffIn(world, practice.id, id, false);
    expect(await assign(doctor, id, staff.personId, null)).toMatchObject({ reason });
    expect(await assign(doctor, id, doctor.personId, null)).toMatchObject({ ok: true });
  });
});

describe("R40: snoozing", () => {
  const until = async (id: string, choice: "tomorrow" | null) =>
    snoozeThread(await services(), doctor, { id, until: choice });

  it("lasts until a time, until somebody brings it back, or until any message", async () => {
    const id = await begin(world, patient);
    expect(await until(id, "tomorrow")).toMatchObject({ ok: true });
    expect((await stored(id)).snoozedUntilAt?.getTime()).toBeGreaterThan(
      (await services()).now.epochMilliseconds,
    );
    expect(await until(id, null)).toMatchObject({ value: { snoozedUntil: null } });
    await until(id, "tomorrow");
    await send(patient, id);
    expect((await stored(id)).snoozedUntilAt).toBeNull();
    expect((await events(id)).map(({ kind }) => kind)).toEqual(["snoozed", "woken", "snoozed"]);
  });

  it("is refused for a closed thread, and closing ends it", async () => {
    const id = await begin(world, patient);
    await until(id, "tomorrow");
    await close(doctor, id, 1);
    expect((await stored(id)).snoozedUntilAt).toBeNull();
    expect(await until(id, "tomorrow")).toMatchObject({ reason: "thread_closed" });
  });
});

describe("R52, S12: who may do that", () => {
  async function tryAll(actor: ClinicActor, id: string) {
    const results = [
      await close(actor, id, 99),
      await reopen(actor, id),
      await assign(actor, id, null, null),
      await snoozeThread(await services(), actor, { id, until: null }),
      await shareThread(await services(), actor, { id, withStaff: true }),
    ];
    return results.map((one) => (one.ok ? "ok" : one.reason));
  }

  it("the other practice finds nothing there, nor staff where they take no part", async () => {
    const id = await begin(world, patient);
    await letStaffIn(world, practice.id, id, false);
    for (const stranger of [staff, other.doctor, other.staff])
      expect(await tryAll(stranger, id)).toEqual(Array(5).fill("not_found"));
    expect(await events(id)).toEqual([]);
    const colleague = await makeClinicActor(world, practice.id, "orthodontist");
    expect(await tryAll(colleague, id)).toEqual(["ok", "ok", "ok", "ok", "ok"]);
  });

  it("R37: an orthodontist lets the team in and out; what a member of it had is nobody's then", async () => {
    const id = await begin(world, patient);
    await assign(staff, id, staff.personId, null);
    await shareThread(await services(), doctor, { id, withStaff: false });
    expect(await stored(id)).toMatchObject({ withStaff: false, assignedToPersonId: null });
    expect(await send(staff, id)).toMatchObject({ reason: "not_found" });
    await shareThread(await services(), doctor, { id, withStaff: true });
    expect(await send(staff, id)).toMatchObject({ ok: true });
    expect((await events(id)).map(({ kind }) => kind)).toEqual([
      "assigned",
      "staff_out",
      "staff_in",
    ]);
  });

  it("S19: nobody changes the history", async () => {
    const id = await begin(world, patient);
    await close(doctor, id, 1);
    const change = inPractice(world.db, practice.id, (tx) =>
      tx.threadEvent.updateMany({ where: { threadId: id }, data: { byName: "Nobody" } }),
    );
    await expect(change).rejects.toThrow();
  });
});
