import type { Temporal } from "temporal-polyfill";
import { type HttpAnswer, type HttpRequest, serve } from "../http/serve";
import type { RunningSimulator, SimulatorOptions } from "../process/simulator";
import { admit, unauthorized } from "./access";
import { addToCase } from "./additions";
import { cancelCase } from "./cancel";
import { createCase, listCases, readCase } from "./cases";
import { insertDefaultLabs } from "./default-labs";
import { discovery } from "./discovery";
import { labError, notFound } from "./errors";
import type { LabRow } from "./lab-store";
import { answerLoader } from "./loader";
import type { LogEntry } from "./log";
import { moveCase } from "./people";
import { reviewPlan } from "./plan-reviews";
import { sweepScanFiles } from "./scan-files";
import { answerOffset, receiveScan } from "./scans";
import { casesOfAll, shownLog, shownWork } from "./shown";
import { signIns } from "./sign-in/sign-ins";
import { startWebhookCalls } from "./webhook-calls";
import { registerWebhook } from "./webhooks";

const uuid = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
const casePath = new RegExp(`^/labs/[^/]+/v1/cases/${uuid}(?:/(additions|plan-reviews|cancel))?$`);
const movePath = new RegExp(`^/simulator/cases/${uuid}/move$`);
const scanPath = new RegExp(
  `^/labs/[^/]+/v1/cases/${uuid}/(?:scans|photos)/([A-Za-z0-9._-]{1,100})$`,
);

/** The aligner labs: each below `/labs/{key}`, with its sign-in, discovery document, intake and its own rule. */
export async function startLab(options: SimulatorOptions): Promise<RunningSimulator> {
  const { port, host, store, clock, faults } = options;
  await insertDefaultLabs(store, await clock.now());
  await sweepScanFiles(Date.now());
  const signIn = signIns({ store, clock, faults });

  async function handle(request: HttpRequest): Promise<HttpAnswer> {
    const { method, url } = request;
    const now = await clock.now();
    const { pathname } = url;
    if (method === "GET" && /^(\/lab)?\/cases$/.test(pathname)) return casesOfAll(store);
    if (method === "GET" && /^(\/lab)?\/log$/.test(pathname)) return shownLog(store);
    if (method === "GET" && pathname === "/lab/work") return shownWork(store);
    const moved = movePath.exec(pathname)?.[1];
    if (method === "POST" && moved !== undefined) {
      return moveCase(options, moved, request.text(), now);
    }
    if (method === "POST" && pathname.startsWith("/simulator/")) {
      return answerLoader(store, pathname.slice("/simulator/".length), request.text(), now);
    }
    const [, key, rest] = /^\/labs\/([^/]+)\/(.+)$/.exec(pathname) ?? [];
    const [lab] = await store.query<LabRow>("select * from lab where key = $1", [key ?? ""]);
    if (lab === undefined) return notFound();
    if (rest === ".well-known/lab-configuration") {
      return method === "GET" ? discovery(lab, request) : notFound();
    }
    return intake(lab, request, now);
  }

  async function intake(
    lab: LabRow,
    request: HttpRequest,
    now: Temporal.Instant,
  ): Promise<HttpAnswer> {
    const { method, url } = request;
    const path = url.pathname.slice(`/labs/${lab.key}/v1`.length);
    const scan = scanPath.exec(url.pathname);
    const [, caseId, change] = casePath.exec(url.pathname) ?? [];
    const admitted = await admit({ store, signIn }, lab, eventOf(), request, now);
    if ("answer" in admitted) return admitted.answer;
    const { doctor } = admitted;
    if (scan?.[1] !== undefined && scan[2] !== undefined) {
      const call = { doctor, caseId: scan[1], scanId: scan[2] };
      if (method === "HEAD") return answerOffset(options, call);
      return method === "PUT" ? receiveScan(options, call, request) : notFound();
    }
    if (path === "/cases" && method === "POST") return createCase(options, doctor, request, now);
    if (path === "/cases" && method === "GET") return listCases(store, doctor, url.searchParams);
    if (path === "/webhook" && method === "PUT") {
      return registerWebhook(store, doctor, request, now);
    }
    if (caseId === undefined) return notFound();
    const call = { doctor, caseId, request, now };
    if (change === undefined) {
      return method === "GET" ? readCase(store, doctor, caseId) : notFound();
    }
    if (method !== "POST") return notFound();
    if (change === "additions") return addToCase(options, call);
    return change === "cancel" ? cancelCase(options, call) : reviewPlan(options, call);

    function eventOf(): LogEntry["event"] {
      if (scan !== null) return "scan";
      if (path === "/webhook") return "webhook";
      if (change === "additions") return "addition";
      if (change === "plan-reviews") return "plan-review";
      if (change === "cancel") return "cancel";
      return method === "POST" ? "case" : "list";
    }
  }

  const server = await serve({
    port,
    host,
    slowMs: faults.slowMs,
    mode: async ({ method, url }) => {
      if (!url.pathname.startsWith("/labs/")) return "ok";
      const mode = await faults.mode("lab");
      // To ask how much of a scan is here gives the lab nothing that it could accept and drop.
      const isDescription = url.pathname.endsWith("/.well-known/lab-configuration");
      if (mode === "accept-then-drop" && (method === "HEAD" || isDescription)) return "ok";
      // Who is refused may sign in again; what they hold already is refused by the lab's own endpoints.
      const isOpen = signIn.passOn(url) || isDescription;
      return mode === "unauthorized" && isOpen ? "ok" : mode;
    },
    passOn: (_, url) => signIn.passOn(url),
    isStreamed: (method, { pathname }) => method === "PUT" && scanPath.test(pathname),
    failure: labError(503, "unavailable", "The lab is out of order."),
    unauthorized: unauthorized(),
    handle,
  });
  const calls = startWebhookCalls(options);
  return {
    port: server.port,
    close: async () => {
      await server.close();
      await calls.stop();
    },
  };
}
