import { beforeEach, describe, expect, it } from "vitest";
import { makeClinicActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { anna, makeAnna, newestSecret, reachCode, secretsOf } from "../registration/walk";
import { openRepairDesk, type RepairDesk } from "./repair-desk";

const world = await openWorld();
let desk: RepairDesk;

beforeEach(async () => {
  desk = await openRepairDesk(world);
});

describe("R7, R8: one detail differs from the record", () => {
  it.each([
    ["the e-mail", { email: "old@example.com" }, "email", "old@example.com", anna.email],
    [
      "the names, swapped",
      { firstName: "Lindqvist", lastName: "Anna" },
      "name",
      "Lindqvist Anna",
      "Anna Lindqvist",
    ],
    ["day and month", { dateOfBirth: "1990-02-04" }, "dateOfBirth", "4 Feb 1990", "2 Apr 1990"],
  ] as const)(
    "%s: a login link helps first, and leaves the record as it is",
    async (_, onRecord, detail, now, becomes) => {
      const patientId = await makeAnna(world, desk.practice, onRecord);
      await reachCode(world, desk.practice);
      expect((await desk.only()).plan).toMatchObject({
        action: "link_or_correct",
        candidates: [
          { patientId, mobile: "+49 176 40690001", difference: { detail, now, becomes } },
        ],
      });
      const before = await desk.read(patientId);
      expect(await desk.repair({ action: "new_link", deliver: "sms", patientId })).toMatchObject({
        ok: true,
      });
      const { loginId: _login, personId: _person, portalStatus: _status, ...kept } = before;
      expect(await desk.read(patientId)).toMatchObject(kept);
      expect((await secretsOf(world, desk.practice, "login_link")).at(-1)).toMatchObject({
        kind: "sms",
        to: anna.mobile,
      });
    },
  );

  it("S9: a link goes to the record's own mobile, never to the one that was typed", async () => {
    const patientId = await makeAnna(world, desk.practice, { mobile: "+4917640690077" });
    await reachCode(world, desk.practice);
    await desk.repair({ action: "new_link", deliver: "sms", patientId });
    expect((await secretsOf(world, desk.practice, "login_link")).map(({ to }) => to)).toEqual([
      "+4917640690077",
    ]);
  });

  it("first and last name the other way round are told apart from another name", async () => {
    const patientId = await makeAnna(world, desk.practice, {
      firstName: "Lindqvist",
      lastName: "Anna",
    });
    await reachCode(world, desk.practice);
    expect(await desk.only()).toMatchObject({ patientId, reason: "names_swapped" });
  });

  it("the record is corrected only where staff choose that", async () => {
    const patientId = await makeAnna(world, desk.practice, { email: "old@example.com" });
    await reachCode(world, desk.practice);
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
    expect(await desk.repair({ action: "new_link", patientId: other })).toMatchObject({
      reason: "does_not_fit",
    });
    for (const action of ["correct_record", "new_link"] as const) {
      expect(await desk.repair({ action })).toMatchObject({ reason: "record_needed" });
    }
    expect(await secretsOf(world, desk.practice, "login_link")).toEqual([]);
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
