import { describe, expect, it } from "vitest";
import { GET as listFactors } from "@/app/api/account/factors/route";
import { POST as switchFactor } from "@/app/api/login/factor/route";
import { openWorld } from "../../support/world";
import { openBrowser } from "./browser";
import { audited, mailsOf, patientInside, recoveryCodes } from "./factor-scene";
import { authenticatorCode, password, withAuthenticator } from "./people";

const world = await openWorld();

describe("R13: recovery codes", () => {
  it("are ten, of eighty bits each, and stand nowhere as they are", async () => {
    const { browser, robin } = await patientInside(world);
    const codes = await recoveryCodes(browser);
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^([0-9a-hjkmnp-tv-z]{4}-){3}[0-9a-z]{4}$/);
    const { rows } = await world.owner.pool.query(
      "select to_jsonb(f)::text as row from identity.factor f where login_id = $1",
      [robin.loginId],
    );
    const kept = rows.map(({ row }) => row).join();
    for (const code of codes) expect(kept).not.toContain(code.replaceAll("-", ""));
    expect(await audited(world, robin.practiceId, "recovery_codes.made")).toHaveLength(1);
  });

  it("log in once each, however they are typed; the use is audited and told by mail", async () => {
    const { browser: inside, robin } = await patientInside(world);
    const [code = ""] = await recoveryCodes(inside);
    const browser = openBrowser(world);
    const started = await browser.password(robin.loginName, password);
    expect(started.body.factors).toEqual(["sms", "recovery_code"]);
    expect((await browser.code(` ${code.toUpperCase().replaceAll("-", " ")}`)).status).toBe(200);
    expect(await audited(world, robin.practiceId, "recovery_code.used")).toHaveLength(1);
    expect(await mailsOf(world, robin.practiceId, "recovery_code_used")).toBe(1);
    expect((await browser.send(listFactors)).body.recoveryCodesLeft).toBe(9);
    const again = openBrowser(world);
    await again.password(robin.loginName, password);
    const used = await again.code(code);
    expect([used.status, used.body.error.code]).toEqual([401, "wrong_code"]);
  });

  it("work for staff beside the authenticator, whichever way was chosen", async () => {
    const kim = await withAuthenticator(world);
    const inside = openBrowser(world);
    await inside.password(kim.loginName, password);
    await inside.code(await authenticatorCode(world));
    const [first = "", second = ""] = await recoveryCodes(inside);
    const browser = openBrowser(world);
    await browser.password(kim.loginName, password);
    expect((await browser.code(first)).status).toBe(200);
    const chosen = openBrowser(world);
    await chosen.password(kim.loginName, password);
    await chosen.send(switchFactor, { body: { factor: "recovery_code" } });
    expect((await chosen.code(second)).status).toBe(200);
  });

  it("of one code two logins at once get one in", async () => {
    const { browser: inside, robin } = await patientInside(world);
    const [code = ""] = await recoveryCodes(inside);
    const browsers = [openBrowser(world), openBrowser(world)];
    for (const browser of browsers) await browser.password(robin.loginName, password);
    const both = await Promise.all(browsers.map((browser) => browser.code(code)));
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(both.every(({ status }) => status < 500)).toBe(true);
  });

  it("made anew kill the old ones, and fit nobody else", async () => {
    const { browser: inside, robin } = await patientInside(world);
    const [old = ""] = await recoveryCodes(inside);
    const [fresh = ""] = await recoveryCodes(inside);
    const other = await patientInside(world);
    await recoveryCodes(other.browser);
    const browser = openBrowser(world);
    await browser.password(other.robin.loginName, password);
    expect((await browser.code(fresh)).status).toBe(401);
    const mine = openBrowser(world);
    await mine.password(robin.loginName, password);
    expect((await mine.code(old)).status).toBe(401);
    expect((await mine.code(fresh)).status).toBe(200);
  });

  it("wrong ones are tries like any other: five per login (S3)", async () => {
    const { robin, browser: inside } = await patientInside(world);
    await recoveryCodes(inside);
    const browser = openBrowser(world);
    await browser.password(robin.loginName, password);
    for (let number = 0; number < 5; number += 1)
      expect((await browser.code("0000-0000-0000-0000")).status).toBe(401);
    const sixth = await browser.code("0000-0000-0000-0000");
    expect([sixth.status, sixth.body.error.code]).toEqual([410, "code_spent"]);
  });
});
