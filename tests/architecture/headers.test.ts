import { NextRequest } from "next/server";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type CookieName, ownCookies, setCookieHeader } from "@/features/access/cookies";
import { config, proxy } from "@/proxy";
import { secured } from "@/server/api-headers";

const https = { appUrl: "https://portal.example.com" };
const http = { appUrl: "http://localhost:3000" };

function page(path: string): Headers {
  return proxy(new NextRequest(new URL(path, http.appUrl))).headers;
}

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
    expect(new RegExp(`^${config.matcher[0]}$`).test(path)).toBe(true);
  });

  it.each(["/api/uploads", "/_next/static/a.js", "/icons/archway.svg"])("%s does not", (path) => {
    expect(new RegExp(`^${config.matcher[0]}$`).test(path)).toBe(false);
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
