import { beforeAll, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { startLogin } from "@/features/access/login/start-login";
import { requestPasswordReset } from "@/features/access/passwords/request-password-reset";
import { acceptTerms } from "@/features/registration/completion/accept-terms";
import { confirmDetails } from "@/features/registration/details/confirm-details";
import { startRegistration } from "@/features/registration/details/start-registration";
import { changeEmail } from "@/features/registration/email/change-email";
import { createPassword } from "@/features/registration/password/create-password";
import { newToken } from "@/security/tokens";
import { makePerson } from "../../support/people";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import { linkScene } from "../login-links/link-walk";
import {
  anna,
  makeAnna,
  PASSWORD,
  publishTerms,
  reachTerms,
  shortNameOf,
  TERMS,
  visitor,
  warmPasswords,
} from "../registration/walk";

const world = await openWorld();

beforeAll(warmPasswords);

function actions(practice: PracticeMade, action: string) {
  return inPractice(world.db, practice.id, (tx) =>
    tx.auditEntry.findMany({
      where: { practiceId: practice.id, action },
      select: { objectId: true, patientId: true, detail: true },
    }),
  );
}

it("S7: a password set by a login link leaves nothing open that the old one opened", async () => {
  const scene = await linkScene(world);
  const { loginId } = await scene.register();
  const services = await world.services();
  const at = fromInstant(services.now);
  const later = fromInstant(services.now.add({ minutes: 10 }));
  const { prisma } = world.db;
  const { digest } = newToken(services.random);
  await prisma.knownBrowser.create({ data: { loginId, digest, createdAt: at, lastUsedAt: at } });
  await prisma.token.create({
    data: {
      purpose: "email_change",
      digest,
      loginId,
      practiceId: scene.practice.id,
      createdAt: at,
      expiresAt: later,
    },
  });
  await prisma.oneTimeCode.create({
    data: {
      purpose: "login",
      challengeId: services.random.uuid(),
      loginId,
      practiceId: scene.practice.id,
      mobile: anna.mobile,
      codeHmac: digest,
      sentAt: at,
      expiresAt: later,
    },
  });

  const browser = await scene.passLink();
  await confirmDetails(services, browser);
  const set = await createPassword(services, browser, { password: PASSWORD });
  expect(set).toMatchObject({ value: { step: "done" } });

  const open = { usedAt: null, replacedAt: null };
  expect({
    browsers: await prisma.knownBrowser.count({ where: { loginId } }),
    links: await prisma.token.count({ where: { loginId, ...open } }),
    codes: await prisma.oneTimeCode.count({ where: { loginId, ...open } }),
  }).toEqual({ browsers: 0, links: 0, codes: 0 });
});

it("S19: a reset asked for one address is in the log of every practice it concerns", async () => {
  const practices = [await makePractice(world), await makePractice(world)];
  const email = "shared.family@mail.example.com";
  for (const practice of practices) await makePerson(world, practice.id, { role: "staff", email });
  await requestPasswordReset(await world.services(), null, { email });
  for (const practice of practices)
    expect(await actions(practice, "password_reset.requested")).toHaveLength(1);
});

it("S19: corrections before and after the code are in the log, without the address", async () => {
  const scene = await linkScene(world);
  const { practice, patientId } = scene;
  const services = await world.services();
  const details = { ...anna, practice: await shortNameOf(world, practice) };
  const started = await startRegistration(services, visitor(), details);
  if (!started.ok || started.value.token === null) throw new Error("did not start");
  await startRegistration(services, visitor(started.value.token), { ...details, lastName: "Lind" });
  const browser = await scene.passLink();
  expect(await changeEmail(services, browser, { email: "anna.new@example.com" })).toMatchObject({
    ok: true,
  });
  const rows = await actions(practice, "registration.corrected");
  expect(rows.map((row) => row.patientId).sort()).toEqual([patientId, null].sort());
  expect(JSON.stringify(rows)).not.toContain("anna.new");
});

it("S19: a right password without a second factor is in the log", async () => {
  const practice = await makePractice(world);
  const { loginName } = await makePerson(world, practice.id, { role: "staff", password: PASSWORD });
  const login = await startLogin(await world.services(), visitor(), {
    loginName,
    password: PASSWORD,
  });
  expect(login).toMatchObject({ ok: false, reason: "factor_missing" });
  expect(await actions(practice, "login.factor_missing")).toHaveLength(1);
});

it("R8: a record that changed under way is listed for staff, and in the log", async () => {
  const practice = await makePractice(world);
  const patientId = await makeAnna(world, practice);
  await publishTerms(world, practice);
  const browser = await reachTerms(world, practice);
  await inPractice(world.db, practice.id, (tx) =>
    tx.patient.update({
      where: { practiceId_id: { practiceId: practice.id, id: patientId } },
      data: { archivedAt: new Date(0), archivedReason: "moved away" },
    }),
  );
  const accepted = await acceptTerms(await world.services(), browser, { version: TERMS.version });
  expect(accepted).toMatchObject({ ok: false, reason: "practice_decides" });
  const failed = await inPractice(world.db, practice.id, (tx) =>
    tx.failedRegistration.findMany({
      where: { practiceId: practice.id },
      select: { cause: true, patientId: true },
    }),
  );
  expect(failed).toEqual([{ cause: "archived", patientId }]);
  expect(await actions(practice, "registration.failed")).toHaveLength(1);
});

it.each(["0000-01-01", "0050-06-15", "1850-01-01", "2199-01-01"])(
  "a login link is not opened by somebody born on %s",
  async (dateOfBirth) => {
    const scene = await linkScene(world);
    const started = await scene.give(await scene.linkToken(), dateOfBirth);
    expect(started).toMatchObject({ ok: false, reason: "birth_date_unlikely" });
  },
);
