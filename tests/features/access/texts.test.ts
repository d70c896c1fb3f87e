import { describe, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { makePractice, openWorld } from "../../support/world";
import { openBrowser, sentSecrets } from "./browser";
import { authenticatorCode, password, registeredPatient, withAuthenticator } from "./people";

const world = await openWorld({ limits: "default" });
const wrong = "not the password at all";

// Every test's tries come from one address, which may try thirty times a minute.
const nextMinute = () => world.advance("PT61S");

describe("S3: texts with codes", () => {
  it("go out three times in fifteen minutes per login, then after a wait", async () => {
    const robin = await registeredPatient(world);
    const statuses = [];
    for (let number = 0; number < 4; number += 1)
      statuses.push((await openBrowser(world).password(robin.loginName, password)).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const fourth = await openBrowser(world).password(robin.loginName, password);
    expect(fourth.body.error.code).toBe("too_many_codes");
    expect(Number(fourth.headers.get("retry-after"))).toBeGreaterThan(14 * 60);
    await world.advance("PT15M");
    expect((await openBrowser(world).password(robin.loginName, password)).status).toBe(200);
  });

  it("go out three times however many logins are started at one time", async () => {
    await nextMinute();
    const robin = await registeredPatient(world);
    const started = await Promise.all(
      Array.from({ length: 4 }, () => openBrowser(world).password(robin.loginName, password)),
    );
    expect(started.filter(({ status }) => status === 200).length).toBeLessThanOrEqual(3);
    const sent = await sentSecrets(world, robin.practiceId, "login_code");
    expect(sent).toHaveLength(started.filter(({ status }) => status === 200).length);
  });

  it("stop at the practice's daily cap; an authenticator still works, and tomorrow all is well", async () => {
    await nextMinute();
    const practice = await makePractice(world);
    const robin = await registeredPatient(world, { practiceId: practice.id });
    const kim = await registeredPatient(world, { practiceId: practice.id });
    await world.db.prisma.practice.update({
      where: { id: practice.id },
      data: { smsDailyCap: 1 },
    });
    expect((await openBrowser(world).password(robin.loginName, password)).status).toBe(200);
    const stopped = await openBrowser(world).password(kim.loginName, password);
    expect([stopped.status, stopped.body.error.code]).toEqual([503, "texts_stopped"]);
    expect(Number(stopped.headers.get("retry-after"))).toBeLessThanOrEqual(25 * 3600);
    const staff = await withAuthenticator(world);
    const browser = openBrowser(world);
    await browser.password(staff.loginName, password);
    expect((await browser.code(await authenticatorCode(world))).status).toBe(200);
    await world.advance("P1D");
    expect((await openBrowser(world).password(kim.loginName, password)).status).toBe(200);
  });
});

describe("S5: the hundredth failure in a row", () => {
  it("mails the person once, and disables nothing", async () => {
    await nextMinute();
    const robin = await registeredPatient(world);
    const alerts = () =>
      inPractice(world.db, robin.practiceId, (tx) =>
        tx.delivery.count({ where: { practiceId: robin.practiceId, purpose: "login_alert" } }),
      );
    await openBrowser(world).password(robin.loginName, wrong);
    const { now } = await world.services();
    await world.db.prisma.lockCounter.updateMany({
      where: { loginId: robin.loginId },
      data: { consecutiveFailures: 98, lastFailureAt: fromInstant(now) },
    });
    await openBrowser(world).password(robin.loginName, wrong);
    expect(await alerts()).toBe(0);
    const hundredth = await openBrowser(world).password(robin.loginName, wrong);
    expect([hundredth.status, hundredth.body.error.code]).toEqual([401, "wrong_now_locked"]);
    expect(await alerts()).toBe(1);
    await world.advance("PT30M");
    await openBrowser(world).password(robin.loginName, wrong);
    expect(await alerts()).toBe(1);
    expect((await openBrowser(world).password(robin.loginName, password)).status).toBe(200);
  });
});

describe("S1, S5: more tries than can be hashed", () => {
  it("the rest are told to come back in a moment, and their tries do not count", async () => {
    const { startLogin } = await import("@/features/access/login/start-login");
    const services = await world.services();
    const visitor = { kind: "visitor", cookies: new Map<string, string>(), session: null } as const;
    const results = await Promise.all(
      Array.from({ length: 90 }, (_, number) =>
        startLogin(services, visitor, { loginName: `nobody.${number}`, password: wrong }),
      ),
    );
    const reasons = results.map((result) => (result.ok ? "ok" : result.reason));
    const busy = results.filter((result) => !result.ok && result.reason === "busy");
    expect(new Set(reasons)).toEqual(new Set(["wrong_login", "busy"]));
    for (const result of busy)
      expect(!result.ok && result.detail).toHaveProperty("retryAfterSeconds");
    const counted = await world.db.prisma.lockCounter.count({
      where: { loginId: null, consecutiveFailures: { gt: 0 } },
    });
    expect(counted).toBe(90 - busy.length);
  });
});
