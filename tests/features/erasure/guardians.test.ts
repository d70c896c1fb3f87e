import { beforeAll, beforeEach, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { beforeErasure } from "@/features/erasure/before-erasure";
import { eraseLoginFor } from "@/features/erasure/erase-login-for";
import { confirmChild } from "@/features/guardians/confirm-child";
import { guardiansOfRecord } from "@/features/guardians/record-guardians";
import { makeClinicActor, makePatient } from "../../support/people";
import { openWorld } from "../../support/world";
import { openBrowser } from "../access/browser";
import { deliveriesOf } from "../account/browser-of";
import {
  activeGuardian,
  type GuardianScene,
  guardianScene,
  invited,
  nora,
  registeredGuardian,
} from "../guardians/guardian-world";
import { warmPasswords } from "../registration/walk";
import { eraseIn, whereStands } from "./erasure-world";

const world = await openWorld();
let scene: GuardianScene;

beforeAll(warmPasswords);
beforeEach(async () => {
  scene = await guardianScene(world);
});

const browserFor = (token: string) => openBrowser(world, new Map([["archway-session", token]]));

it("S23, R10: a guardian of two children leaves both; staff see it, and neither address is left", async () => {
  const email = "kite.string@example.com";
  const guardian = await registeredGuardian(world, scene, { email });
  const first = { id: guardian.id, dateOfBirth: scene.born };
  await confirmChild(await world.services(), guardian.actor, first);
  const sibling = await makePatient(world, scene.practice.id, {
    firstName: "Ben",
    dateOfBirth: scene.born,
  });
  const added = await invited(world, scene, { id: sibling, email });
  const services = await world.services();
  await confirmChild(services, guardian.actor, { id: added.id, dateOfBirth: scene.born });
  const session = await guardian.session.open();
  if (!session) throw new Error("no session");
  expect(await beforeErasure(services, session)).toMatchObject({
    hasRecord: false,
    children: ["Ada Example", "Ben Example"],
    elsewhere: [],
    isMailed: true,
  });
  const done = await eraseIn(browserFor(guardian.session.token), guardian.loginName);
  expect([done.status, done.body]).toEqual([200, { wholeLogin: true }]);
  expect(await guardian.session.open()).toBeNull();
  for (const childId of [scene.childId, sibling]) {
    const record = await guardiansOfRecord(services, scene.staff, childId);
    expect(record?.guardians).toMatchObject([
      { name: "", loginName: "", email: null, state: "over", endedReason: "login_erased" },
    ]);
  }
  const { practice } = scene;
  expect(await deliveriesOf(world, practice.id, "guardian_ended")).toEqual([]);
  expect(await whereStands(world, [practice.id], [nora.mobile])).toEqual([]);
  // Staff's own steps name the login in the log, which nobody may change.
  expect(await whereStands(world, [practice.id], [guardian.loginName])).toEqual([
    "tenant.audit_entry",
  ]);
  expect(await whereStands(world, [practice.id], [email])).toEqual(["tenant.delivery"]);
});

it("S23: a guardian who has confirmed nobody yet can delete the login too", async () => {
  const guardian = await registeredGuardian(world, scene);
  const done = await eraseIn(browserFor(guardian.session.token), guardian.loginName);
  expect(done.status).toBe(200);
});

it("S23: an admin finds a guardian's login on the child's record, and deletes it for who asks by phone", async () => {
  const services = await world.services();
  const lines = async () =>
    (await guardiansOfRecord(services, scene.staff, scene.childId))?.guardians;
  await invited(world, scene, { email: "not.yet@example.com", dateOfBirth: "1980-01-01" });
  expect(await lines()).toMatchObject([{ state: "invited", loginId: null }]);
  const { actor } = await activeGuardian(world, scene);
  const { loginId } = actor;
  expect(await lines()).toEqual(
    expect.arrayContaining([expect.objectContaining({ state: "active", loginId })]),
  );
  const admin = await makeClinicActor(world, scene.practice.id, "admin");
  const erased = await eraseLoginFor(services, admin, { id: loginId, reason: "Asked by phone" });
  expect(erased).toMatchObject({ ok: true, value: { wholeLogin: true } });
  expect(await lines()).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ state: "over", loginId: null, endedReason: "login_erased" }),
    ]),
  );
});

it("S23, R10: invited again, the same person gets a new login and has the birth date to confirm again", async () => {
  const guardian = await activeGuardian(world, scene);
  await eraseIn(browserFor(guardian.session.token), guardian.loginName);
  const again = await registeredGuardian(world, scene);
  expect(again.loginName).not.toBe(guardian.loginName);
  expect(again.actor.personId).not.toBe(guardian.actor.personId);
  expect(again.actor.guardedPatientIds).toEqual([]);
});

it("S23: who was erased cannot be given a child or a login, not even by the database's owner", async () => {
  const guardian = await activeGuardian(world, scene);
  const { personId } = guardian.actor;
  await eraseIn(browserFor(guardian.session.token), guardian.loginName);
  const at = new Date((await world.services()).now.epochMilliseconds);
  const child = { practiceId: scene.practice.id, patientId: scene.childId, fromOn: at };
  await expect(
    inPractice(world.db, scene.practice.id, (tx) =>
      tx.guardianship.create({ data: { ...child, guardianPersonId: personId, invitedAt: at } }),
    ),
  ).rejects.toThrow();
  const login = {
    personId,
    homePracticeId: scene.practice.id,
    loginName: "new.name",
    createdAt: at,
  };
  await expect(world.db.prisma.login.create({ data: login })).rejects.toThrow();
  await expect(
    world.db.prisma.person.update({ where: { id: personId }, data: { firstName: "Nora" } }),
  ).rejects.toThrow();
});
