import { readFileSync } from "node:fs";
import { type HttpAnswer, type HttpRequest, serve } from "../http/serve";
import { portOffsets } from "../process/ports";
import type { RunningSimulator, SimulatorOptions } from "../process/simulator";
import { forward, handOn } from "./forward";
import { labLogins } from "./lab-logins";
import { attachmentOf, receivedMail, receivedTexts } from "./received";
import { badRequest, readClockMove, readFault, readLimit, readSearch } from "./requests";
import { totpCode } from "./totp-code";

const page = (name: string) =>
  readFileSync(new URL(`./page/${name}`, import.meta.url), { encoding: "utf8" });

// Mails are shown in sandboxed frames, which inherit this policy: styles and pictures, no script.
const contentPolicy =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline'; img-src data: http: https:; frame-src 'self'; base-uri 'self' about:; form-action 'none'";

/** The simulators' front door: what arrived in the world, what is broken, what time it is. Never faulty itself. */
export async function startFrontDoor(
  options: SimulatorOptions,
  outside = {
    lab: options.port + portOffsets.lab,
    pms: options.port + portOffsets.pms,
  },
): Promise<RunningSimulator> {
  const { port, host, store, clock, faults } = options;
  const assets: Record<string, HttpAnswer> = {
    "/": asset("text/html", page("index.html")),
    "/page.js": asset("text/javascript", page("page.js")),
    "/lab-work.js": asset("text/javascript", page("lab-work.js")),
    "/page.css": asset("text/css", page("page.css")),
  };

  async function get({ url }: HttpRequest): Promise<HttpAnswer> {
    const { pathname, searchParams: search } = url;
    const shown = assets[pathname];
    if (shown !== undefined) return shown;
    if (pathname === "/mail" || pathname === "/sms") {
      const to = readSearch(search, "to");
      const limit = readLimit(search);
      if ("answer" in to) return to.answer;
      if ("answer" in limit) return limit.answer;
      const received = pathname === "/mail" ? receivedMail : receivedTexts;
      return { status: 200, body: await received(store, phoneSign(to.value), limit.value) };
    }
    if (pathname === "/totp") {
      const loginName = readSearch(search, "loginName");
      if ("answer" in loginName) return loginName.answer;
      if (loginName.value === null) return badRequest("loginName: expected a login name");
      const code = await totpCode(store, loginName.value, await clock.now());
      return code === null
        ? badRequest("no authenticator is known for this login name", 404)
        : { status: 200, body: { code } };
    }
    if (pathname === "/clock") return { status: 200, body: await clockJson() };
    if (pathname === "/faults") return { status: 200, body: await faults.all() };
    if (/^\/lab\/(cases|log|work)$/.test(pathname)) return forward(outside.lab, url);
    if (pathname === "/lab/logins") return { status: 200, body: await labLogins(store) };
    if (pathname === "/pms/patients") return forward(outside.pms, url);
    return attachment(pathname);
  }

  async function attachment(pathname: string): Promise<HttpAnswer> {
    const parts = /^\/mail\/([0-9a-f-]{36})\/attachments\/(\d{1,3})$/.exec(pathname);
    const found =
      parts?.[1] === undefined ? undefined : await attachmentOf(store, parts[1], Number(parts[2]));
    if (found === undefined) return badRequest("nothing is here", 404);
    return {
      status: 200,
      headers: {
        "content-type": "application/octet-stream",
        "content-disposition": `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
      },
      body: found.content,
    };
  }

  async function post(request: HttpRequest): Promise<HttpAnswer> {
    if (!isOwnOrigin(request)) return badRequest("another site may not move the simulators", 403);
    if (request.url.pathname === "/faults") {
      const fault = readFault(request);
      if ("answer" in fault) return fault.answer;
      await faults.set(fault.value.target, fault.value.mode, fault.value.seconds);
      return { status: 200, body: fault.value };
    }
    if (request.url.pathname === "/clock") {
      const at = readClockMove(request, await clock.now());
      if ("answer" in at) return at.answer;
      await clock.moveTo(at.value);
      return { status: 200, body: await clockJson() };
    }
    const labCase = /^\/lab\/cases\/([0-9a-f-]{36})\/move$/.exec(request.url.pathname)?.[1];
    return labCase === undefined
      ? badRequest("nothing is here", 404)
      : handOn(outside.lab, `/simulator/cases/${labCase}/move`, request.text());
  }

  async function clockJson() {
    return { at: (await clock.now()).toString({ smallestUnit: "millisecond" }) };
  }

  return serve({
    port,
    host,
    handle: async (request) => {
      if (request.method === "GET" || request.method === "HEAD") return get(request);
      if (request.method === "POST") return post(request);
      return badRequest("only GET and POST are known here", 405);
    },
  });
}

function asset(type: string, body: string): HttpAnswer {
  return {
    status: 200,
    headers: { "content-type": `${type}; charset=utf-8`, "content-security-policy": contentPolicy },
    body,
  };
}

/** In a query string an unescaped `+` reads as a space; a number that starts with one means the plus. */
function phoneSign(to: string | null): string | null {
  return to !== null && /^\d{7,15}$/.test(to) ? `+${to}` : to;
}

/** Programs send no Origin; a page from elsewhere must not reach in through the visitor's browser. */
function isOwnOrigin({ headers }: HttpRequest): boolean {
  return headers.origin === undefined || headers.origin === `http://${headers.host}`;
}
