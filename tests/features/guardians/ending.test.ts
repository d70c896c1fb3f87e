import { beforeAll, beforeEach, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { confirmChild } from "@/features/guardians/confirm-child";
import { endGuardianship } from "@/features/guardians/end-guardianship";
import { linkGuardian } from "@/features/guardians/link-guardian";
import { guardiansOfRecord, hasGuardian } from "@/features/guardians/record-guardians";
import { acceptTerms } from "@/features/registration/completion/accept-terms";
import { makeClinicActor, makePatient } from "../../support/people";
import { openWorld } from "../../support/world";
import { secretsOf, TERMS, warmPasswords } from "../registration/walk";
import {
  activeGuardian,
  admit,
  type GuardianScene,
  guardianScene,
  invite,
  invited,
  nora,
  openLink,
  register,
  todayOf,
  walkToTerms,
} from "./guardian-world";

const world = await openWorld();
let scene: GuardianScene;

beforeAll(warmPasswords);
beforeEach(async () => {
  scene = await guardianScene(world);
});

const end = async (id: string, reason = "Lives elsewhere now") =>
  endGuardianship(await world.services(), scene.staff, { id, reason });

it("R10: ended by staff, the next request shows nothing, and without a child the session is over", async () => {
  const guardian = await activeGuardian(world, scene);
  expect(await admit(world, await guardian.session.open())).toMatchObject({
    patientId: scene.childId,
  });
  const before = await guardiansOfRecord(await world.services(), scene.staff, scene.childId);
  expect(before && hasGuardian(before)).toBe(true);
  expect(await end(guardian.id)).toEqual({ ok: true, value: { ended: true } });
  expect(await guardian.session.open()).toBeNull();
  expect(await end(guardian.id)).toMatchObject({ reason: "already_over" });
  expect(await secretsOf(world, scene.practice, "guardian_ended")).toHaveLength(1);
  const record = await guardiansOfRecord(await world.services(), scene.staff, scene.childId);
  expect(record?.guardians).toMatchObject([{ state: "over", endedReason: "Lives elsewhere now" }]);
  // Now a mobile number of their own is missing, and the record says so.
  expect(record && hasGuardian(record)).toBe(false);
});

it("R10: with another child the session goes on for that one alone", async () => {
  const guardian = await activeGuardian(world, scene);
  const sibling = await makePatient(world, scene.practice.id, { dateOfBirth: scene.born });
  const added = await invited(world, scene, { id: sibling });
  const given = { id: added.id, dateOfBirth: scene.born };
  await confirmChild(await world.services(), guardian.actor, given);
  expect((await guardian.session.open())?.guardedPatientIds).toHaveLength(2);
  await end(guardian.id);
  const session = await guardian.session.open();
  expect(await admit(world, session, scene.childId)).toBe("not_found");
  expect(await admit(world, session)).toMatchObject({ patientId: sibling });
});

it("R10: the last day is the practice's: at its midnight the access is over", async () => {
  const today = await todayOf(world, scene.practice);
  const guardian = await activeGuardian(world, scene);
  await inPractice(world.db, scene.practice.id, (tx) =>
    tx.guardianship.updateMany({
      where: { id: guardian.id },
      data: {
        fromOn: new Date(`${today.subtract({ days: 9 })}T00:00:00Z`),
        untilOn: new Date(`${today.add({ days: 1 })}T00:00:00Z`),
      },
    }),
  );
  expect(await guardian.session.open()).not.toBeNull();
  await inPractice(world.db, scene.practice.id, (tx) =>
    tx.guardianship.updateMany({
      where: { id: guardian.id },
      data: { untilOn: new Date(`${today}T00:00:00Z`) },
    }),
  );
  expect(await guardian.session.open()).toBeNull();
});

it("R9, R10: an archived child has no portal, for the guardian neither", async () => {
  const guardian = await activeGuardian(world, scene);
  await inPractice(world.db, scene.practice.id, (tx) =>
    tx.patient.updateMany({
      where: { id: scene.childId },
      data: { archivedAt: new Date(), archivedReason: "Moved" },
    }),
  );
  expect(await guardian.session.open()).toBeNull();
  expect(await invite(world, scene)).toMatchObject({ reason: "record_archived" });
});

it("R10, S9: with the last child an open invitation dies, and a registration under way ends nowhere", async () => {
  const { id, token } = await invited(world, scene);
  await end(id);
  await expect(openLink(world, token)).rejects.toThrow("link_replaced");
  const linked = await linkGuardian(await world.services(), scene.staff, { id, deliver: "show" });
  expect(linked).toMatchObject({ reason: "already_over" });
});

it("R10, S9: a newer invitation, for a sibling, replaces the link and goes on alone", async () => {
  const { id, token } = await invited(world, scene);
  const sibling = await makePatient(world, scene.practice.id, { dateOfBirth: scene.born });
  const newer = await invited(world, scene, { id: sibling });
  await expect(openLink(world, token)).rejects.toThrow("link_replaced");
  await end(id);
  expect(await register(world, scene, newer.token)).toMatchObject({ ok: true });
});

it("R10: taken back between the code and the terms, nobody is registered", async () => {
  const { id, token } = await invited(world, scene);
  const browser = await openLink(world, token);
  const services = await world.services();
  await walkToTerms(world, scene, browser);
  await end(id);
  const done = await acceptTerms(services, browser, { version: TERMS.version });
  expect(done).toMatchObject({ reason: "practice_decides" });
  const logins = await world.db.prisma.login.findMany({
    where: { mobile: nora.mobile, status: "active", homePracticeId: scene.practice.id },
  });
  expect(logins).toEqual([]);
});

it("R10: another practice's staff end nothing", async () => {
  const guardian = await activeGuardian(world, scene);
  const other = await guardianScene(world);
  const elsewhere = await makeClinicActor(world, other.practice.id, "staff");
  const ended = await endGuardianship(await world.services(), elsewhere, {
    id: guardian.id,
    reason: "Mine",
  });
  expect(ended).toMatchObject({ reason: "not_found" });
  expect(await guardian.session.open()).not.toBeNull();
});
