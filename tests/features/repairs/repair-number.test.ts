import { beforeEach, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { startRegistration } from "@/features/registration/details/start-registration";
import { repairRegistration } from "@/features/repairs/repair-registration";
import { makeClinicActor } from "../../support/people";
import { openWorld } from "../../support/world";
import {
  anna,
  makeAnna,
  newestSecret,
  reachCode,
  secretsOf,
  shortNameOf,
  visitor,
} from "../registration/walk";
import { openRepairDesk, type RepairDesk } from "./repair-desk";

const world = await openWorld();
let desk: RepairDesk;

beforeEach(async () => {
  desk = await openRepairDesk(world);
});

/** Tries to register with a landline typed as the mobile. */
async function typeLandline() {
  return startRegistration(await world.services(), visitor(), {
    ...anna,
    mobile: "+493012345678",
    practice: await shortNameOf(world, desk.practice),
  });
}

describe("R6, R8: the number stands in another field", () => {
  it("one press moves it to the mobile field, after which its owner registers", async () => {
    const patientId = await makeAnna(world, desk.practice);
    await desk.write(patientId, { mobilePhone: "+4917640690077", workPhone: anna.mobile });
    await reachCode(world, desk.practice);
    expect(await secretsOf(world, desk.practice, "registration_code")).toHaveLength(0);
    expect((await desk.only()).plan).toEqual({
      action: "move_number",
      patientId,
      field: "work",
      number: "+49 176 40690001",
      former: "+49 176 40690077",
    });
    expect(await desk.repair({ action: "move_number" })).toEqual({
      ok: true,
      value: { how: "move_number", patientId },
    });
    expect(await desk.read(patientId)).toMatchObject({
      mobilePhone: anna.mobile,
      workPhone: "+4917640690077",
      version: 2,
    });
    const { told, actions } = await inPractice(world.db, desk.practice.id, async (tx) => ({
      told: (await tx.recordChange.findMany({ where: { patientId } })).map(({ field }) => field),
      actions: (await tx.auditEntry.findMany({ where: { patientId, actorRole: "staff" } })).map(
        ({ action }) => action,
      ),
    }));
    expect(told.toSorted()).toEqual(["mobilePhone", "workPhone"]);
    expect(actions.toSorted()).toEqual(["record.changed", "registration.repaired"]);
    await reachCode(world, desk.practice);
    expect(await newestSecret(world, desk.practice, "registration_code")).toMatch(/^\d{6}$/);
  });

  it("two people who press at once move it once", async () => {
    const patientId = await makeAnna(world, desk.practice);
    await desk.write(patientId, { mobilePhone: null, homePhone: anna.mobile });
    await reachCode(world, desk.practice);
    const colleague = await makeClinicActor(world, desk.practice.id, "staff");
    const { id } = await desk.only();
    const services = await world.services();
    const answers = await Promise.all(
      [desk.staff, colleague, desk.staff, colleague].map((actor) =>
        repairRegistration(services, actor, { id, action: "move_number" }),
      ),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(
      answers.filter((answer) => !answer.ok && answer.reason === "already_repaired"),
    ).toHaveLength(3);
    expect(await desk.read(patientId)).toMatchObject({ mobilePhone: anna.mobile, homePhone: null });
  });

  it("a number that is gone meanwhile is not moved", async () => {
    const patientId = await makeAnna(world, desk.practice);
    await desk.write(patientId, { mobilePhone: null, homePhone: anna.mobile });
    await reachCode(world, desk.practice);
    await desk.write(patientId, { homePhone: null });
    expect((await desk.only()).plan).toEqual({ action: "find" });
    expect(await desk.repair({ action: "move_number" })).toMatchObject({ reason: "does_not_fit" });
  });
});

describe("R6, R8: a landline was typed", () => {
  it("the mobile staff asked for goes on the record; another landline does not", async () => {
    const patientId = await makeAnna(world, desk.practice);
    expect(await typeLandline()).toMatchObject({ reason: "not_mobile" });
    expect((await desk.only()).plan).toMatchObject({ action: "set_mobile", patientId });
    expect(await desk.repair({ action: "set_mobile", mobile: "+493012345679" })).toMatchObject({
      reason: "not_mobile",
    });
    expect(await desk.repair({ action: "set_mobile" })).toMatchObject({ reason: "number_needed" });
    expect(await desk.repair({ action: "set_mobile", mobile: "0176 40690055" })).toMatchObject({
      ok: true,
    });
    expect(await desk.read(patientId)).toMatchObject({ mobilePhone: "+4917640690055" });
  });
});
