import { describe, expect, it } from "vitest";
import { POST as cancel } from "@/app/api/login/cancel/route";
import { POST as switchFactor } from "@/app/api/login/factor/route";
import { POST as resend } from "@/app/api/login/resend/route";
import { loginUnderWay } from "@/features/access/login/login-under-way";
import { openWorld } from "../../support/world";
import { openBrowser, otherCode, sentSecrets } from "./browser";
import { addAuthenticator, password, registeredPatient, withAuthenticator } from "./people";

const world = await openWorld();
type Browser = ReturnType<typeof openBrowser>;

/** What the login page opened again in this browser goes on with. */
async function openedAgain(browser: Browser) {
  const token = browser.jar.get("archway-challenge") ?? "";
  return loginUnderWay(await world.services(), { cookies: new Map([["challenge", token]]) });
}

/** Seconds go by while the test itself is at work. */
const about = (seconds: number) => expect.closeTo(seconds - 4, -1);

async function begun() {
  const robin = await registeredPatient(world);
  const browser = openBrowser(world);
  await browser.password(robin.loginName, password);
  const codes = () => sentSecrets(world, robin.practiceId, "login_code");
  return { robin, browser, codes };
}

describe("R13: the login page opened again in the middle of a login", () => {
  it("comes back to the code, texts nothing, and the code on its way still logs in", async () => {
    const { robin, browser, codes } = await begun();
    await world.advance("PT20S");
    for (let times = 0; times < 3; times += 1)
      expect(await openedAgain(browser)).toEqual({
        step: "code",
        factor: "sms",
        factors: ["sms"],
        hint: `•• ${robin.mobile.slice(-2)}`,
        resendAfterSeconds: about(40),
        spent: false,
      });
    const [code = "", ...more] = await codes();
    expect(more).toEqual([]);
    expect((await browser.code(code)).status).toBe(200);
    expect(await openedAgain(browser)).toBeNull();
  });

  it("keeps the way that was chosen, and tells when no tries are left for it (S3)", async () => {
    const { robin, browser, codes } = await begun();
    await addAuthenticator(world, robin.loginId);
    await browser.send(switchFactor, { body: { factor: "totp" } });
    expect(await openedAgain(browser)).toMatchObject({ factor: "totp", spent: false });
    await browser.send(switchFactor, { body: { factor: "sms" } });
    const wrong = otherCode((await codes())[0] ?? "");
    for (let tries = 0; tries < 5; tries += 1) await browser.code(wrong);
    expect(await openedAgain(browser)).toMatchObject({ factor: "sms", spent: true });
    await world.advance("PT61S");
    await browser.send(resend, { body: {} });
    expect(await openedAgain(browser)).toMatchObject({
      spent: false,
      resendAfterSeconds: about(60),
    });
  });

  it("tells an authenticator's spent tries", async () => {
    const staff = await withAuthenticator(world);
    const browser = openBrowser(world);
    await browser.password(staff.loginName, password);
    for (let tries = 0; tries < 5; tries += 1) await browser.code("000000");
    expect(await openedAgain(browser)).toMatchObject({ step: "code", factor: "totp", spent: true });
  });

  it("says that it took too long, and nothing to a browser without a login or with another's cookie", async () => {
    const { browser } = await begun();
    expect(await openedAgain(openBrowser(world))).toBeNull();
    await world.advance("PT15M");
    expect(await openedAgain(browser)).toEqual({ step: "expired" });
    const forged = openBrowser(world, new Map([["archway-challenge", "A".repeat(43)]]));
    expect(await openedAgain(forged)).toEqual({ step: "expired" });
  });

  it("R14: shows the lock that wrong codes earned", async () => {
    const { browser, codes } = await begun();
    for (let round = 0; round < 2; round += 1) {
      const wrong = otherCode((await codes()).at(-1) ?? "");
      for (let tries = 0; tries < 5; tries += 1) await browser.code(wrong);
      await world.advance("PT61S");
      await browser.send(resend, { body: {} });
    }
    expect(await openedAgain(browser)).toEqual({ step: "locked", minutes: 14 });
  });

  it("S3: Start again ends it, its code with it, and nobody else's", async () => {
    const { browser, codes } = await begun();
    const other = await begun();
    const left = await browser.send(cancel, { body: {} });
    expect([left.status, left.body]).toEqual([200, { cancelled: true }]);
    expect(browser.jar.has("archway-challenge")).toBe(false);
    expect((await browser.code((await codes())[0] ?? "")).body.error.code).toBe("login_expired");
    expect((await browser.send(cancel, { body: {} })).status).toBe(200);
    expect(await openedAgain(other.browser)).toMatchObject({ step: "code" });
    expect((await other.browser.code((await other.codes())[0] ?? "")).status).toBe(200);
  });
});
