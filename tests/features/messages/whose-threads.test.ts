import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { patientOrClinic } from "@/features/access/route-gates";
import { saveDraft } from "@/features/messages/compose/save-draft";
import { listThreads } from "@/features/messages/list-threads";
import { markRead } from "@/features/messages/mark-read";
import { readConversation } from "@/features/messages/read-conversation";
import { sendMessage } from "@/features/messages/send-message";
import { startThread } from "@/features/messages/start-thread";
import type { ThreadMember } from "@/features/messages/thread-member";
import { makePatient, makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { begin, letStaffIn, makeCast, makeGuardian } from "./thread-world";

const world = await openWorld();
const cast = await makeCast(world);
const other = await makeCast(world);

/** What somebody gets who tries everything a thread offers. */
async function tryAll(actor: ThreadMember, id: string) {
  const services = await world.services();
  const message = { id, body: "Hello", attachmentIds: [] };
  const results = [
    await readConversation(services, actor, { id }),
    await sendMessage(services, actor, message),
    await markRead(services, actor, { id }),
    await saveDraft(services, actor, { threadId: id, body: "Hel" }),
  ];
  return results.map((result) => (result.ok ? "ok" : result.reason));
}

const nothing = ["not_found", "not_found", "not_found", "not_found"];
const everything = ["ok", "ok", "ok", "ok"];

const listed = async (actor: ThreadMember) => {
  const lines = await listThreads(await world.services(), actor, {});
  return lines.ok ? lines.value.items.map(({ id }) => id) : [];
};

describe("S12, R52: whose threads", () => {
  it("the patient, and every orthodontist of the practice", async () => {
    const id = await begin(world, cast.patient);
    expect(await tryAll(cast.patient, id)).toEqual(everything);
    expect(await tryAll(cast.doctor, id)).toEqual(everything);
    expect(await listed(cast.patient)).toContain(id);
    expect(await listed(cast.doctor)).toContain(id);
  });

  it("another patient, and another practice, find nothing there", async () => {
    const id = await begin(world, cast.patient);
    const neighbour = await makePatientActor(world, cast.practice.id);
    for (const stranger of [neighbour, other.patient, other.doctor, other.staff]) {
      expect(await tryAll(stranger, id)).toEqual(nothing);
      expect(await listed(stranger)).not.toContain(id);
    }
  });

  it("staff only where they take part", async () => {
    const id = await begin(world, cast.patient);
    await letStaffIn(world, cast.practice.id, id, false);
    expect(await tryAll(cast.staff, id)).toEqual(nothing);
    expect(await listed(cast.staff)).not.toContain(id);
    await letStaffIn(world, cast.practice.id, id, true);
    expect(await tryAll(cast.staff, id)).toEqual(everything);
    expect(await listed(cast.staff)).toContain(id);
  });

  it("R37: staff begin no thread where the practice does not want them", async () => {
    const { practice, staff, patient } = await makeCast(world);
    await inPractice(world.db, practice.id, (tx) =>
      tx.practiceSettings.update({
        where: { practiceId: practice.id },
        data: { staffInThreads: false },
      }),
    );
    const input = { patientId: patient.patientId, subject: "Hello", body: "Hi", attachmentIds: [] };
    const refusedStart = await startThread(await world.services(), staff, input);
    expect(refusedStart).toMatchObject({ ok: false, reason: "staff_not_in_threads" });
    const id = await begin(world, patient);
    expect(await tryAll(staff, id)).toEqual(nothing);
  });

  it("R10: a guardian who acts for one child does not reach the other's thread", async () => {
    const { guardian, childIds } = await makeGuardian(world, cast.practice.id);
    const [, secondId = ""] = childIds;
    const forSecond = { ...guardian, patientId: secondId };
    const id = await begin(world, forSecond);
    expect(await tryAll(guardian, id)).toEqual(nothing);
    expect(await tryAll(forSecond, id)).toEqual(everything);
  });

  it("R10: the gate asks a guardian of two which child, and knows no other's", async () => {
    const { guardian } = await makeGuardian(world, cast.practice.id);
    const admit = (input: Record<string, string>) =>
      patientOrClinic.admit({
        session: guardian,
        cookies: new Map(),
        input,
        now: guardian.factorAt,
      });
    expect(admit({})).toMatchObject({ ok: false, reason: "patient_required" });
    const foreign = await makePatient(world, cast.practice.id);
    expect(admit({ patientId: foreign })).toMatchObject({ ok: false, reason: "not_found" });
    expect(admit({ patientId: guardian.patientId })).toMatchObject({ ok: true });
  });

  it("R10: a guardian who may look alone reads but does not write", async () => {
    const { guardian } = await makeGuardian(world, cast.practice.id, { rights: "view" });
    const id = await begin(world, cast.doctor, { patientId: guardian.patientId });
    const services = await world.services();
    expect(await readConversation(services, guardian, { id })).toMatchObject({ ok: true });
    const sent = await sendMessage(services, guardian, { id, body: "Hi", attachmentIds: [] });
    expect(sent).toMatchObject({ ok: false, reason: "view_only" });
  });

  it("no thread begins about a patient of another practice", async () => {
    const started = await startThread(await world.services(), cast.doctor, {
      patientId: other.patient.patientId,
      subject: "Hello",
      body: "Hi",
      attachmentIds: [],
    });
    expect(started).toMatchObject({ ok: false, reason: "not_found" });
  });
});
