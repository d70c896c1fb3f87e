import { expect, test } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import { drips, largeBodies, logins, noted, slowestHealth } from "./support/floods";
import { operatorKeys, type Production, runCommand, startProduction } from "./support/production";
import { openVisitor } from "./support/visitor";

// Production beside the demo that the other stories run on: own database, own ports, the same build.
test.describe.configure({ mode: "serial", timeout: 120_000 });

let production: Production;
const password = "Quiet-Harbour-Thistle-19";
const admin = { loginName: "ada.lindqvist", email: "ada@hillside.example.com", secret: "" };

test.beforeAll(async () => {
  production = await startProduction();
});

test.afterAll(async () => {
  await production?.stop();
});

const nobody = "01900000-0000-7000-8000-000000000000";

const codeOf = (secret: string, steps = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret), digits: 6, period: 30 }).generate({
    timestamp: Date.now() + steps * 30_000,
  });

test("S22: a start without its keys, or with weak ones, names them and ends", async () => {
  const keys = operatorKeys(1, "/nowhere");
  const missing = await runCommand({ ...keys, HMAC_KEY: "", SMTP_URL: "" }, "start");
  expect(missing.code).toBe(1);
  expect(missing.output).toMatch(/HMAC_KEY is missing[\s\S]*SMTP_URL is missing/);
  const weak = await runCommand(
    { ...keys, APP_URL: "http://portal.localhost", HMAC_KEY: Buffer.alloc(32).toString("base64") },
    "start",
  );
  expect(weak.code).toBe(1);
  expect(weak.output).toMatch(/APP_URL must be the https address[\s\S]*HMAC_KEY is weak/);
  expect(weak.output).not.toMatch(/\n {4}at /);
});

