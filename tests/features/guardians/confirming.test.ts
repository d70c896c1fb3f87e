import { beforeAll, beforeEach, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { confirmChild } from "@/features/guardians/confirm-child";
import { pendingChildren } from "@/features/guardians/queries";
import { renewTries } from "@/features/guardians/renew-tries";
import { makeClinicActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { warmPasswords } from "../registration/walk";
import {
  admit,
  type GuardianScene,
  guardianScene,
  registeredGuardian,
  todayOf,
} from "./guardian-world";

const world = await openWorld();
let scene: GuardianScene;
let guardian: Awaited<ReturnType<typeof registeredGuardian>>;

beforeAll(warmPasswords);
beforeEach(async () => {
  scene = await guardianScene(world);
  guardian = await registeredGuardian(world, scene);
});

const give = async (dateOfBirth: string, { id, actor } = guardian) =>
  confirmChild(await world.services(), actor, { id, dateOfBirth });

const audited = () =>
  inPractice(world.db, scene.practice.id, (tx) =>
    tx.auditEntry.findMany({
      where: { practiceId: scene.practice.id, action: { startsWith: "guardian.confirm" } },
      orderBy: { at: "asc" },
      select: { action: true, actorRole: true, actorName: true, patientId: true, detail: true },
    }),
  );

it("R10: before the birth date there is the first name, and no way to anything of the child", async () => {
  const services = await world.services();
  expect(await pendingChildren(services, guardian.actor)).toEqual([
    { id: guardian.id, firstName: "Ada", triesLeft: 5 },
  ]);
  expect(await admit(world, guardian.actor, scene.childId)).toBe("not_found");
  expect(await admit(world, guardian.actor)).toBe("patient_required");
});

it("R10, S19: the right birth date opens the child's pages, and the log names the guardian", async () => {
  expect(await give(scene.born)).toEqual({ ok: true, value: { patientId: scene.childId } });
  const session = await guardian.session.open();
  expect(session?.guardedPatientIds).toEqual([scene.childId]);
  expect(await admit(world, session)).toMatchObject({ role: "guardian", patientId: scene.childId });
  expect(await pendingChildren(await world.services(), guardian.actor)).toEqual([]);
  expect(await audited()).toEqual([
    {
      action: "guardian.confirmed",
      actorRole: "guardian",
      actorName: "Nora Birch",
      patientId: scene.childId,
      detail: null,
    },
  ]);
});

it("R10: five wrong birth dates end it, and the right one is then refused too", async () => {
  const answers = [];
  for (let day = 1; day <= 5; day += 1) answers.push(await give(`2001-01-0${day}`));
  expect(answers.map((answer) => (answer.ok ? "ok" : [answer.reason, answer.detail]))).toEqual([
    ["birth_date_wrong", { triesLeft: 4 }],
    ["birth_date_wrong", { triesLeft: 3 }],
    ["birth_date_wrong", { triesLeft: 2 }],
    ["birth_date_wrong", { triesLeft: 1 }],
    ["birth_date_stopped", undefined],
  ]);
  expect(await give(scene.born)).toMatchObject({ reason: "birth_date_stopped" });
  expect(await audited()).toHaveLength(5);
  const renewed = await renewTries(await world.services(), scene.staff, { id: guardian.id });
  expect(renewed).toEqual({ ok: true, value: { triesLeft: 5 } });
  expect(await give(scene.born)).toMatchObject({ ok: true });
});

it("R10: twenty tries at once count five", async () => {
  const services = await world.services();
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, index) =>
      confirmChild(services, guardian.actor, {
        id: guardian.id,
        dateOfBirth: `2001-01-${String(index + 1).padStart(2, "0")}`,
      }),
    ),
  );
  const compared = answers.filter((one) => !one.ok && one.reason === "birth_date_wrong");
  expect(compared).toHaveLength(4);
  expect(await audited()).toHaveLength(5);
});

it("R10: the right one given twice at once, from two tabs, is right twice and noted once", async () => {
  const both = await Promise.all([give(scene.born), give(scene.born)]);
  expect(both.map((answer) => answer.ok)).toEqual([true, true]);
  expect(await audited()).toHaveLength(1);
});

it("R10: another guardian's child, or another practice's, is not there to be confirmed", async () => {
  const other = await guardianScene(world);
  const stranger = await registeredGuardian(world, other, {
    mobile: "+4917640690041",
    email: "stranger@example.com",
  });
  expect(await give(scene.born, { ...stranger, id: guardian.id })).toMatchObject({
    reason: "not_found",
  });
  expect(await give(other.born, { ...guardian, id: stranger.id })).toMatchObject({
    reason: "not_found",
  });
  const elsewhere = await makeClinicActor(world, other.practice.id, "staff");
  const renewed = await renewTries(await world.services(), elsewhere, { id: guardian.id });
  expect(renewed).toMatchObject({ reason: "not_found" });
});

it("R10: nothing is asked before the first day", async () => {
  const today = await todayOf(world, scene.practice);
  await inPractice(world.db, scene.practice.id, (tx) =>
    tx.guardianship.updateMany({
      where: { id: guardian.id },
      data: { fromOn: new Date(`${today.add({ days: 1 })}T00:00:00Z`) },
    }),
  );
  expect(await give(scene.born)).toMatchObject({ reason: "not_found" });
  expect(await guardian.session.open()).toBeNull();
});
