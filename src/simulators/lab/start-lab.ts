import type { Temporal } from "temporal-polyfill";
import { type HttpAnswer, type HttpRequest, serve } from "../http/serve";
import type { RunningSimulator, SimulatorOptions } from "../process/simulator";
import { admit, unauthorized } from "./access";
import { createCase, listCases, readCase } from "./cases";
import { insertDefaultLabs } from "./default-labs";
import { discovery } from "./discovery";
import { labError, notFound } from "./errors";
import type { LabRow } from "./lab-store";
import { answerLoader } from "./loader";
import { receiveScan } from "./scans";
import { shownCases, shownLog } from "./shown";

const uuid = "([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})";
const casePath = new RegExp(`^/labs/[^/]+/v1/cases/${uuid}$`);
const scanPath = new RegExp(`^/labs/[^/]+/v1/cases/${uuid}/scans/([A-Za-z0-9._-]{1,100})$`);

/** The aligner labs: each below `/labs/{key}`, with its discovery document, its intake and its own rule. */
export async function startLab(options: SimulatorOptions): Promise<RunningSimulator> {
  const { port, host, store, clock, faults } = options;
  await insertDefaultLabs(store, await clock.now());

  async function handle(request: HttpRequest): Promise<HttpAnswer> {
    const { method, url } = request;
    const now = await clock.now();
    const { pathname } = url;
    if (method === "GET" && /^(\/lab)?\/cases$/.test(pathname)) return shownCases(store);
    if (method === "GET" && /^(\/lab)?\/log$/.test(pathname)) return shownLog(store);
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
    const event = scan !== null ? "scan" : method === "POST" ? "case" : "list";
    const admitted = await admit(store, lab, event, request, now);
    if ("answer" in admitted) return admitted.answer;
    const { doctor } = admitted;
    if (method === "PUT" && scan?.[1] !== undefined && scan[2] !== undefined) {
      return receiveScan(store, doctor, scan[1], scan[2], request, now);
    }
    if (path === "/cases" && method === "POST") return createCase(store, doctor, request, now);
    if (path === "/cases" && method === "GET") return listCases(store, doctor, url.searchParams);
    const id = casePath.exec(url.pathname)?.[1];
    return id !== undefined && method === "GET" ? readCase(store, doctor, id) : notFound();
  }

  return serve({
    port,
    host,
    slowMs: faults.slowMs,
    mode: async ({ url }) => (url.pathname.startsWith("/labs/") ? faults.mode("lab") : "ok"),
    isStreamed: (method, { pathname }) => method === "PUT" && scanPath.test(pathname),
    failure: labError(503, "unavailable", "The lab is out of order."),
    unauthorized: unauthorized(),
    handle,
  });
}
