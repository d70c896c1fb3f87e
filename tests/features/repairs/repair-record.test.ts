import { beforeEach, describe, expect, it } from "vitest";
import { makeClinicActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { anna, makeAnna, newestSecret, reachCode } from "../registration/walk";
import { openRepairDesk, type RepairDesk } from "./repair-desk";

const world = await openWorld();
let desk: RepairDesk;

beforeEach(async () => {
  desk = await openRepairDesk(world);
});

describe("R8: no record fits", () => {
  it("the one detail that differs is corrected on the record, as said beforehand", async () => {
    const patientId = await makeAnna(world, desk.practice, { email: "old@example.com" });
    await reachCode(world, desk.practice);
    expect((await desk.only()).plan).toMatchObject({
      action: "correct_record",
      candidates: [
        { patientId, difference: { detail: "email", now: "old@example.com", becomes: anna.email } },
      ],
    });
    await desk.repair({ action: "correct_record", patientId });
    expect(await desk.read(patientId)).toMatchObject({ email: anna.email, emailVerifiedAt: null });
  });

  it("a record that does not come close cannot be chosen by its id", async () => {
    await makeAnna(world, desk.practice, { email: "old@example.com" });
    const other = await makeAnna(world, desk.practice, {
      firstName: "Else",
      mobile: "+4917640690099",
    });
    await reachCode(world, desk.practice);
    expect(await desk.repair({ action: "correct_record", patientId: other })).toMatchObject({
      reason: "does_not_fit",
    });
    expect(await desk.repair({ action: "correct_record" })).toMatchObject({
      reason: "record_needed",
    });
    expect(await desk.read(other)).toMatchObject({ firstName: "Else", version: 1 });
  });

  it("somebody who is not our patient is closed without a change", async () => {
    await reachCode(world, desk.practice);
    expect((await desk.only()).plan).toEqual({ action: "find" });
    expect(await desk.repair({ action: "dismiss" })).toMatchObject({ ok: true });
    expect((await desk.listed({ isRepaired: true })).items[0]?.repaired).toMatchObject({
      how: "dismiss",
    });
  });
});

describe("R9, R8: the record is archived", () => {
  it("staff read which admin may take it out; an admin does, and the person registers", async () => {
    const patientId = await makeAnna(world, desk.practice);
    await desk.write(patientId, {
      archivedAt: new Date("2026-01-01"),
      archivedReason: "Moved away",
    });
    const admin = await makeClinicActor(world, desk.practice.id, "admin");
    await reachCode(world, desk.practice);
    expect((await desk.only()).plan).toEqual({
      action: "unarchive",
      patientId,
      reason: "Moved away",
      mayDo: false,
      admins: ["Alex Example"],
    });
    expect(await desk.repair({ action: "unarchive" })).toMatchObject({ reason: "admin_needed" });
    expect(await desk.repair({ action: "unarchive" }, admin)).toMatchObject({ ok: true });
    expect(await desk.read(patientId)).toMatchObject({ archivedAt: null, archivedReason: null });
    await reachCode(world, desk.practice);
    expect(await newestSecret(world, desk.practice, "registration_code")).toMatch(/^\d{6}$/);
  });
});
