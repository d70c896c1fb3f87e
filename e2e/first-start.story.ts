import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { expect, test } from "@playwright/test";
import { Secret, TOTP } from "otpauth";
import {
  appUrl,
  operatorKeys,
  type Production,
  runCommand,
  startProduction,
} from "./support/production";
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

/** Asks `/healthz` over and over while `work` goes on, from a thread that does nothing else; the slowest answer in ms. */
async function slowestHealth(work: () => Promise<unknown>): Promise<number> {
  const asking = new Worker(askHealth, { eval: true, workerData: production.web });
  await work();
  asking.postMessage("over");
  const [slowest] = await once(asking, "message");
  await asking.terminate();
  return Math.round(slowest);
}

const askHealth = `
const { parentPort, workerData } = require("node:worker_threads");
let slowest = 0;
let over = false;
parentPort.once("message", () => { over = true; });
(async () => {
  while (!over) {
    const startedMs = performance.now();
    const answer = await fetch(workerData + "/healthz");
    if (answer.status !== 200 || (await answer.text()) !== '{"status":"ok"}') throw new Error("not healthy");
    slowest = Math.max(slowest, performance.now() - startedMs);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  parentPort.postMessage(slowest);
})();`;

/** What was seen, for the reader of the run; `/healthz` stays below `mostMs`, the web process below 1 GB. */
function noted(what: string, slowestMs: number, mostMs = 1_000): void {
  const peak = Math.round(production.peakMegabytes());
  test.info().annotations.push({ type: what, description: `${slowestMs} ms, ${peak} MB` });
  console.log(`${what}: /healthz at most ${slowestMs} ms, web process at most ${peak} MB`);
  expect(slowestMs).toBeLessThan(mostMs);
  expect(peak).toBeLessThan(1_024);
}

/** Logins at once, straight to the web process, each from an address of its own. */
function logins(count: number, passwordOf: (n: number) => string): Promise<number[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const answer = await fetch(`${production.web}/api/login`, {
        method: "POST",
        headers: {
          origin: appUrl,
          "content-type": "application/json",
          "x-forwarded-for": `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`,
        },
        body: JSON.stringify({ loginName: `nobody.${n}`, password: passwordOf(n) }),
      });
      await answer.text();
      return answer.status;
    }),
  );
}

test("a thousand logins with passwords of 10,000 characters at once: refused before hashing, all goes on", async () => {
  let statuses: number[] = [];
  const slowest = await slowestHealth(async () => {
    statuses = await logins(1_000, () => "x".repeat(10_000));
  });
  expect(new Set(statuses)).toEqual(new Set([413]));
  noted("1,000 logins of 10,000 characters", slowest);
});

test("S1: a thousand logins that must be hashed: a bounded queue, 503 for the rest, all goes on", async () => {
  let statuses: number[] = [];
  const slowest = await slowestHealth(async () => {
    statuses = await logins(1_000, (n) => `not the right words ${n}`);
  });
  expect(statuses.filter((status) => status !== 401 && status !== 503)).toEqual([]);
  expect(statuses).toContain(401);
  // All cores hash for as long as it takes: later, but never silent.
  noted("1,000 logins to be hashed", slowest, 3_000);
});

test("a flood of large JSON, and of bodies that never end", async () => {
  const large = JSON.stringify({ loginName: "x", password: "y".repeat(5_000_000) });
  const headers = { origin: appUrl, "content-type": "application/json" };
  const flood = async () => {
    const sent = Array.from({ length: 100 }, async () => {
      const answer = await fetch(`${production.web}/api/login`, {
        method: "POST",
        headers,
        body: large,
      });
      await answer.text();
      return answer.status;
    });
    // A refusal may close the connection before all of it was sent.
    const settled = await Promise.allSettled(sent);
    for (const one of settled) if (one.status === "fulfilled") expect(one.value).toBe(413);
    expect(settled.some(({ status }) => status === "fulfilled")).toBe(true);
  };
  noted("100 bodies of 5 MB", await slowestHealth(flood));

  const dripping = new AbortController();
  const slow = Array.from({ length: 200 }, () =>
    fetch(`${production.web}/api/login`, {
      method: "POST",
      headers,
      signal: dripping.signal,
      duplex: "half",
      body: new ReadableStream<Uint8Array>({
        async pull(controller) {
          await pause(1_000);
          controller.enqueue(new TextEncoder().encode(" "));
        },
      }),
    } as RequestInit).then(
      ({ status }) => status,
      () => "let go",
    ),
  );
  const slowest = await slowestHealth(async () => {
    await pause(5_000);
    const visitor = openVisitor(production.proxy);
    expect((await visitor.get("/login")).status).toBe(200);
    // Nobody drips for longer than 20 s.
    expect(new Set(await Promise.all(slow))).toEqual(new Set(["let go"]));
  });
  dripping.abort();
  noted("200 bodies that drip", slowest, 3_000);
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
