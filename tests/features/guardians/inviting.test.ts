import { beforeAll, beforeEach, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { makePatient } from "../../support/people";
import { openWorld } from "../../support/world";
import { reachCode, secretsOf, warmPasswords } from "../registration/walk";
import {
  admit,
  type GuardianScene,
  guardianScene,
  invite,
  invited,
  nora,
  openLink,
  register,
  registeredGuardian,
  sessionOf,
  todayOf,
} from "./guardian-world";

const world = await openWorld();
let scene: GuardianScene;

beforeAll(warmPasswords);
beforeEach(async () => {
  scene = await guardianScene(world);
});

const guardianships = () =>
  inPractice(world.db, scene.practice.id, (tx) =>
    tx.guardianship.findMany({ where: { practiceId: scene.practice.id }, orderBy: { id: "asc" } }),
  );

it("R10, S9: by mail, by text or shown once, a guardian gets a link of their own", async () => {
  const mailed = await invite(world, scene, { deliver: "mail" });
  expect(mailed).toMatchObject({ ok: true, value: { state: "link" } });
  expect(mailed.ok && mailed.value.link?.url).toBeUndefined();
  const [mail] = await secretsOf(world, scene.practice, "guardian_invitation");
  expect(mail).toMatchObject({ kind: "mail", to: nora.email });
  const shown = await invited(world, scene, {
    deliver: "show",
    firstName: "Per",
    mobile: "+4917640690032",
    email: "per@example.com",
  });
  expect(shown.token).toHaveLength(43);
  const texted = await invite(world, scene, {
    deliver: "sms",
    firstName: "Kim",
    mobile: "+4917640690033",
  });
  expect(texted).toMatchObject({ ok: true });
  expect(await secretsOf(world, scene.practice, "login_link")).toMatchObject([
    { kind: "sms", to: "+4917640690033" },
  ]);
});

it("R10: the link leads through birth date, code, password, mail and terms to a guardian's login", async () => {
  const { token } = await invited(world, scene);
  const done = await register(world, scene, token);
  if (!done.ok) throw new Error(done.reason);
  const login = await world.db.prisma.login.findUniqueOrThrow({
    where: { loginName: done.value.loginName },
    include: { person: true },
  });
  expect(login).toMatchObject({ status: "active", email: nora.email, mobile: nora.mobile });
  const members = await inPractice(world.db, scene.practice.id, (tx) =>
    tx.membership.findMany({ where: { loginId: login.id } }),
  );
  expect(members).toMatchObject([{ role: "guardian", patientId: null }]);
  const session = await sessionOf(world, scene, done.value.loginName);
  expect(await session.open()).toMatchObject({
    role: "guardian",
    ownPatientId: undefined,
    guardedPatientIds: [],
  });
  await expect(openLink(world, token)).rejects.toThrow("link_used");
});

it("R10: a wrong own birth date gets the code screen, and no text leaves", async () => {
  const { token } = await invited(world, scene);
  await openLink(world, token, "1984-03-28");
  expect(await secretsOf(world, scene.practice, "registration_code")).toEqual([]);
});

it("R10: plain registration never makes a guardian: to it, an invited one is nobody", async () => {
  await invited(world, scene);
  const { confirmed } = await reachCode(world, scene.practice, nora);
  expect(confirmed).toMatchObject({ value: { step: "code" } });
  expect(await secretsOf(world, scene.practice, "registration_code")).toEqual([]);
  const rows = await world.db.prisma.registration.findMany({
    where: { practiceId: scene.practice.id },
  });
  expect(rows.map(({ guardianId, outcome }) => ({ guardianId, outcome }))).toEqual([
    { guardianId: null, outcome: "none" },
  ]);
});

it("R10: a sibling's guardian is told by mail and registers nothing again", async () => {
  const { actor, loginName } = await registeredGuardian(world, scene);
  const sibling = await makePatient(world, scene.practice.id, { dateOfBirth: scene.born });
  const again = await invite(world, scene, { id: sibling, firstName: "NORA" });
  expect(again).toMatchObject({ ok: true, value: { state: "added" } });
  expect(await secretsOf(world, scene.practice, "guardian_added")).toMatchObject([
    { kind: "mail", to: nora.email },
  ]);
  const rows = await guardianships();
  expect(new Set(rows.map((row) => row.guardianPersonId))).toEqual(new Set([actor.personId]));
  const session = await sessionOf(world, scene, loginName);
  expect(await admit(world, await session.open(), sibling)).toBe("not_found");
});

it("R10: two invitations of one parent for two children at once make one person", async () => {
  const sibling = await makePatient(world, scene.practice.id, { dateOfBirth: scene.born });
  const both = await Promise.all([invite(world, scene), invite(world, scene, { id: sibling })]);
  expect(both.map((made) => made.ok)).toEqual([true, true]);
  const rows = await guardianships();
  expect(rows).toHaveLength(2);
  expect(new Set(rows.map((row) => row.guardianPersonId)).size).toBe(1);
});

it("R10: of two equal invitations at once one wins", async () => {
  const both = await Promise.all([invite(world, scene), invite(world, scene)]);
  const reasons = both.map((made) => (made.ok ? "made" : made.reason)).sort();
  expect(reasons).toEqual(["already_guardian", "made"]);
});

it("R10: a patient of the practice becomes guardian with the login of their own record", async () => {
  const { mobile: mobilePhone, ...details } = nora;
  const own = await makePatient(world, scene.practice.id, { ...details, mobilePhone });
  const made = await invite(world, scene);
  expect(made).toMatchObject({ ok: true, value: { state: "link" } });
  const record = await inPractice(world.db, scene.practice.id, (tx) =>
    tx.patient.findUniqueOrThrow({
      where: { practiceId_id: { practiceId: scene.practice.id, id: own } },
    }),
  );
  const [row] = await guardianships();
  expect(row?.guardianPersonId).toBe(record.personId);
  const link = made.ok ? (made.value.link?.url?.split("/").at(-1) ?? "") : "";
  const done = await register(world, scene, link);
  if (!done.ok) throw new Error(done.reason);
  const session = await sessionOf(world, scene, done.value.loginName);
  expect(await session.open()).toMatchObject({ role: "patient", ownPatientId: own });
});

it("R10: whom nobody can be invited for, and who cannot be", async () => {
  const today = await todayOf(world, scene.practice);
  const grown = await makePatient(world, scene.practice.id, {
    dateOfBirth: today.subtract({ years: 16 }).toString(),
  });
  expect(await invite(world, scene, { id: grown })).toMatchObject({ reason: "patient_of_age" });
  expect(await invite(world, scene, { mobile: "030 1234567" })).toMatchObject({
    reason: "not_mobile",
  });
  const young = today.subtract({ years: 17 }).toString();
  expect(await invite(world, scene, { dateOfBirth: young })).toMatchObject({
    reason: "guardian_too_young",
  });
  expect(await invite(world, scene, { untilOn: today.toString() })).toMatchObject({
    reason: "until_too_early",
  });
  expect(await guardianships()).toEqual([]);
});

it("R10: another practice's patient is no one to be guardian of", async () => {
  const other = await guardianScene(world);
  expect(await invite(world, scene, { id: other.childId })).toMatchObject({ reason: "not_found" });
});

it("S9: five links a day for one patient, guardians' links included", async () => {
  scene = await guardianScene(world);
  const services = await world.services();
  const most = services.limits.linksPerPatientDay;
  await inPractice(world.db, scene.practice.id, (tx) =>
    tx.loginLink.createMany({
      data: Array.from({ length: most }, () => ({
        practiceId: scene.practice.id,
        patientId: scene.childId,
        purpose: "guardian" as const,
        deliver: "show" as const,
        createdByPersonId: scene.staff.personId,
        createdAt: new Date(services.now.epochMilliseconds),
        expiresAt: new Date(services.now.add({ hours: 24 }).epochMilliseconds),
      })),
    }),
  );
  expect(await invite(world, scene)).toMatchObject({ reason: "too_many_links_for_patient" });
  expect(await guardianships()).toEqual([]);
});
