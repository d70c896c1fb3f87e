import { Agent, type ClientRequest, request } from "node:http";
import { benchId } from "../bench-id";
import type { Bench } from "../seed";
import { memoryOf } from "./memory-of";
import { percentile } from "./percentile";
import { sendOver } from "./send-over";

/** A session holds this many at most. */
const perSession = 5;
const pauseMs = 25;

interface Wish {
  readonly portal: string;
  readonly bench: Bench;
  readonly streams: number;
  readonly sends: number;
}

/**
 * Many open streams in one web process: how long it takes from the press of "Send" to the arrival on the streams of the
 * thread's patient, and what a stream costs in memory. Prints the figures.
 */
export async function measureStreams({ portal, bench, streams, sends }: Wish): Promise<void> {
  const port = Number(new URL(portal).port);
  const before = memoryOf(port);
  const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });
  /** When each message was sent, by thread and number; and how long it took to arrive. */
  const sentMs = new Map<string, number>();
  const delays: number[] = [];
  const heard = (threadId: string, startedAt: (number: number) => string, data: string) => {
    const arrivedMs = performance.now();
    for (const [, number] of data.matchAll(/"kind":"message".*?"number":(\d+)/g)) {
      const startedMs = sentMs.get(startedAt(Number(number)));
      if (startedMs !== undefined && data.includes(threadId)) delays.push(arrivedMs - startedMs);
    }
  };
  const people = bench.tokens.slice(0, Math.ceil(streams / perSession));
  const open: ClientRequest[] = [];
  const startedMs = performance.now();
  for (const [index, token] of people.entries()) {
    const threadId = benchId("bench-a", "thread", index);
    const asking = Array.from({ length: Math.min(perSession, streams - index * perSession) }, () =>
      openStream(agent, portal, token, (data) => heard(threadId, (n) => `${threadId}.${n}`, data)),
    );
    open.push(...(await Promise.all(asking)));
  }
  const openedMs = performance.now() - startedMs;
  const sender = new Agent({ keepAlive: true });
  for (let turn = 0; turn < sends; turn += 1) {
    const index = turn % people.length;
    const threadId = benchId("bench-a", "thread", index);
    const base = index === 0 ? 50 : 5;
    sentMs.set(`${threadId}.${base + 1 + Math.floor(turn / people.length)}`, performance.now());
    await sendOver(sender, portal, {
      threadId,
      token: people[index] ?? "",
      key: `bench-stream-${turn}`,
    });
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  const expected = sends * perSession;
  for (let wait = 0; delays.length < expected && wait < 100; wait += 1)
    await new Promise((resolve) => setTimeout(resolve, 100));
  const after = memoryOf(port);
  for (const one of open) one.destroy();
  const ms = (percent: number) => `${percentile(delays, percent).toFixed(0)} ms`;
  console.log(
    `\n${open.length} open streams (opened in ${(openedMs / 1000).toFixed(1)} s), ${sends} messages: ${delays.length} of ${expected} arrivals; from send to arrival p50 ${ms(50)}, p95 ${ms(95)}, p99 ${ms(99)}`,
  );
  if (before !== null && after !== null)
    console.log(
      `memory of the web process ${before.toFixed(0)} MB before, ${after.toFixed(0)} MB after: ${(((after - before) * 1024) / open.length).toFixed(0)} kB per stream`,
    );
}

function openStream(
  agent: Agent,
  portal: string,
  token: string,
  onData: (data: string) => void,
): Promise<ClientRequest> {
  return new Promise((resolve, reject) => {
    const headers = { cookie: `archway-session=${token}`, accept: "text/event-stream" };
    const asked = request(`${portal}/api/events`, { agent, headers }, (answer) => {
      if (answer.statusCode !== 200) return reject(new Error(`events ${answer.statusCode}`));
      answer.setEncoding("utf8");
      answer.on("data", onData);
      answer.on("error", () => undefined);
      resolve(asked);
    });
    asked.on("error", reject);
    asked.end();
  });
}