test("S22: a practice and its admin from the command line; the link sets up the login, which works", async () => {
  const tool = (script: string, ...parts: string[]) =>
    runCommand(production.keys, "tool", `scripts/people/${script}.ts`, ...parts);
  const practice = ["--short", "hillside", "--name", "Hillside Orthodontics"];
  const where = ["--zone", "Europe/Berlin", "--country", "DE", "--phone", "+49 30 23125000"];
  const mail = [
    "--email",
    "help@hillside.example.com",
    "--mail-from",
    "portal@hillside.example.com",
  ];
  const made = await tool("create-practice", ...practice, ...where, ...mail);
  expect(made).toMatchObject({ code: 0, output: expect.stringContaining("hillside is made") });
  const again = await tool("create-practice", ...practice, ...where, ...mail);
  expect(again).toMatchObject({ code: 0, output: expect.stringContaining("exists already") });

  const person = ["--first-name", "Ada", "--last-name", "Lindqvist", "--mobile", "+46701740605"];
  const invited = await tool(
    "create-admin",
    ...["--practice", "hillside", "--email", admin.email],
    ...person,
  );
  expect(invited.code).toBe(0);
  const link = /https:\/\/portal\.localhost(\/set-up\/([\w-]{43}))\s/.exec(invited.output);
  const [, path = "", token = ""] = link ?? [];

  const visitor = openVisitor(production.proxy);
  await visitor.get(path);
  const page = await visitor.get(path);
  expect(page.status).toBe(200);
  expect(page.text).toContain(admin.loginName);
  expect(page.text).toContain("Hillside Orthodontics");
  expect(page.text).not.toContain(admin.email);
  expect(page.headers.get("strict-transport-security")).toMatch(/^max-age=31536000/);

  const chosen = await visitor.post("/api/set-ups/password", {
    token,
    password,
    passwordAgain: password,
  });
  expect(chosen.status).toBe(200);
  const { id, secret } = JSON.parse(chosen.text);
  admin.secret = secret;
  const code = codeOf(admin.secret);
  const done = await visitor.post("/api/set-ups/complete", { token, id, code });
  expect(JSON.parse(done.text)).toMatchObject({ loginName: admin.loginName });
  expect(JSON.parse(done.text).recoveryCodes).toHaveLength(10);
  expect((await visitor.get("/desk")).status).toBe(307);

  const { loginName } = admin;
  expect((await visitor.post("/api/login", { loginName, password })).status).toBe(200);
  const { csrfToken } = JSON.parse((await visitor.get("/api/auth/csrf")).text);
  const signIn = { csrfToken, code: codeOf(admin.secret, 1) };
  expect((await visitor.post("/api/auth/callback/credentials", signIn)).status).toBe(200);
  const session = JSON.parse((await visitor.get("/api/auth/session")).text);
  expect(session).toMatchObject({ role: "admin", practice: "hillside" });
  expect((await visitor.get("/desk")).status).toBe(200);

  // S10, S14: every cookie is bound to this host and to https.
  expect(visitor.cookieLines.length).toBeGreaterThan(2);
  for (const line of visitor.cookieLines) {
    expect(line).toMatch(/^__Host-archway-/);
    expect(line).toMatch(/; Secure/);
    expect(line).toMatch(/; HttpOnly/);
    expect(line).toMatch(/; SameSite=Lax/);
    expect(line).toMatch(/; Path=\//);
    expect(line).not.toMatch(/; Domain/i);
  }
});

test("S13: a page on http, or somebody else's, may send nothing", async () => {
  const visitor = openVisitor(production.proxy);
  const body = { email: "a@example.com" };
  for (const origin of ["http://portal.localhost", "https://evil.example.com", production.web])
    expect((await visitor.post("/api/password-resets", body, { origin })).status).toBe(403);
});

test("S22: behind one proxy, X-Forwarded-For cannot be forged, nor the header of our own", async () => {
  const visitor = openVisitor(production.proxy, "203.0.113.77");
  const statuses = await Promise.all(
    Array.from({ length: 45 }, async (_, n) => {
      const forged = {
        "x-forwarded-for": `198.51.100.${n}`,
        "x-archway-remote-address": `1.1.1.${n}`,
      };
      const body = { token: "x", id: nobody, code: "123456" };
      return (await visitor.post("/api/set-ups/complete", body, forged)).status;
    }),
  );
  expect(statuses.filter((status) => status === 429)).toHaveLength(15);
  const neighbour = openVisitor(production.proxy, "203.0.113.78");
  const other = await neighbour.post("/api/set-ups/complete", {
    token: "x",
    id: nobody,
    code: "123456",
  });
  expect(other.status).toBe(410);
});

test("S1, S20: a thousand logins with passwords of 10,000 characters at once: refused before hashing, all goes on", async () => {
  let statuses: number[] = [];
  const slowest = await slowestHealth(production.web, async () => {
    statuses = await logins(production.web, 1_000, () => "x".repeat(10_000));
  });
  expect(new Set(statuses)).toEqual(new Set([413]));
  noted("1,000 logins of 10,000 characters", production, slowest);
});

test("S1: a thousand logins that must be hashed: a bounded queue, 503 for the rest, all goes on", async () => {
  let statuses: number[] = [];
  const slowest = await slowestHealth(production.web, async () => {
    statuses = await logins(production.web, 1_000, (n) => `not the right words ${n}`);
  });
  expect(statuses.filter((status) => status !== 401 && status !== 503)).toEqual([]);
  expect(statuses).toContain(401);
  noted("1,000 logins to be hashed", production, slowest);
});

test("S20, S21: a flood of large JSON, and of bodies that never end", async () => {
  const { web, proxy } = production;
  const large = await slowestHealth(web, () => largeBodies(web, 100));
  noted("100 bodies of 5 MB", production, large);

  const stop = new AbortController();
  const dripping = drips(web, 200, stop.signal);
  const slowest = await slowestHealth(web, async () => {
    // All of them are at it.
    await expect.poll(() => Math.min(...dripping.map(({ sent }) => sent()))).toBeGreaterThan(2);
    const visitor = openVisitor(proxy);
    expect((await visitor.get("/login")).status).toBe(200);
    // Nobody drips for longer than 20 s.
    expect(new Set(await Promise.all(dripping.map(({ ended }) => ended)))).toEqual(
      new Set(["let go"]),
    );
  });
  stop.abort();
  noted("200 bodies that drip", production, slowest);
});

test("S20: what was logged on the way is one line of JSON each, without numbers, addresses or secrets", async () => {
  const lines = production
    .output()
    .split("\n")
    .filter((line) => line.startsWith("{"));
  expect(lines.length).toBeGreaterThan(20);
  for (const line of lines) expect(JSON.parse(line)).toMatchObject({ name: expect.any(String) });
  const all = production.output();
  for (const secret of [admin.secret, admin.email, admin.loginName, "46701740605", password])
    expect(all).not.toContain(secret);
  expect(all).not.toMatch(/\b(select|insert|update) .* (from|into|set) /i);
});
