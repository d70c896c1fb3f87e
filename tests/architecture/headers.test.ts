import { NextRequest } from "next/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type CookieName, ownCookies, setCookieHeader } from "@/features/access/cookies";
import { unattendedCookie, unattendedHeader } from "@/lib/unattended";
import { config, proxy } from "@/proxy";
import { secured } from "@/server/api-headers";
import { dressedHeader, dressPage } from "@/server/page-headers";

const https = { appUrl: "https://portal.example.com" };
const http = { appUrl: "http://localhost:3000" };

function page(path: string): Headers {
  return proxy(new NextRequest(new URL(path, http.appUrl))).headers;
}

/** What the front door makes of a request: its headers then, and those of the answer. */
function dressed(url: string, headers: Record<string, string> = {}) {
  const asked: Record<string, string> = { ...headers };
  const answered = new Map<string, unknown>();
  const answer = { setHeader: (name: string, value: string) => answered.set(name, value) };
  dressPage({ url, headers: asked }, answer, http.appUrl);
  return { asked, answered };
}

const goesThrough = (path: string) => new RegExp(`^${config.matcher[0]?.source}$`).test(path);
/** Next's own notes to itself. */
const isOurs = (name: string) => !name.startsWith("x-middleware-");

/** The rules of a policy by their names. */
function policyOf(headers: Headers): ReadonlyMap<string, string> {
  const rules = (headers.get("content-security-policy") ?? "").split("; ");
  return new Map(
    rules.map((rule) => [rule.split(" ")[0] ?? "", rule.split(" ").slice(1).join(" ")]),
  );
}

afterEach(() => vi.unstubAllEnvs());

describe("S14: every page", () => {
  it("runs scripts of its own nonce alone, a new one each time", () => {
    vi.stubEnv("NODE_ENV", "production");
    const [first, second] = [policyOf(page("/login")), policyOf(page("/login"))];
    expect(first.get("script-src")).toMatch(
      /^'self' 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic'$/,
    );
    expect(first.get("script-src")).not.toBe(second.get("script-src"));
    expect(first.get("style-src")).not.toContain("unsafe");
    for (const rule of ["object-src", "base-uri", "frame-ancestors"])
      expect(first.get(rule), rule).toBe("'none'");
    expect(first.get("form-action")).toBe("'self'");
    expect(first.get("default-src")).toBe("'self'");
  });

  it("is kept by nobody, framed by nobody, guessed at by nobody", () => {
    const headers = page("/treatment");
    expect(Object.fromEntries(headers)).toMatchObject({
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers.get("permissions-policy")).toContain("microphone=()");
    expect(headers.get("permissions-policy")).toContain("publickey-credentials-get=(self)");
  });

  it("asks for https from then on where it is https", () => {
    expect(page("/").get("strict-transport-security")).toBeNull();
    vi.stubEnv("APP_URL", https.appUrl);
    expect(page("/").get("strict-transport-security")).toMatch(/^max-age=31536000/);
    expect(secured(new Response(), https).headers.get("strict-transport-security")).toMatch(
      /^max-age=/,
    );
  });

  it.each([
    "/",
    "/login",
    "/icons",
    "/icons/none",
    "/favicon-of-ours",
    "/apiary",
    "/desk/records/x.png",
  ])("%s goes through the proxy, missing or not", (path) => {
    expect(goesThrough(path)).toBe(true);
    const { asked, answered } = dressed(path);
    expect([...answered.keys()].sort()).toEqual([...page(path).keys()].filter(isOurs).sort());
    expect(answered.get("content-security-policy")).toBe(asked["content-security-policy"]);
  });

  it.each(["/api/uploads", "/_next/static/a.js", "/icons/archway.svg"])("%s does not", (path) => {
    expect(goesThrough(path)).toBe(false);
    expect(dressed(path).answered.size).toBe(0);
  });

  it("has the front door's headers whatever a browser says it has already", () => {
    const claims = { "x-nonce": "mine", "x-practice": "theirs", [dressedHeader]: "1" };
    const { asked, answered } = dressed("/login?practice=northgate", claims);
    expect(asked["x-practice"]).toBe("northgate");
    expect(answered.get("content-security-policy")).toContain(`'nonce-${asked["x-nonce"]}'`);
    expect(asked["x-nonce"]).not.toBe("mine");
    expect(dressed("/api/slots", claims).asked[dressedHeader]).toBeUndefined();
  });
});

describe("S10: a page that no person asked for", () => {
  const unattended = (url: string, headers: Record<string, string>) =>
    dressed(url, headers).asked[unattendedHeader] === "1";
  const renewed = { rsc: "1", cookie: `archway-language=en; ${unattendedCookie}=%2Fmessages` };

  it("is one fetched before a click, or made anew by news", () => {
    expect(unattended("/treatment", { rsc: "1", "next-router-prefetch": "1" })).toBe(true);
    expect(unattended("/messages?_rsc=1", renewed)).toBe(true);
  });

  it("is not one that is opened, or another one opened while news make this one anew", () => {
    expect(unattended("/messages", { cookie: renewed.cookie })).toBe(false);
    expect(unattended("/treatment?_rsc=1", renewed)).toBe(false);
    expect(unattended("/messages", { rsc: "1" })).toBe(false);
    expect(unattended("/messages", { [unattendedHeader]: "1" })).toBe(false);
  });
});

describe("S10: a cookie", () => {
  const names: readonly CookieName[] = [
    "session",
    "challenge",
    "registration",
    "browser",
    "csrf",
    "practice",
  ];

  it.each(names)("%s is the host's own, for no script, and over https alone", (name) => {
    const [pair, ...attributes] = setCookieHeader(https, {
      name,
      value: "x",
      maxAgeSeconds: 60,
    }).split("; ");
    expect(pair).toBe(`__Host-archway-${name}=x`);
    expect(attributes.sort()).toEqual([
      "HttpOnly",
      "Max-Age=60",
      "Path=/",
      "SameSite=Lax",
      "Secure",
    ]);
  });

  it("without its prefix is nobody's on https, so that no neighbouring host can plant one", () => {
    const sent = "archway-session=planted; __Host-archway-session=own; session=other";
    expect(ownCookies(https, sent).get("session")).toBe("own");
    expect(ownCookies(https, "archway-session=planted").get("session")).toBeUndefined();
  });

  it("has a plain name on http, which only the demo on localhost has", () => {
    const set = setCookieHeader(http, { name: "session", value: "x" });
    expect(set).toBe("archway-session=x; Path=/; HttpOnly; SameSite=Lax");
  });
});
