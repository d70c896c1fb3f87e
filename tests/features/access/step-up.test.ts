import { describe, expect, it } from "vitest";
import { POST as makeLink } from "@/app/api/patients/[id]/login-links/route";
import { POST as complete } from "@/app/api/step-up/complete/route";
import { POST as start } from "@/app/api/step-up/route";
import { inPractice } from "@/db/transaction";
import { makePatient } from "../../support/people";
import { openWorld } from "../../support/world";
import { openBrowser, otherCode, sentSecrets } from "./browser";
import { authenticatorCode, password, registeredPatient, withAuthenticator } from "./people";

const world = await openWorld();

/** Somebody of the desk whose login is eleven minutes old. */
async function staffAtWork() {
  const kim = await withAuthenticator(world);
  const browser = openBrowser(world);
  await browser.password(kim.loginName, password);
  await browser.code(await authenticatorCode(world));
  await world.advance("PT11M");
  const patientId = await makePatient(world, kim.practiceId, { mobilePhone: "+46701740601" });
  const link = () =>
    browser.send(makeLink, { body: { deliver: "show" }, params: { id: patientId } });
  return { kim, browser, link };
}

async function patientAtHome() {
  const robin = await registeredPatient(world);
  const browser = openBrowser(world);
  await browser.password(robin.loginName, password);
  await browser.code((await sentSecrets(world, robin.practiceId, "login_code")).at(-1) ?? "");
  await world.advance("PT11M");
  const code = async () =>
    (await sentSecrets(world, robin.practiceId, "step_up_code")).at(-1) ?? "";
  return { robin, browser, code };
}

