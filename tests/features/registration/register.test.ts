import { beforeAll, beforeEach, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { enterCode } from "@/features/registration/code/enter-code";
import { acceptTerms } from "@/features/registration/completion/accept-terms";
import { currentTerms } from "@/features/registration/completion/current-terms";
import { confirmDetails } from "@/features/registration/details/confirm-details";
import { startRegistration } from "@/features/registration/details/start-registration";
import { proveEmail } from "@/features/registration/email/prove-email";
import { issueLogin } from "@/features/registration/logins/issue-login";
import { lockRecord } from "@/features/registration/logins/lock-record";
import { registrationOfCookie } from "@/features/registration/own-registration";
import { createPassword } from "@/features/registration/password/create-password";
import { purgeRegistrations } from "@/features/registration/purge-registrations";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import {
  anna,
  makeAnna,
  newestSecret,
  PASSWORD,
  publishTerms,
  reachCode,
  reachEmail,
  reachPassword,
  reachTerms,
  secretsOf,
  shortNameOf,
  TERMS,
  visitor,
  warmPasswords,
} from "./walk";

const world = await openWorld();
let practice: PracticeMade;
let patientId: string;

beforeEach(async () => {
  practice = await makePractice(world);
  patientId = await makeAnna(world, practice);
  await publishTerms(world, practice);
});

beforeAll(warmPasswords);

it("R1–R4: the four details, the code, the password, the mail, the terms; then the login works", async () => {
  const browser = await reachTerms(world, practice);
  const services = await world.services();
  const terms = await currentTerms(services, browser, {});
  expect(terms).toMatchObject({ ok: true, value: TERMS });
  const done = await acceptTerms(services, browser, { version: TERMS.version });
  expect(done).toMatchObject({ ok: true, value: { step: "done", loginName: "anna.lindqvist" } });

  const login = await world.db.prisma.login.findUniqueOrThrow({
    where: { loginName: "anna.lindqvist" },
    include: { credential: true, factors: true },
  });
  expect(login).toMatchObject({
    status: "active",
    email: anna.email,
    emailFolded: anna.email,
    mobile: anna.mobile,
  });
  expect(login.factors.map(({ kind, confirmedAt }) => [kind, confirmedAt !== null])).toEqual([
    ["sms", true],
  ]);
  const verified = await services.passwords.verify(
    login.credential?.passwordHash ?? null,
    PASSWORD,
  );
  expect(verified).toMatchObject({ ok: true, value: { matches: true } });
  const [record, membership, updates] = await inPractice(world.db, practice.id, async (tx) => [
    await tx.patient.findFirstOrThrow({ where: { id: patientId } }),
    await tx.membership.findFirst({ where: { loginId: login.id } }),
    await tx.delivery.findMany({ where: { kind: "pms_update" } }),
  ]);
  expect(record).toMatchObject({ loginId: login.id, portalStatus: "registered" });
  expect(record.emailVerifiedAt).not.toBeNull();
  expect(record.mobileVerifiedAt).not.toBeNull();
  expect(membership).toMatchObject({ role: "patient", patientId });
  expect(updates.map((update) => update.patientId)).toEqual([patientId]);
  expect(await secretsOf(world, practice, "registration_done")).toHaveLength(1);
});

it("R4: before the terms are accepted nobody is registered", async () => {
  await reachTerms(world, practice);
  const record = await inPractice(world.db, practice.id, (tx) =>
    tx.patient.findFirstOrThrow({ where: { id: patientId } }),
  );
  expect(record).toMatchObject({ loginId: null, portalStatus: "none" });
});

it("R4: an older version of the terms is refused with the newest one", async () => {
  const browser = await reachTerms(world, practice);
  await world.advance("PT1S");
  await publishTerms(world, practice, { version: "2026-02", text: "Be kinder." });
  const refusal = await acceptTerms(await world.services(), browser, { version: TERMS.version });
  expect(refusal).toMatchObject({
    ok: false,
    reason: "terms_outdated",
    detail: { version: "2026-02", text: "Be kinder." },
  });
  const again = await acceptTerms(await world.services(), browser, { version: "2026-02" });
  expect(again.ok).toBe(true);
});

it("S2: a step out of order changes nothing and names the step that is due", async () => {
  const { browser } = await reachCode(world, practice);
  const services = await world.services();
  for (const refusal of [
    await confirmDetails(services, browser),
    await createPassword(services, browser, { password: PASSWORD }),
    await acceptTerms(services, browser, { version: TERMS.version }),
  ]) {
    expect(refusal).toMatchObject({ ok: false, reason: "wrong_step", detail: { step: "code" } });
  }
  expect(await createPassword(services, visitor(), { password: PASSWORD })).toMatchObject({
    reason: "no_registration",
  });
});

it("R1: before the details are confirmed they may be corrected, in the same registration", async () => {
  const services = await world.services();
  const practiceName = await shortNameOf(world, practice);
  const first = await startRegistration(services, visitor(), {
    ...anna,
    firstName: "Ana",
    practice: practiceName,
  });
  if (!first.ok || !first.value.token) throw new Error("did not start");
  const browser = visitor(first.value.token);
  const second = await startRegistration(services, browser, { ...anna, practice: practiceName });
  expect(second).toMatchObject({ ok: true, value: { step: "confirm", token: null } });
  await confirmDetails(services, browser);
  expect(await secretsOf(world, practice, "registration_code")).toHaveLength(1);
});

it("R3, S2: the mail may be opened elsewhere; the registration goes on there and only there", async () => {
  const { browser, token } = await reachEmail(world, practice);
  const services = await world.services();
  const wrong = await proveEmail(services, visitor(), { token, password: "not the password" });
  expect(wrong).toMatchObject({ ok: false, reason: "wrong_password" });
  const proved = await proveEmail(services, visitor(), { token, password: PASSWORD });
  if (!proved.ok || !proved.value.token) throw new Error("not moved");
  expect(await acceptTerms(services, browser, { version: TERMS.version })).toMatchObject({
    reason: "continued_elsewhere",
  });
  const first = await registrationOfCookie(services, browser.cookies.get("registration"));
  expect(first?.passwordHash).toBeNull();
  expect(await proveEmail(services, visitor(), { token, password: PASSWORD })).toMatchObject({
    reason: "mail_link_used",
  });
  const elsewhere = visitor(proved.value.token);
  expect(await acceptTerms(services, elsewhere, { version: TERMS.version })).toMatchObject({
    ok: true,
  });
});

it("R16: a password made of one's own words, too short or common is refused, and nothing moves", async () => {
  const browser = await reachPassword(world, practice);
  const services = await world.services();
  const reasons = [];
  for (const password of ["short", "Lindqvist-1990-Anna", "passwordpassword"]) {
    const refusal = await createPassword(services, browser, { password });
    reasons.push(refusal.ok ? "taken" : refusal.reason);
  }
  expect(reasons).toEqual(["password_too_short", "password_personal", "password_common"]);
  const kept = await registrationOfCookie(services, browser.cookies.get("registration"));
  expect(kept).toMatchObject({ step: "password", passwordHash: null });
});

it("S3: five wrong tries spend a code, also when they come at once", async () => {
  const { browser } = await reachCode(world, practice);
  const code = await newestSecret(world, practice, "registration_code");
  const wrong = code === "000000" ? "000001" : "000000";
  const services = await world.services();
  const tries = await Promise.all(
    Array.from({ length: 12 }, () => enterCode(services, browser, { code: wrong })),
  );
  const reasons = tries.map((result) => (result.ok ? "ok" : result.reason));
  expect(reasons.filter((reason) => reason === "code_wrong")).toHaveLength(5);
  expect(await enterCode(services, browser, { code })).toMatchObject({
    reason: "code_tries_spent",
  });
});

it("S3: a right code works once, and ends after ten minutes", async () => {
  const { browser } = await reachCode(world, practice);
  const code = await newestSecret(world, practice, "registration_code");
  const services = await world.services();
  const both = await Promise.all([
    enterCode(services, browser, { code }),
    enterCode(services, browser, { code }),
  ]);
  expect(both.filter((result) => result.ok)).toHaveLength(1);

  const other = await makePractice(world);
  await makeAnna(world, other);
  const late = await reachCode(world, other);
  const lateCode = await newestSecret(world, other, "registration_code");
  await world.advance("PT10M");
  expect(await enterCode(await world.services(), late.browser, { code: lateCode })).toMatchObject({
    reason: "code_expired",
  });
});

it("S2: a registration ends after 24 hours and is purged", async () => {
  const browser = await reachPassword(world, practice);
  await world.advance("PT24H");
  const services = await world.services();
  expect(await createPassword(services, browser, { password: PASSWORD })).toMatchObject({
    reason: "registration_expired",
  });
  expect(await purgeRegistrations(services)).toBeGreaterThan(0);
  expect(await registrationOfCookie(services, browser.cookies.get("registration"))).toBeNull();
});

it("R16, S1: a password made of the login name, which nobody has seen yet, is called one of the name", async () => {
  const issued = await inPractice(world.db, practice.id, async (tx) => {
    const record = await lockRecord(tx, practice.id, patientId);
    return record && issueLogin(tx, await world.services(), record, "en");
  });
  const browser = await reachPassword(world, practice);
  const password = `${issued?.loginName}-2026`;
  expect(await createPassword(await world.services(), browser, { password })).toEqual({
    ok: false,
    reason: "password_personal",
    detail: { found: "name" },
  });
});
