import { describe, expect, it } from "vitest";
import { openWorld } from "../../support/world";
import { openBrowser, otherCode, sentSecrets } from "./browser";
import { password, registeredPatient } from "./people";

const world = await openWorld();
const wrong = "not the password at all";

async function codeOf(practiceId: string): Promise<string> {
  return (await sentSecrets(world, practiceId, "login_code")).at(-1) ?? "";
}

describe("R11, R13: a patient's login", () => {
  it("takes password and texted code, and lands at home with a session", async () => {
    const robin = await registeredPatient(world);
    const browser = openBrowser(world);
    const started = await browser.password(` ${robin.loginName.toUpperCase()} `, password);
    expect(started.status).toBe(200);
    expect(started.body).toEqual({
      factor: "sms",
      factors: ["sms"],
      hint: `•• ${robin.mobile.slice(-2)}`,
    });
    expect(await browser.whoAmI()).toEqual({});
    const done = await browser.code(await codeOf(robin.practiceId));
    expect(done.status).toBe(200);
    expect(done.body).toMatchObject({ url: "/", role: "patient" });
    expect(await browser.whoAmI()).toMatchObject({
      loginName: robin.loginName,
      role: "patient",
      patientIds: [robin.patientId],
    });
  });

  it("S10: the cookie is an opaque token, kept as a digest, and makes no session before the code", async () => {
    const robin = await registeredPatient(world);
    const browser = openBrowser(world);
    await browser.password(robin.loginName, password);
    expect(browser.jar.has("archway-session")).toBe(false);
    expect(await world.db.prisma.session.count({ where: { loginId: robin.loginId } })).toBe(0);
    const answer = await browser.code(await codeOf(robin.practiceId));
    expect(browser.jar.get("archway-session")).toMatch(/^[A-Za-z0-9_-]{43}$/);
    const line = answer.headers.getSetCookie().find((set) => set.startsWith("archway-session="));
    expect(line).toContain("; HttpOnly");
    expect(line).toContain("; SameSite=Lax");
    expect(line).toContain("; Path=/");
    expect(browser.jar.has("archway-challenge")).toBe(false);
  });

  it("R12: a verified address works in the same field, but not when two logins have it", async () => {
    const robin = await registeredPatient(world, { email: "Robin.Alone@mail.example.com" });
    const browser = openBrowser(world);
    const byEmail = await browser.password("robin.alone@MAIL.example.com", password);
    expect(byEmail.status).toBe(200);
    await registeredPatient(world, {
      practiceId: robin.practiceId,
      email: "robin.alone@mail.example.com",
    });
    expect(
      (await openBrowser(world).password("robin.alone@mail.example.com", password)).status,
    ).toBe(401);
  });

  it("S3: only the newest code works, and a new one is to be had after 60 seconds", async () => {
    const { POST: resend } = await import("@/app/api/login/resend/route");
    const robin = await registeredPatient(world);
    const browser = openBrowser(world);
    await browser.password(robin.loginName, password);
    const first = await codeOf(robin.practiceId);
    const tooSoon = await browser.send(resend, { body: {} });
    expect(tooSoon.status).toBe(429);
    expect(Number(tooSoon.headers.get("retry-after"))).toBeGreaterThan(50);
    await world.advance("PT61S");
    expect((await browser.send(resend, { body: {} })).status).toBe(200);
    const second = await codeOf(robin.practiceId);
    if (first !== second) expect((await browser.code(first)).status).toBe(401);
    expect((await browser.code(second)).status).toBe(200);
  });

  it("S3: a code is too old after 10 minutes, and the login after 15", async () => {
    const robin = await registeredPatient(world);
    const browser = openBrowser(world);
    await browser.password(robin.loginName, password);
    const code = await codeOf(robin.practiceId);
    await world.advance("PT10M");
    const late = await browser.code(code);
    expect([late.status, late.body.error.code]).toEqual([410, "code_expired"]);
    await world.advance("PT5M");
    const later = await browser.code(code);
    expect([later.status, later.body.error.code]).toEqual([410, "login_expired"]);
  });

  it("S3: twenty parallel tries of a code compare five at most", async () => {
    const robin = await registeredPatient(world);
    const browser = openBrowser(world);
    await browser.password(robin.loginName, password);
    const code = await codeOf(robin.practiceId);
    const token = await browser.csrfToken();
    const { callback } = await import("@/app/api/auth/[...nextauth]/doors");
    const tries = await Promise.all(
      Array.from({ length: 20 }, () =>
        browser.send(callback, { body: { csrfToken: token, code: otherCode(code) } }),
      ),
    );
    const compared = tries.filter(({ body }) => body.error.code === "wrong_code");
    expect(compared).toHaveLength(5);
    expect(tries.filter(({ body }) => body.error.code === "code_spent")).toHaveLength(15);
    const right = await browser.code(code);
    expect([right.status, right.body.error.code]).toEqual([410, "code_spent"]);
  });

  it("S10: the challenge is consumed once, however many bring the right code at one time", async () => {
    const robin = await registeredPatient(world);
    const browser = openBrowser(world);
    await browser.password(robin.loginName, password);
    const code = await codeOf(robin.practiceId);
    const token = await browser.csrfToken();
    const { callback } = await import("@/app/api/auth/[...nextauth]/doors");
    const tries = await Promise.all(
      Array.from({ length: 5 }, () =>
        openBrowser(world, new Map(browser.jar)).send(callback, {
          body: { csrfToken: token, code },
        }),
      ),
    );
    expect(tries.filter(({ status }) => status === 200)).toHaveLength(1);
    for (const { body } of tries.filter(({ status }) => status !== 200))
      expect(body.error.code).toBe("login_used");
    expect(await world.db.prisma.session.count({ where: { loginId: robin.loginId } })).toBe(1);
  });

  it("S10: a code is worth nothing in another browser, or without its CSRF token", async () => {
    const robin = await registeredPatient(world);
    const browser = openBrowser(world);
    await browser.password(robin.loginName, password);
    const code = await codeOf(robin.practiceId);
    expect((await openBrowser(world).code(code)).status).toBe(410);
    const { callback } = await import("@/app/api/auth/[...nextauth]/doors");
    const forged = await browser.send(callback, { body: { csrfToken: "0".repeat(64), code } });
    expect([forged.status, forged.body.error.code]).toEqual([403, "csrf"]);
    expect((await browser.code(code)).status).toBe(200);
  });

  it("S10: at most five sessions; the one longest unused goes", async () => {
    const robin = await registeredPatient(world);
    const browsers = [];
    for (let number = 0; number < 6; number += 1) {
      const browser = openBrowser(world);
      await browser.password(robin.loginName, password);
      expect((await browser.code(await codeOf(robin.practiceId))).status).toBe(200);
      browsers.push(browser);
      await world.advance("PT61S");
    }
    expect(await browsers[0]?.whoAmI()).toEqual({});
    expect(await browsers[1]?.whoAmI()).toHaveProperty("loginName");
  });

  it("S10: logging out ends the row, so the old cookie opens nothing", async () => {
    const robin = await registeredPatient(world);
    const browser = openBrowser(world);
    await browser.password(robin.loginName, password);
    await browser.code(await codeOf(robin.practiceId));
    const stolen = new Map(browser.jar);
    expect(await openBrowser(world, new Map(stolen)).whoAmI()).toHaveProperty("loginName");
    expect((await browser.logOut()).status).toBe(200);
    expect(browser.jar.has("archway-session")).toBe(false);
    expect(await openBrowser(world, stolen).whoAmI()).toEqual({});
  });

  it("R9: a login whose record is archived gets no session", async () => {
    const robin = await registeredPatient(world);
    await world.db.prisma.$transaction(async (tx) => {
      await tx.$executeRaw`select set_config('app.practice_id', ${robin.practiceId}, true)`;
      await tx.patient.updateMany({
        where: { id: robin.patientId },
        data: { archivedAt: new Date(0), archivedReason: "moved away" },
      });
    });
    const browser = openBrowser(world);
    await browser.password(robin.loginName, password);
    const answer = await browser.code(await codeOf(robin.practiceId));
    expect([answer.status, answer.body.error.code]).toEqual([403, "no_portal"]);
    expect(await browser.whoAmI()).toEqual({});
  });

  it("S6: a name nobody has, a wrong password and a disabled login look the same", async () => {
    const robin = await registeredPatient(world);
    const disabled = await registeredPatient(world);
    await world.db.prisma.login.update({
      where: { id: disabled.loginId },
      data: { status: "disabled" },
    });
    const answers = [];
    for (const [name, typed] of [
      [robin.loginName, wrong],
      ["nobody.here", wrong],
      [disabled.loginName, password],
      ["a@b", wrong],
    ] as const) {
      const startedMs = performance.now();
      const { status, body, headers } = await openBrowser(world).password(name, typed);
      const ms = performance.now() - startedMs;
      expect(ms).toBeGreaterThanOrEqual(345);
      const { reference, ...rest } = body.error;
      expect(reference).toBeTruthy();
      answers.push({ status, rest, headers: [...headers.keys()].sort() });
    }
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]?.status).toBe(401);
  });
});