describe("S11: step-up", () => {
  it("lets the same request through, under a new token, and the old token is dead (S10)", async () => {
    const { browser, link } = await staffAtWork();
    expect((await link()).body.error.code).toBe("step_up_required");
    const started = await browser.send(start, { body: {} });
    expect(started.body).toMatchObject({ factor: "totp", factors: ["totp"], passkey: null });
    const before = browser.jar.get("archway-session") ?? "";
    const done = await browser.send(complete, { body: { code: await authenticatorCode(world) } });
    expect(done.status).toBe(200);
    expect(browser.jar.get("archway-session")).not.toBe(before);
    expect((await link()).status).toBe(200);
    const old = openBrowser(world, new Map([["archway-session", before]]));
    expect(await old.whoAmI()).toEqual({});
  });

  it("lasts ten minutes, and the session lives no longer for it", async () => {
    const { browser, link } = await staffAtWork();
    const before = (await browser.whoAmI()).expires;
    await browser.send(start, { body: {} });
    await browser.send(complete, { body: { code: await authenticatorCode(world) } });
    expect((await browser.whoAmI()).expires).toBe(before);
    await world.advance("PT9M58S");
    expect((await link()).status).toBe(200);
    await world.advance("PT3S");
    expect((await link()).body.error.code).toBe("step_up_required");
  });

  it("sends a patient one text a minute, however often it is begun (S3)", async () => {
    const { robin, browser, code } = await patientAtHome();
    const first = await browser.send(start, { body: {} });
    expect(first.body).toMatchObject({ factor: "sms", resendAfterSeconds: 60 });
    expect(first.body.hint).toContain(robin.mobile.slice(-2));
    await world.advance("PT20S");
    const again = await browser.send(start, { body: { factor: "sms" } });
    // Seconds go by while the test itself is at work.
    expect(again.body.resendAfterSeconds).toBeGreaterThan(30);
    expect(again.body.resendAfterSeconds).toBeLessThanOrEqual(40);
    expect(await sentSecrets(world, robin.practiceId, "step_up_code")).toHaveLength(1);
    const old = await code();
    await world.advance("PT41S");
    await browser.send(start, { body: { factor: "sms" } });
    expect((await browser.send(complete, { body: { code: old } })).status).toBe(401);
    const done = await browser.send(complete, { body: { code: await code() } });
    expect(done.status).toBe(200);
  });

  it("takes no code that was made to log in, and none of another session", async () => {
    const { robin, browser, code } = await patientAtHome();
    await browser.send(start, { body: {} });
    const mine = await code();
    const elsewhere = openBrowser(world);
    await elsewhere.password(robin.loginName, password);
    expect((await elsewhere.code(mine)).status).toBe(401);
    const loginCode = (await sentSecrets(world, robin.practiceId, "login_code")).at(-1) ?? "";
    expect((await elsewhere.code(loginCode)).status).toBe(200);
    const foreign = await elsewhere.send(complete, { body: { code: mine } });
    expect([foreign.status, foreign.body.error.code]).toEqual([410, "step_up_expired"]);
    const wrongKind = await browser.send(complete, { body: { code: loginCode } });
    expect(wrongKind.status).toBe(loginCode === mine ? 200 : 401);
  });

  it("counts wrong codes towards the lock, across challenges (S5)", async () => {
    const { browser, code } = await patientAtHome();
    const answers: string[] = [];
    for (let number = 0; number < 12; number += 1) {
      await browser.send(start, { body: { factor: "sms" } });
      const wrong = otherCode(await code());
      const answer = await browser.send(complete, { body: { code: wrong } });
      answers.push(answer.body.error.code);
      await world.advance("PT61S");
    }
    expect(answers.slice(0, 9)).toEqual(Array(9).fill("wrong_code"));
    // The tenth is told at once.
    expect(answers.slice(9)).toEqual(["locked", "locked", "locked"]);
    expect((await browser.send(start, { body: {} })).status).toBe(423);
  });

  it("an authenticator gives five tries per challenge and no code twice", async () => {
    const { browser } = await staffAtWork();
    await browser.send(start, { body: {} });
    for (let number = 0; number < 5; number += 1)
      await browser.send(complete, { body: { code: await authenticatorCode(world, 40 + number) } });
    const sixth = await browser.send(complete, { body: { code: await authenticatorCode(world) } });
    expect([sixth.status, sixth.body.error.code]).toEqual([410, "code_spent"]);
    await browser.send(start, { body: {} });
    const right = await authenticatorCode(world);
    expect((await browser.send(complete, { body: { code: right } })).status).toBe(200);
    await browser.send(start, { body: {} });
    const replayed = await browser.send(complete, { body: { code: right } });
    expect([replayed.status, replayed.body.error.code]).toEqual([401, "wrong_code"]);
  });

  it("of two at once one renews the session; the other is told so", async () => {
    const { browser, code } = await patientAtHome();
    await browser.send(start, { body: {} });
    const body = { code: await code() };
    const twin = openBrowser(world, new Map(browser.jar));
    const both = await Promise.all([
      browser.send(complete, { body }),
      twin.send(complete, { body }),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, expect.any(Number)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(both.every(({ status }) => status < 500)).toBe(true);
  });

  it("does not offer the practice's people a text, and needs a session", async () => {
    const { browser } = await staffAtWork();
    const asked = await browser.send(start, { body: { factor: "sms" } });
    expect([asked.status, asked.body.error.code]).toEqual([422, "factor_unknown"]);
    expect((await openBrowser(world).send(start, { body: {} })).status).toBe(401);
  });

  it("is audited (S19)", async () => {
    const { kim, browser } = await staffAtWork();
    await browser.send(start, { body: {} });
    await browser.send(complete, { body: { code: await authenticatorCode(world) } });
    const rows = await inPractice(world.db, kim.practiceId, (tx) =>
      tx.auditEntry.findMany({
        where: { practiceId: kim.practiceId, action: "session.stepped_up" },
        select: { actorLoginId: true, detail: true },
      }),
    );
    expect(rows).toEqual([{ actorLoginId: kim.loginId, detail: { factor: "totp" } }]);
  });
});
