import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { addPhoto } from "@/features/check-ins/add-photo";
import { ownCheckIn } from "@/features/check-ins/own-check-in";
import { submitCheckIn } from "@/features/check-ins/submit-check-in";
import { sweepUploads } from "@/features/uploads/sweep-uploads";
import { makeGuardianship } from "../../support/appointments-world";
import { makeClinicActor, makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { jpeg, letter, stored, upload, view } from "../uploads/upload-world";
import { atPhotoStop, place, sendAll } from "./check-in-world";

const world = await openWorld();
const front = { view: "front", withAligner: false } as const;

describe("R24: taking and sending the photos", () => {
  it("keeps each photo as it comes, lets one be taken again, and sends them once", async () => {
    const given = await atPhotoStop(world);
    const id = await given.asked();
    const send = async () => submitCheckIn(await world.services(), given.actor, { id });
    const first = await place(world, given.actor, id, front);
    const again = await place(world, given.actor, id, front);
    expect(await send()).toMatchObject({
      ok: false,
      reason: "photos_missing",
      detail: { views: ["left", "right", "upper", "lower"] },
    });
    // Another tab, or the same one after a reload, finds what is there already.
    const { open } = await ownCheckIn(await world.services(), given.actor);
    expect(open?.photos).toMatchObject([{ ...front, uploadId: again.uploadId }]);
    expect(open?.photos[0]?.uploadId).not.toBe(first.uploadId);
    for (const shown of ["left", "right", "upper", "lower"] as const)
      await place(world, given.actor, id, { view: shown, withAligner: false });
    const twice = await Promise.all([send(), send()]);
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1);
    expect(twice.find(({ ok }) => !ok)).toMatchObject({ reason: "already_sent" });
    expect((await place(world, given.actor, id, front)).placed).toMatchObject({
      ok: false,
      reason: "already_sent",
    });
    expect((await given.audited()).map(({ action }) => action)).toEqual([
      "check_in.requested",
      "check_in.submitted",
    ]);
  });

  it("S15: what was replaced is swept away, what is in its place stays", async () => {
    const given = await atPhotoStop(world);
    const id = await given.asked();
    const first = await place(world, given.actor, id, front);
    const again = await place(world, given.actor, id, front);
    await world.advance("PT61M");
    await sweepUploads(await world.services(), given.practice.id);
    expect(await view(world, given.actor, first.uploadId)).toBeNull();
    expect(await view(world, given.actor, again.uploadId)).not.toBeNull();
  });

  it("a photo sent twice by a lost answer is one; two photos for one place leave one", async () => {
    const given = await atPhotoStop(world);
    const id = await given.asked();
    const [one, two] = [await stored(world, given.actor), await stored(world, given.actor)];
    const put = async (uploadId: string) =>
      addPhoto(await world.services(), given.actor, { id, uploadId, ...front });
    const answers = await Promise.all([put(one.id), put(one.id), put(two.id)]);
    expect(answers.every(({ ok }) => ok)).toBe(true);
    const { open } = await ownCheckIn(await world.services(), given.actor);
    expect(open?.photos).toHaveLength(1);
    // The other one may now take another place; the same file never two.
    const used = open?.photos[0]?.uploadId ?? "";
    const elsewhere = await addPhoto(await world.services(), given.actor, {
      id,
      uploadId: used,
      view: "left",
      withAligner: true,
    });
    expect(elsewhere).toMatchObject({ ok: false, reason: "photo_unknown" });
  });

  it("S15: takes no document, nobody else's photo, and nothing that is not there", async () => {
    const given = await atPhotoStop(world);
    const id = await given.asked();
    const put = async (uploadId: string) =>
      addPhoto(await world.services(), given.actor, { id, uploadId, ...front });
    const neighbour = await makePatientActor(world, given.practice.id);
    const byDoctor = await upload(world, given.doctor, {
      ...(await jpeg()),
      patientId: given.actor.patientId,
    });
    if (!byDoctor.ok) throw new Error(byDoctor.reason);
    const refused = { ok: false, reason: "photo_unknown" };
    expect(await put((await stored(world, given.actor, letter)).id)).toMatchObject(refused);
    expect(await put((await stored(world, neighbour)).id)).toMatchObject(refused);
    expect(await put(byDoctor.value.id)).toMatchObject(refused);
    expect(await put(crypto.randomUUID())).toMatchObject(refused);
  });
});

describe("R10, R52, S12: who takes, sends and sees them", () => {
  it("a guardian sends for the child; one who may look alone, a neighbour and another practice do not", async () => {
    const given = await atPhotoStop(world);
    const id = await given.asked();
    const { patientId } = given.actor;
    const some = () => makePatientActor(world, given.practice.id);
    const guardian = await makeGuardianship(world, await some(), patientId, "full");
    const onlooker = await makeGuardianship(world, await some(), patientId, "view");
    const neighbour = await some();
    const other = await atPhotoStop(world);
    const mine = await stored(world, given.actor);
    const services = await world.services();
    for (const [actor, reason] of [
      [onlooker, "view_only"],
      [neighbour, "not_found"],
      [other.actor, "not_found"],
    ] as const) {
      const body = { id, uploadId: mine.id, ...front };
      expect(await addPhoto(services, actor, body)).toMatchObject({ ok: false, reason });
      expect(await submitCheckIn(services, actor, { id })).toMatchObject({ ok: false, reason });
    }
    expect(await ownCheckIn(services, onlooker)).toMatchObject({ mayAct: false, open: { id } });
    expect((await ownCheckIn(services, neighbour)).open).toBeNull();

    const uploads = await sendAll(world, guardian, id);
    const photo = uploads[0] ?? "";
    const staff = await makeClinicActor(world, given.practice.id, "staff");
    const admin = await makeClinicActor(world, given.practice.id, "admin");
    for (const reader of [given.actor, guardian, onlooker, given.doctor])
      expect(await view(world, reader, photo, "preview")).not.toBeNull();
    for (const stranger of [neighbour, staff, admin, other.actor, other.doctor])
      expect(await view(world, stranger, photo)).toBeNull();
    const views = await inPractice(world.db, given.practice.id, (tx) =>
      tx.auditEntry.count({
        where: { action: "upload.viewed", objectId: photo, actorPersonId: given.doctor.personId },
      }),
    );
    expect(views).toBe(1);
  });

  it("the orthodontist sees nothing before it is sent", async () => {
    const given = await atPhotoStop(world);
    const { uploadId } = await place(world, given.actor, await given.asked(), front);
    expect(await view(world, given.actor, uploadId)).not.toBeNull();
    expect(await view(world, given.doctor, uploadId)).toBeNull();
  });

  it("S15: what is shown has no place, camera or time in it any more", async () => {
    const given = await atPhotoStop(world);
    const [uploadId = ""] = await sendAll(world, given.actor, await given.asked());
    const shown = await view(world, given.doctor, uploadId);
    expect(shown?.bytes.includes("SecretCamera")).toBe(false);
    expect(shown?.bytes.includes("Exif")).toBe(false);
    expect(shown?.response.headers.get("content-disposition")).toMatch(/^attachment/);
    expect(shown?.response.headers.get("content-security-policy")).toContain("sandbox");
  });
});
