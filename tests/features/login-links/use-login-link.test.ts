import { beforeAll, beforeEach, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { createLoginLink } from "@/features/login-links/create-login-link";
import { acceptTerms } from "@/features/registration/accept-terms";
import { changeEmail } from "@/features/registration/change-email";
import { confirmDetails } from "@/features/registration/confirm-details";
import { createPassword } from "@/features/registration/create-password";
import { enterCode } from "@/features/registration/enter-code";
import { findLoginLink, noteLinkOpened } from "@/features/registration/login-link-token";
import { proveEmail } from "@/features/registration/prove-email";
import { startRegistration } from "@/features/registration/start-registration";
import { makeClinicActor, makePerson, makeSession } from "../../support/people";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import {
  anna,
  makeAnna,
  newestSecret,
  PASSWORD,
  publishTerms,
  secretsOf,
  TERMS,
  visitor,
} from "../registration/walk";

const world = await openWorld();
let practice: PracticeMade;
let staff: ClinicActor;
let patientId: string;

beforeAll(async () => {
  const { judgeCommonness } = await import("@/security/common-passwords");
  await judgeCommonness("warm");
});

beforeEach(async () => {
  practice = await makePractice(world);
  staff = await makeClinicActor(world, practice.id, "staff");
  patientId = await makeAnna(world, practice);
  await publishTerms(world, practice);
});

async function linkToken(): Promise<string> {
  const made = await createLoginLink(await world.services(), staff, {
    id: patientId,
    deliver: "show",
  });
  if (!made.ok) throw new Error(made.reason);
  return made.value.url?.split("/").at(-1) ?? "";
}

async function open(token: string, dateOfBirth = anna.dateOfBirth) {
  const started = await startRegistration(await world.services(), visitor(), {
    linkToken: token,
    dateOfBirth,
  });
  if (!started.ok) throw new Error(started.reason);
  return visitor(started.value.token ?? "");
}

async function passCode(browser: ReturnType<typeof visitor>) {
  const code = await newestSecret(world, practice, "registration_code");
  return enterCode(await world.services(), browser, { code });
}

async function register() {
  const person = await makePerson(world, practice.id, {
    role: "patient",
    patientId,
    password: "the former password 7",
    email: anna.email,
    mobile: anna.mobile,
  });
  await inPractice(world.db, practice.id, (tx) =>
    tx.patient.update({
      where: { practiceId_id: { practiceId: practice.id, id: patientId } },
      data: { loginId: person.loginId, personId: person.personId, portalStatus: "registered" },
    }),
  );
  return person;
}

it("R7: birth date, code, confirm, password, mail, terms; the link is used then", async () => {
  const token = await linkToken();
  const browser = await open(token);
  expect(await passCode(browser)).toEqual({ ok: true, value: { step: "confirm" } });
  const services = await world.services();
  const email = "new.address@example.com";
  expect(await changeEmail(services, browser, { email })).toMatchObject({ ok: true });
  expect(await confirmDetails(services, browser)).toMatchObject({ value: { step: "password" } });
  await createPassword(services, browser, { password: PASSWORD });
  const mailed = (await secretsOf(world, practice, "registration_email")).at(-1);
  expect(mailed?.to).toBe(email);
  await proveEmail(services, browser, { token: mailed?.secret ?? "", password: PASSWORD });
  expect(await acceptTerms(services, browser, { version: TERMS.version })).toMatchObject({
    value: { step: "done" },
  });
  const record = await inPractice(world.db, practice.id, (tx) =>
    tx.patient.findFirstOrThrow({ where: { id: patientId } }),
  );
  expect(record).toMatchObject({ email, portalStatus: "registered" });
  const again = await startRegistration(services, visitor(), {
    linkToken: token,
    dateOfBirth: anna.dateOfBirth,
  });
  expect(again).toMatchObject({ ok: false, reason: "link_used" });
});

it("R7: for somebody registered it sets the password, ends every session, and logs nobody in", async () => {
  const person = await register();
  await makeSession(world, practice.id, person, "patient");
  const browser = await open(await linkToken());
  expect(await passCode(browser)).toEqual({ ok: true, value: { step: "confirm" } });
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
  expect(await secretsOf(world, practice, "password_changed")).toHaveLength(1);
});

it("S2, S9: a wrong birth date gets the same answer and no text, and does not use the link up", async () => {
  const token = await linkToken();
  const wrong = await open(token, "1990-04-03");
  expect(await secretsOf(world, practice, "registration_code")).toEqual([]);
  expect(await enterCode(await world.services(), wrong, { code: "123456" })).toMatchObject({
    reason: "code_wrong",
    detail: { triesLeft: 4 },
  });
  const browser = await open(token);
  expect(await passCode(browser)).toMatchObject({ ok: true });
});

it("S2: before the code, no other route tells a right birth date from a wrong one", async () => {
  await register();
  const token = await linkToken();
  const answers = [];
  for (const browser of [await open(token), await open(token, "1990-04-03")]) {
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

it("R7: two browsers with one link: one gets through", async () => {
  const token = await linkToken();
  const browsers = [await open(token), await open(token)];
  const codes = (await secretsOf(world, practice, "registration_code")).map(({ secret }) => secret);
  const services = await world.services();
  const entered = await Promise.all(
    browsers.map((browser, index) => enterCode(services, browser, { code: codes[index] ?? "" })),
  );
  expect(entered.map((result) => (result.ok ? "through" : result.reason)).sort()).toEqual([
    "link_used",
    "through",
  ]);
});

it("R7: older links die with a newer one, and after 24 hours each", async () => {
  const older = await linkToken();
  const newer = await linkToken();
  const give = async (linkToken: string) =>
    startRegistration(await world.services(), visitor(), {
      linkToken,
      dateOfBirth: anna.dateOfBirth,
    });
  expect(await give(older)).toMatchObject({ reason: "link_replaced" });
  await world.advance("PT24H");
  expect(await give(newer)).toMatchObject({ reason: "link_expired" });
  expect(await give("x".repeat(43))).toMatchObject({ reason: "link_unknown" });
  const listed = await inPractice(world.db, practice.id, (tx) =>
    tx.failedRegistration.findMany({ where: { patientId }, select: { cause: true } }),
  );
  expect(listed).toEqual([{ cause: "link_expired" }]);
});

it("R3, R7: opening the page any number of times uses nothing up", async () => {
  const token = await linkToken();
  for (let index = 0; index < 3; index += 1) {
    const services = await world.services();
    const link = await findLoginLink(services, token);
    if (!link) throw new Error("no link");
    expect(link.use.ok).toBe(true);
    await noteLinkOpened(services, link);
  }
  const [row] = await inPractice(world.db, practice.id, (tx) => tx.loginLink.findMany());
  expect(row).toMatchObject({ usedAt: null, openedAt: expect.any(Date) });
});

it("S8: a number staff changed an hour ago serves no link", async () => {
  const person = await register();
  const token = await linkToken();
  const { now } = await world.services();
  await world.db.prisma.login.update({
    where: { id: person.loginId },
    data: { mobileUsableFromAt: new Date(now.add({ hours: 23 }).epochMilliseconds) },
  });
  await open(token);
  expect(await secretsOf(world, practice, "registration_code")).toEqual([]);
  expect(
    await createLoginLink(await world.services(), staff, { id: patientId, deliver: "mail" }),
  ).toMatchObject({ reason: "mobile_too_new" });
});

it.each([
  { resetFactors: true, left: 0, mails: 1 },
  { resetFactors: undefined, left: 2, mails: 0 },
])(
  "R13: using a link takes every factor away where staff wanted it ($resetFactors), not before",
  async ({ resetFactors, left, mails }) => {
    const person = await register();
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
    const made = await createLoginLink(services, staff, {
      id: patientId,
      deliver: "show",
      resetFactors,
    });
    if (!made.ok) throw new Error(made.reason);
    const browser = await open(made.value.url?.split("/").at(-1) ?? "");
    await passCode(browser);
    await confirmDetails(services, browser);
    expect(await prisma.factor.count({ where: { loginId: person.loginId } })).toBe(2);
    await createPassword(services, browser, { password: PASSWORD });
    expect(await prisma.factor.count({ where: { loginId: person.loginId } })).toBe(left);
    const told = await inPractice(world.db, practice.id, (tx) =>
      tx.delivery.count({ where: { practiceId: practice.id, purpose: "factors_reset" } }),
    );
    expect(told).toBe(mails);
  },
);
