import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { sendMessage } from "@/features/messages/send-message";
import { makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { begin, letStaffIn, makeCast } from "../messages/thread-world";
import { jpeg, letter, stored, upload, view } from "./upload-world";

const world = await openWorld();
const { practice, patient, doctor, staff } = await makeCast(world);
const other = await makeCast(world);

describe("S12: whose files", () => {
  it("nobody but the uploader sees a file before it hangs on a message", async () => {
    const { id } = await stored(world, patient);
    const neighbour = await makePatientActor(world, practice.id);
    expect(await view(world, patient, id)).not.toBeNull();
    for (const stranger of [doctor, staff, neighbour, other.doctor])
      expect(await view(world, stranger, id)).toBeNull();
  });

  it("R52: then the thread's people see it; staff see documents, but no photos", async () => {
    const thread = await begin(world, patient);
    const [picture, document] = [
      await stored(world, patient),
      await stored(world, patient, letter),
    ];
    const sent = await sendMessage(await world.services(), patient, {
      id: thread,
      body: "",
      attachmentIds: [picture.id, document.id],
    });
    expect(sent).toMatchObject({
      ok: true,
      value: { attachments: [{ id: picture.id }, { id: document.id }] },
    });
    await letStaffIn(world, practice.id, thread, true);
    const neighbour = await makePatientActor(world, practice.id);
    expect(await view(world, doctor, picture.id, "preview")).not.toBeNull();
    expect(await view(world, staff, picture.id, "preview")).toBeNull();
    expect(await view(world, staff, document.id)).not.toBeNull();
    await letStaffIn(world, practice.id, thread, false);
    expect(await view(world, staff, document.id)).toBeNull();
    for (const stranger of [neighbour, other.doctor, other.patient])
      expect(await view(world, stranger, picture.id)).toBeNull();
    const views = await inPractice(world.db, practice.id, (tx) =>
      tx.auditEntry.findMany({
        where: { practiceId: practice.id, action: "upload.viewed", patientId: patient.patientId },
        select: { actorPersonId: true, objectId: true },
      }),
    );
    expect(views).toEqual([
      { actorPersonId: doctor.personId, objectId: picture.id },
      { actorPersonId: staff.personId, objectId: document.id },
    ]);
  });

  it("nobody attaches another's file, one of another patient, or one twice", async () => {
    const neighbour = await makePatientActor(world, practice.id);
    const thread = await begin(world, patient);
    const attach = async (actor: PatientActor | ClinicActor, attachmentIds: string[]) =>
      sendMessage(await world.services(), actor, { id: thread, body: "Look", attachmentIds });
    const refusal = { ok: false, reason: "attachment_unknown" };
    const theirs = await stored(world, neighbour);
    expect(await attach(patient, [theirs.id])).toMatchObject(refusal);
    const forNeighbour = await upload(world, doctor, {
      ...(await jpeg()),
      patientId: neighbour.patientId,
    });
    if (!forNeighbour.ok) throw new Error(forNeighbour.reason);
    expect(await attach(doctor, [forNeighbour.value.id])).toMatchObject(refusal);
    const mine = await stored(world, patient);
    const twice = await Promise.all([attach(patient, [mine.id]), attach(patient, [mine.id])]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(twice.find(({ ok }) => !ok)).toMatchObject(refusal);
  });

  it("nothing is uploaded for a patient of another practice", async () => {
    const result = await upload(world, doctor, {
      ...(await jpeg()),
      patientId: other.patient.patientId,
    });
    expect(result).toMatchObject({ ok: false, reason: "not_found" });
  });
});
