import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { expect, test } from "@playwright/test";
import { appUrl, type Production } from "./production";

const headers = { origin: appUrl, "content-type": "application/json" };

/** Asks `/healthz` over and over while `work` goes on, from a thread that does nothing else; the slowest answer in ms. */
export async function slowestHealth(web: string, work: () => Promise<unknown>): Promise<number> {
  const asking = new Worker(askHealth, { eval: true, workerData: web });
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

/** Alone on two cores `/healthz` stays below a second. Another story runs beside a flood: only a silence this long fails. */
const silenceMs = 5_000;

/** What was seen, for the reader of the run; the web process stays below 1 GB. */
export function noted(what: string, production: Production, slowestMs: number): void {
  const peak = Math.round(production.peakMegabytes());
  test.info().annotations.push({ type: what, description: `${slowestMs} ms, ${peak} MB` });
  console.log(`${what}: /healthz at most ${slowestMs} ms, web process at most ${peak} MB`);
  expect(slowestMs).toBeLessThan(silenceMs);
  expect(peak).toBeLessThan(1_024);
}

/** Logins at once, straight to the web process, each from an address of its own; answers the statuses. */
export function logins(
  web: string,
  count: number,
  passwordOf: (n: number) => string,
): Promise<number[]> {
  return Promise.all(
    Array.from({ length: count }, async (_, n) => {
      const answer = await fetch(`${web}/api/login`, {
        method: "POST",
        headers: { ...headers, "x-forwarded-for": `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}` },
        body: JSON.stringify({ loginName: `nobody.${n}`, password: passwordOf(n) }),
      });
      await answer.text();
      return answer.status;
    }),
  );
}

/** Bodies of 5 MB at once: each is refused, or its connection closed before all of it was sent. */
export async function largeBodies(web: string, count: number): Promise<void> {
  const body = JSON.stringify({ loginName: "x", password: "y".repeat(5_000_000) });
  const sent = Array.from({ length: count }, async () => {
    const answer = await fetch(`${web}/api/login`, { method: "POST", headers, body });
    await answer.text();
    return answer.status;
  });
  const settled = await Promise.allSettled(sent);
  for (const one of settled) if (one.status === "fulfilled") expect(one.value).toBe(413);
  expect(settled.some(({ status }) => status === "fulfilled")).toBe(true);
}

export interface Drip {
  /** How often this one has sent a blank. */
  readonly sent: () => number;
  /** A status, or what became of it. */
  readonly ended: Promise<number | "let go">;
}

/** Senders whose body is a blank a second and never ends, until they are told to stop. */
export function drips(web: string, count: number, stop: AbortSignal): Drip[] {
  return Array.from({ length: count }, () => {
    let blanks = 0;
    const body = new ReadableStream<Uint8Array>({
      async pull(controller) {
        await pause(1_000);
        controller.enqueue(new TextEncoder().encode(" "));
        blanks += 1;
      },
    });
    const init = { method: "POST", headers, signal: stop, duplex: "half", body };
    const ended = fetch(`${web}/api/login`, init as RequestInit).then(
      ({ status }) => status,
      () => "let go" as const,
    );
    return { sent: () => blanks, ended };
  });
}
