import { beforeAll, beforeEach, expect, it } from "vitest";
import { answerOnce } from "@/features/registration/answer-once";
import { enterCode } from "@/features/registration/code/enter-code";
import { acceptTerms } from "@/features/registration/completion/accept-terms";
import { confirmDetails } from "@/features/registration/details/confirm-details";
import { startRegistration } from "@/features/registration/details/start-registration";
import { proveEmail } from "@/features/registration/email/prove-email";
import { createPassword } from "@/features/registration/password/create-password";
import { makePractice, openWorld, type PracticeMade } from "../../support/world";
import {
  anna,
  makeAnna,
  newestSecret,
  PASSWORD,
  publishTerms,
  reachEmail,
  secretsOf,
  shortNameOf,
  TERMS,
  visitor,
  warmPasswords,
} from "./walk";

const world = await openWorld();
let practice: PracticeMade;

beforeAll(warmPasswords);

beforeEach(async () => {
  practice = await makePractice(world);
  await makeAnna(world, practice);
  await publishTerms(world, practice);
});

const withKey = (idempotencyKey: string) => world.services({ idempotencyKey });

const confirm = answerOnce("confirm", confirmDetails);
const code = answerOnce("code", enterCode);
const password = answerOnce("password", createPassword);
const terms = answerOnce("terms", acceptTerms);

it("S16: a step whose answer was lost is answered again, once done and not twice", async () => {
  const services = await world.services();
  const started = await startRegistration(services, visitor(), {
    ...anna,
    practice: await shortNameOf(world, practice),
  });
  if (!started.ok || !started.value.token) throw new Error("did not start");
  const browser = visitor(started.value.token);
  for (const _ of ["sent", "sent again"]) {
    expect(await confirm(await withKey("a"), browser, {})).toEqual({
      ok: true,
      value: { step: "code" },
    });
  }
  expect(await secretsOf(world, practice, "registration_code")).toHaveLength(1);
  const right = { code: await newestSecret(world, practice, "registration_code") };
  for (const _ of ["sent", "sent again"]) {
    expect(await code(await withKey("b"), browser, right)).toEqual({
      ok: true,
      value: { step: "password" },
    });
  }
  for (const _ of ["sent", "sent again"]) {
    expect(await password(await withKey("c"), browser, { password: PASSWORD })).toEqual({
      ok: true,
      value: { step: "email" },
    });
  }
  const other = await password(await withKey("c"), browser, { password: `${PASSWORD} too` });
  expect(other).toEqual({ ok: false, reason: "idempotency_key_reused" });
  expect(await secretsOf(world, practice, "registration_email")).toHaveLength(1);
  const token = await newestSecret(world, practice, "registration_email");
  await proveEmail(await withKey("d"), browser, { token, password: PASSWORD });
  for (const _ of ["sent", "sent again"]) {
    expect(await terms(await withKey("e"), browser, { version: TERMS.version })).toEqual({
      ok: true,
      value: { step: "done", loginName: expect.any(String) },
    });
  }
  expect(await secretsOf(world, practice, "registration_done")).toHaveLength(1);
});

it("S16: without a key, or with another, a step posted twice is out of order", async () => {
  const services = await world.services();
  const started = await startRegistration(services, visitor(), {
    ...anna,
    practice: await shortNameOf(world, practice),
  });
  if (!started.ok || !started.value.token) throw new Error("did not start");
  const browser = visitor(started.value.token);
  await confirm(await withKey("a"), browser, {});
  for (const request of [await withKey("b"), services]) {
    expect(await confirm(request, browser, {})).toMatchObject({
      reason: "wrong_step",
      detail: { step: "code" },
    });
  }
});

it("S16: the answer to one browser is no answer to another", async () => {
  const first = await startRegistration(await world.services(), visitor(), {
    ...anna,
    practice: await shortNameOf(world, practice),
  });
  if (!first.ok || !first.value.token) throw new Error("did not start");
  await confirm(await withKey("a"), visitor(first.value.token), {});
  expect(await confirm(await withKey("a"), visitor(), {})).toMatchObject({
    reason: "no_registration",
  });
});

it("R3, S16: the mailed link used in another browser, its answer lost: the same submission gets in, no other", async () => {
  const { token } = await reachEmail(world, practice);
  const input = { token, password: PASSWORD };
  const lost = await proveEmail(await withKey("k"), visitor(), input);
  expect(lost).toMatchObject({ ok: true });
  expect(await proveEmail(await withKey("other"), visitor(), input)).toMatchObject({
    reason: "mail_link_used",
  });
  expect(
    await proveEmail(await withKey("k"), visitor(), { token, password: "not the password" }),
  ).toMatchObject({ reason: "wrong_password" });
  const again = await proveEmail(await withKey("k"), visitor(), input);
  if (!again.ok || !again.value.token || !lost.ok || !lost.value.token) throw new Error("lost");
  const services = await world.services();
  expect(
    await acceptTerms(services, visitor(lost.value.token), { version: TERMS.version }),
  ).toMatchObject({ reason: "no_registration" });
  expect(
    await acceptTerms(services, visitor(again.value.token), { version: TERMS.version }),
  ).toMatchObject({ ok: true });
  expect(await proveEmail(await withKey("k"), visitor(), input)).toMatchObject({
    reason: "mail_link_used",
  });
});
