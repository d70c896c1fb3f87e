import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { POST as completeSetUp } from "@/app/api/set-ups/complete/route";
import { GET as readyz } from "@/app/readyz/route";
import { openDatabase } from "@/db/client";
import { frontDoor } from "@/server/front-door";
import { type DatabaseWatch, watchDatabase } from "@/server/ready";
import { embeddedAddresses } from "../../../scripts/database/addresses";
import { startServer, stopServer } from "../../../scripts/database/cluster";
import { holdEmbeddedServer } from "../../../scripts/database/embedded";
import { migrate } from "../../../scripts/database/migrate";
import { root } from "../../../scripts/database/paths";
import type { ServerState } from "../../../scripts/database/state";
import { openWorld } from "../../support/world";

// A server of its own: this one is stopped.
const folder = mkdtempSync(join(root, ".test/away-"));
const world = await openWorld();
let state: ServerState;
let release: () => Promise<void>;
let watch: DatabaseWatch;
let server: Server;
let portal: string;
const failures: unknown[] = [];
const db: ReturnType<typeof openDatabase>[] = [];

beforeAll(async () => {
  const held = await holdEmbeddedServer(folder, { durable: false });
  ({ state, release } = held);
  const addresses = embeddedAddresses(state);
  await migrate(addresses);
  const opened = openDatabase(addresses.app, 5);
  db.push(opened);
  const runtime = { ...world.runtime, db: opened };
  Object.assign(globalThis, { archwayRuntime: runtime });
  watch = watchDatabase(addresses.app);
  const handle = frontDoor({
    env: runtime.env,
    database: watch,
    jsonBodyMs: 500,
    failed: (error) => failures.push(error),
    handle: async (request, response) => {
      for await (const _ of request);
      response.end("a page");
    },
  });
  server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  portal = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}, 120_000);

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await watch.close();
  await Promise.all(db.map((one) => one.close()));
  await release();
  rmSync(folder, { recursive: true, force: true });
});

async function timed(path: string, headers: Record<string, string> = {}) {
  const startedMs = performance.now();
  const answer = await fetch(`${portal}${path}`, { headers });
  return { answer, text: await answer.text(), ms: performance.now() - startedMs };
}

async function route() {
  const origin = "http://localhost:3000";
  const startedMs = performance.now();
  const answer = await completeSetUp(
    new Request(`${origin}/api/set-ups/complete`, {
      method: "POST",
      headers: { origin, "content-type": "application/json" },
      body: JSON.stringify({ token: "x", id: crypto.randomUUID(), code: "123456" }),
    }),
    { params: Promise.resolve({}) },
  );
  return { status: answer.status, body: await answer.json(), ms: performance.now() - startedMs };
}

/** Waiting for a connection ends after five seconds: whoever answers sooner did not wait for it. */
const beforeThePoolGivesUpMs = 4_000;

describe("S21: while the database is away, and when it is back", () => {
  it("serves pages while it is there", async () => {
    expect((await timed("/")).text).toBe("a page");
    expect((await route()).status).toBe(410);
    expect((await readyz()).status).toBe(200);
  });

  it("answers 503 in words at once, page and JSON, and healthz goes on", async () => {
    await stopServer(state.pid);
    // What was known of the database may be half a second old.
    await expect.poll(() => watch.isAway(), { timeout: 3_000 }).toBe(true);
    const page = await timed("/appointments", { accept: "text/html" });
    expect(page.answer.status).toBe(503);
    expect(page.ms).toBeLessThan(beforeThePoolGivesUpMs);
    expect(page.answer.headers.get("retry-after")).toBe("5");
    expect(page.answer.headers.get("cache-control")).toBe("no-store");
    expect(page.answer.headers.get("content-security-policy")).toMatch(/default-src 'none'/);
    expect(page.text).toContain("<h1>Back in a moment</h1>");
    expect(page.text).not.toMatch(/postgres|ECONN|prisma|stack| at \//i);

    const json = await timed("/api/appointments");
    expect(json.answer.status).toBe(503);
    expect(json.ms).toBeLessThan(beforeThePoolGivesUpMs);
    expect(JSON.parse(json.text)).toMatchObject({
      error: { code: "unavailable", reference: expect.stringMatching(/^[0-9a-f-]{36}$/) },
    });

    expect((await timed("/healthz")).text).toBe('{"status":"ok"}');
    expect((await readyz()).status).toBe(503);
    const answered = await route();
    expect(answered).toMatchObject({ status: 503, body: { error: { code: "unavailable" } } });
    expect(answered.ms).toBeLessThan(beforeThePoolGivesUpMs);
  });

  it("is healthy again within ten seconds of its return, without a restart", async () => {
    state = await startServer(folder, state, false);
    const back = async () =>
      (await timed("/")).answer.status === 200 &&
      (await route()).status === 410 &&
      (await readyz()).status === 200;
    await expect.poll(back, { timeout: 10_000 }).toBe(true);
  });

  it("lets go of a sender whose JSON never ends", async () => {
    const never = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"a":')),
    });
    const startedMs = performance.now();
    const sent = fetch(`${portal}/api/login`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: never,
      duplex: "half",
    } as RequestInit);
    await expect(sent).rejects.toThrow();
    expect(performance.now() - startedMs).toBeLessThan(5_000);
  });
});
