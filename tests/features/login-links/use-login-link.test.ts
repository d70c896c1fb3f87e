import { beforeAll, beforeEach, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { enterCode } from "@/features/registration/code/enter-code";
import { acceptTerms } from "@/features/registration/completion/accept-terms";
import { confirmDetails } from "@/features/registration/details/confirm-details";
import { changeEmail } from "@/features/registration/email/change-email";
import { proveEmail } from "@/features/registration/email/prove-email";
import { findLoginLink, noteLinkOpened } from "@/features/registration/links/login-link-token";
import { createPassword } from "@/features/registration/password/create-password";
import { openWorld } from "../../support/world";
import { PASSWORD, secretsOf, TERMS, warmPasswords } from "../registration/walk";
import { type LinkScene, linkScene } from "./link-walk";

const world = await openWorld();
let scene: LinkScene;

beforeAll(warmPasswords);
beforeEach(async () => {
  scene = await linkScene(world);
});

it("R7: birth date, code, confirm, password, mail, terms; the link is used then", async () => {
  const token = await scene.linkToken();
  const browser = await scene.open(token);
  expect(await scene.passCode(browser)).toEqual({ ok: true, value: { step: "confirm" } });
  const services = await world.services();
  const email = "new.address@example.com";
  expect(await changeEmail(services, browser, { email })).toMatchObject({ ok: true });
  expect(await confirmDetails(services, browser)).toMatchObject({ value: { step: "password" } });
  await createPassword(services, browser, { password: PASSWORD });
  const mailed = (await secretsOf(world, scene.practice, "registration_email")).at(-1);
  expect(mailed?.to).toBe(email);
  await proveEmail(services, browser, { token: mailed?.secret ?? "", password: PASSWORD });
  expect(await acceptTerms(services, browser, { version: TERMS.version })).toMatchObject({
    value: { step: "done" },
  });
  const record = await inPractice(world.db, scene.practice.id, (tx) =>
    tx.patient.findFirstOrThrow({ where: { id: scene.patientId } }),
  );
  expect(record).toMatchObject({ email, portalStatus: "registered" });
  expect(await scene.give(token)).toMatchObject({ ok: false, reason: "link_used" });
});

it("S2, S9: a wrong birth date gets the same answer and no text, and does not use the link up", async () => {
  const token = await scene.linkToken();
  const wrong = await scene.open(token, "1990-04-03");
  expect(await secretsOf(world, scene.practice, "registration_code")).toEqual([]);
  expect(await enterCode(await world.services(), wrong, { code: "123456" })).toMatchObject({
    reason: "code_wrong",
    detail: { triesLeft: 4 },
  });
  const browser = await scene.open(token);
  expect(await scene.passCode(browser)).toMatchObject({ ok: true });
});

it("R7: two browsers with one link: one gets through", async () => {
  const token = await scene.linkToken();
  const browsers = [await scene.open(token), await scene.open(token)];
  const codes = (await secretsOf(world, scene.practice, "registration_code")).map(
    ({ secret }) => secret,
  );
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
  const older = await scene.linkToken();
  const newer = await scene.linkToken();
  expect(await scene.give(older)).toMatchObject({ reason: "link_replaced" });
  await world.advance("PT24H");
  expect(await scene.give(newer)).toMatchObject({ reason: "link_expired" });
  expect(await scene.give("x".repeat(43))).toMatchObject({ reason: "link_unknown" });
  const listed = await inPractice(world.db, scene.practice.id, (tx) =>
    tx.failedRegistration.findMany({
      where: { patientId: scene.patientId },
      select: { cause: true },
    }),
  );
  expect(listed).toEqual([{ cause: "link_expired" }]);
});

it("R3, R7: opening the page any number of times uses nothing up", async () => {
  const token = await scene.linkToken();
  for (let index = 0; index < 3; index += 1) {
    const services = await world.services();
    const link = await findLoginLink(services, token);
    if (!link) throw new Error("no link");
    expect(link.use.ok).toBe(true);
    await noteLinkOpened(services, link);
  }
  const [row] = await inPractice(world.db, scene.practice.id, (tx) => tx.loginLink.findMany());
  expect(row).toMatchObject({ usedAt: null, openedAt: expect.any(Date) });
});
