import { beforeAll, beforeEach, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { createLoginLink } from "@/features/login-links/create-login-link";
import { confirmDetails } from "@/features/registration/details/confirm-details";
import { changeEmail } from "@/features/registration/email/change-email";
import { createPassword } from "@/features/registration/password/create-password";
import { makeSession } from "../../support/people";
import { openWorld } from "../../support/world";
import { PASSWORD, secretsOf, warmPasswords } from "../registration/walk";
import { type LinkScene, linkScene } from "./link-walk";

const world = await openWorld();
let scene: LinkScene;

beforeAll(warmPasswords);
beforeEach(async () => {
  scene = await linkScene(world);
});

it("R7: for somebody registered it sets the password, ends every session, and logs nobody in", async () => {
  const person = await scene.register();
  await makeSession(world, scene.practice.id, person, "patient");
  const browser = await scene.open(await scene.linkToken());
  expect(await scene.passCode(browser)).toEqual({ ok: true, value: { step: "confirm" } });
  const services = await world.services();
  await confirmDetails(services, browser);
  const done = await createPassword(services, browser, { password: PASSWORD });
  expect(done).toEqual({ ok: true, value: { step: "done", loginName: person.loginName } });
  const { prisma } = world.db;
  const credential = await prisma.credential.findUniqueOrThrow({
    where: { loginId: person.loginId },
  });
  const verified = await services.passwords.verify(credential.passwordHash, PASSWORD);
  expect(verified).toMatchObject({ value: { matches: true } });
  const live = await prisma.session.count({ where: { loginId: person.loginId, endedAt: null } });
  expect(live).toBe(0);
  expect(await secretsOf(world, scene.practice, "password_changed")).toHaveLength(1);
});

it("S2: before the code, no other route tells a right birth date from a wrong one", async () => {
  await scene.register();
  const token = await scene.linkToken();
  const answers = [];
  for (const browser of [await scene.open(token), await scene.open(token, "1990-04-03")]) {
    const services = await world.services();
    answers.push([
      await changeEmail(services, browser, { email: "new@example.com" }),
      await confirmDetails(services, browser),
      await createPassword(services, browser, { password: PASSWORD }),
    ]);
  }
  expect(answers[0]).toEqual(answers[1]);
  expect(answers[0]?.map((answer) => (answer.ok ? "ok" : answer.reason))).toEqual([
    "wrong_step",
    "wrong_step",
    "wrong_step",
  ]);
});

it("S8: a number staff changed an hour ago serves no link", async () => {
  const person = await scene.register();
  const token = await scene.linkToken();
  const { now } = await world.services();
  await world.db.prisma.login.update({
    where: { id: person.loginId },
    data: { mobileUsableFromAt: new Date(now.add({ hours: 23 }).epochMilliseconds) },
  });
  await scene.open(token);
  expect(await secretsOf(world, scene.practice, "registration_code")).toEqual([]);
  expect(
    await createLoginLink(await world.services(), scene.staff, {
      id: scene.patientId,
      deliver: "mail",
    }),
  ).toMatchObject({ reason: "mobile_too_new" });
});

it("S9: a number staff change after the code was right ends the set-up; staff see it", async () => {
  const person = await scene.register();
  const browser = await scene.passLink();
  const services = await world.services();
  await confirmDetails(services, browser);
  const { practice, patientId } = scene;
  await inPractice(world.db, practice.id, (tx) =>
    tx.patient.update({
      where: { practiceId_id: { practiceId: practice.id, id: patientId } },
      data: { mobilePhone: "+4917640690099" },
    }),
  );
  expect(await createPassword(services, browser, { password: PASSWORD })).toMatchObject({
    reason: "practice_decides",
  });
  expect(await createPassword(services, browser, { password: PASSWORD })).toMatchObject({
    reason: "wrong_step",
    detail: { step: "failed" },
  });
  const { passwordHash } = await world.db.prisma.credential.findUniqueOrThrow({
    where: { loginId: person.loginId },
  });
  const verified = await services.passwords.verify(passwordHash, PASSWORD);
  expect(verified).toMatchObject({ value: { matches: false } });
  const listed = await inPractice(world.db, practice.id, (tx) =>
    tx.failedRegistration.count({ where: { patientId } }),
  );
  expect(listed).toBe(1);
});

it.each([
  { resetFactors: true, left: 0, mails: 1 },
  { resetFactors: undefined, left: 2, mails: 0 },
])(
  "R13: using a link takes every factor away where staff wanted it ($resetFactors), not before",
  async ({ resetFactors, left, mails }) => {
    const person = await scene.register();
    const { prisma } = world.db;
    const common = {
      loginId: person.loginId,
      kind: "recovery_code",
      createdAt: new Date(),
    } as const;
    for (const digit of [1, 2])
      await prisma.factor.create({
        data: { ...common, codeDigest: new Uint8Array(Buffer.from(`${person.loginId}${digit}`)) },
      });
    const services = await world.services();
    const browser = await scene.passLink({ resetFactors });
    await confirmDetails(services, browser);
    expect(await prisma.factor.count({ where: { loginId: person.loginId } })).toBe(2);
    await createPassword(services, browser, { password: PASSWORD });
    expect(await prisma.factor.count({ where: { loginId: person.loginId } })).toBe(left);
    const told = await inPractice(world.db, scene.practice.id, (tx) =>
      tx.delivery.count({ where: { practiceId: scene.practice.id, purpose: "factors_reset" } }),
    );
    expect(told).toBe(mails);
  },
);
