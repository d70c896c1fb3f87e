import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { httpLab } from "@/adapters/lab/http/http-lab";
import { portOffsets } from "@/simulators/process/ports";
import { testDatabase } from "../../support/test-database";
import { caseOf, doctorToken, orderOf, scanOf } from "./simulated-lab";
import { type WebhookReceiver, webhookReceiver } from "./webhook-receiver";

const database = await testDatabase();
const port = httpLab({ timeoutMs: 10_000, uploadTimeoutMs: 15_000 });
const scan = scanOf("upper-1", "0123456789abcdef".repeat(100_000));
const half = 800_000;
let lab: ChildProcess;
let labPort: number;
let archway: WebhookReceiver;

const origin = () => `http://127.0.0.1:${labPort}`;
const access = () => ({ intakeUrl: `${origin()}/labs/alder/v1`, accessToken: doctorToken });

/** The lab as a process of its own, as the demo runs it. */
async function start(): Promise<void> {
  lab = spawn(process.execPath, ["--import", "tsx", "src/simulators/lab/main.ts"], {
    env: {
      ...process.env,
      SIMULATORS_PORT: String(labPort - portOffsets.lab),
      SIMULATORS_DATABASE_URL: database.owner,
      CLOCK_DATABASE_URL: "",
      HOST: "127.0.0.1",
    },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const [said] = await once(lab, "message");
  expect(said).toBe("started");
}

async function kill(): Promise<void> {
  const ended = once(lab, "exit");
  lab.kill("SIGKILL");
  await ended;
}

async function load(path: string, body: object): Promise<void> {
  const url = `${origin()}/simulator/${path}`;
  const answer = await fetch(url, { method: "POST", body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(await answer.text());
}

beforeAll(async () => {
  labPort = await freePort();
  archway = await webhookReceiver();
  await start();
  const doctor = { lab: "alder", userName: "eva", password: "p", displayName: "Dr Eva Lind" };
  const lastAuthenticatedAt = new Date().toISOString();
  const signedIn = { lastAuthenticatedAt, lastScanAt: null, accessToken: doctorToken };
  await load("doctors", { doctors: [{ ...doctor, ...signedIn }] });
  const secret = "a secret of Archway's at this lab";
  await port.registerWebhook(access(), { url: archway.url, secret });
});
afterAll(async () => {
  await kill();
  await archway.close();
});

describe("R46: kill -9 of the lab", () => {
  it("in the middle of an upload: the scan goes on where it was", async () => {
    const order = orderOf("K-1", [scan]);
    const { labCaseId } = caseOf(await port.submitCase(access(), order, "key-1"));
    const isAnswered = port.uploadScan(access(), labCaseId, scan.declared, () =>
      new Blob([scan.bytes.subarray(0, half)]).stream().pipeThrough(withoutEnd()),
    );
    const address = `${access().intakeUrl}/cases/${labCaseId}/scans/upper-1`;
    const headers = { authorization: `Bearer ${doctorToken}` };
    const held = async () =>
      (await fetch(address, { method: "HEAD", headers })).headers.get("upload-offset");
    await expect.poll(held, { timeout: 10_000 }).toBe(String(half));
    await kill();
    expect(await isAnswered).toMatchObject({ ok: false, reason: "unclear" });
    await start();
    const fromBytes: number[] = [];
    const rest = (fromByte: number) => {
      fromBytes.push(fromByte);
      return scan.content(fromByte);
    };
    const sent = await port.uploadScan(access(), labCaseId, scan.declared, rest);
    expect(caseOf(sent).status).toBe("received");
    expect(fromBytes).toEqual([half]);
  });

  it("before a report was told: it is told by the next process", async () => {
    archway.answers(503);
    const { labCaseId, reports } = caseOf(await port.submitCase(access(), orderOf("K-2"), "key-2"));
    const reportId = reports[0]?.reportId;
    const told = () => archway.received.filter(({ text }) => text.includes(labCaseId)).length;
    await expect.poll(told, { timeout: 10_000 }).toBeGreaterThan(0);
    await kill();
    archway.answers(204);
    const before = told();
    await start();
    await expect.poll(told, { timeout: 15_000 }).toBe(before + 1);
    expect(JSON.parse(archway.received.at(-1)?.text ?? "")).toMatchObject({ reportId });
  });
});

/** Hands everything on and then stays open. */
function withoutEnd(): TransformStream<Uint8Array<ArrayBuffer>, Uint8Array<ArrayBuffer>> {
  return new TransformStream({ flush: () => new Promise(() => {}) });
}

/** With the simulators' other ports below it. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("no port");
  return address.port;
}
