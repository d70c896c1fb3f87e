import { describe, expect, it } from "vitest";
import { callback, csrf, session, signout } from "@/app/api/auth/[...nextauth]/doors";
import { GET, POST } from "@/app/api/auth/[...nextauth]/route";
import { makeSession } from "../../support/people";
import { openWorld } from "../../support/world";
import { openBrowser, sentSecrets } from "./browser";
import { password, registeredPatient } from "./people";

const world = await openWorld();
const origin = "http://localhost:3000";

function call(method: "GET" | "POST", path: string, init: RequestInit = {}) {
  openBrowser(world);
  const request = new Request(`${origin}/api/auth/${path}`, {
    method,
    headers: { origin, "content-type": "application/json" },
    ...(method === "POST" && { body: "{}" }),
    ...init,
  });
  const params = Promise.resolve({ nextauth: path.split("?")[0]?.split("/") ?? [] });
  return method === "GET" ? GET(request, { params }) : POST(request, { params });
}

describe("S10: of next-auth", () => {
  it.each([
    ["GET", "providers"],
    ["GET", "signin"],
    ["GET", "signin/credentials"],
    ["POST", "signin/credentials"],
    ["GET", "error?error=x"],
    ["GET", "verify-request"],
    ["POST", "_log"],
    ["GET", "callback/github"],
    ["POST", "callback/email"],
    ["GET", "__proto__"],
    ["GET", "constructor"],
  ] as const)("%s %s answers 404", async (method, path) => {
    const response = await call(method, path);
    expect(response.status).toBe(404);
    expect((await response.json()).error.code).toBe("not_found");
  });

  it.each([
    ["POST", "session"],
    ["POST", "csrf"],
    ["GET", "signout"],
    ["GET", "callback/credentials"],
  ] as const)("%s %s answers 405: it changes nothing", async (method, path) => {
    expect((await call(method, path)).status).toBe(405);
  });

  it("the four doors are open, and said to other programs", () => {
    expect(
      [csrf, session, callback, signout].map(({ spec }) => `${spec.method} ${spec.path}`),
    ).toEqual([
      "GET /api/auth/csrf",
      "GET /api/auth/session",
      "POST /api/auth/callback/credentials",
      "POST /api/auth/signout",
    ]);
  });
});

describe("S13: bad requests to the callback", () => {
  it("a foreign or missing origin is refused", async () => {
    for (const headers of [{ origin: "https://evil.example" }, { origin: "null" }, {}]) {
      const response = await call("POST", "callback/credentials", {
        headers: { "content-type": "application/json", ...headers },
      });
      expect(response.status).toBe(403);
    }
  });

  it("malformed JSON is 400, a form 415, more than 8 kB 413, an unknown field 422", async () => {
    const browser = openBrowser(world);
    expect((await browser.send(callback, { raw: "{" })).status).toBe(400);
    expect((await browser.send(callback, { raw: '{"code":"\\u0000"}' })).status).toBe(400);
    const form = { "content-type": "application/x-www-form-urlencoded" };
    expect((await browser.send(callback, { raw: "code=1", headers: form })).status).toBe(415);
    expect((await browser.send(callback, { body: { code: "1".repeat(9000) } })).status).toBe(413);
    const body = { csrfToken: "x", code: "123456", callbackUrl: "https://evil.example" };
    expect((await browser.send(callback, { body })).status).toBe(422);
  });

  it("broken cookies are nobody's", async () => {
    for (const value of ["%", "%7C", "a%7Cb", "x".repeat(3000)]) {
      const browser = openBrowser(world, new Map([["archway-csrf", value]]));
      const body = { csrfToken: "a", code: "123456" };
      const answer = await browser.send(callback, { body });
      expect([answer.status, answer.body.error.code]).toEqual([403, "csrf"]);
    }
    const forged = openBrowser(world, new Map([["archway-session", "not.a.token"]]));
    expect(await forged.whoAmI()).toEqual({});
  });
});

describe("S10: a session", () => {
  it("that was revoked is refused on the next request", async () => {
    const robin = await registeredPatient(world);
    const token = await makeSession(world, robin.practiceId, robin, "patient");
    const browser = openBrowser(world, new Map([["archway-session", token]]));
    expect(await browser.whoAmI()).toHaveProperty("loginName", robin.loginName);
    await world.db.prisma.session.updateMany({
      where: { loginId: robin.loginId },
      data: { endedAt: new Date(0), endedBy: "revoked" },
    });
    expect(await browser.whoAmI()).toEqual({});
    expect(browser.jar.has("archway-session")).toBe(false);
  });

  it("R18: asking for it does not keep it alive", async () => {
    const robin = await registeredPatient(world);
    const token = await makeSession(world, robin.practiceId, robin, "patient");
    const browser = openBrowser(world, new Map([["archway-session", token]]));
    await world.advance("PT29M");
    const before = await browser.whoAmI();
    expect(before.idleSecondsLeft).toBeLessThanOrEqual(60);
    await world.advance("PT1M");
    expect(await browser.whoAmI()).toEqual({});
  });

  it("gets a new token at login: one that was planted before opens nothing", async () => {
    const robin = await registeredPatient(world);
    const planted = "P".repeat(43);
    const browser = openBrowser(world, new Map([["archway-session", planted]]));
    await browser.password(robin.loginName, password);
    await browser.code((await sentSecrets(world, robin.practiceId, "login_code")).at(-1) ?? "");
    expect(browser.jar.get("archway-session")).not.toBe(planted);
    expect(await openBrowser(world, new Map([["archway-session", planted]])).whoAmI()).toEqual({});
  });

  it("S14: logging out clears what the browser kept", async () => {
    const browser = openBrowser(world);
    const token = await browser.csrfToken();
    const cookie = [...browser.jar].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await call("POST", "signout", {
      headers: { origin, "content-type": "application/json", cookie },
      body: JSON.stringify({ csrfToken: token }),
    });
    expect(response.status).toBe(200);
    expect(response.headers.get("clear-site-data")).toBe('"cache", "storage"');
  });
});
