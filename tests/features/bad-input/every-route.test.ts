import { describe, expect, it } from "vitest";
import type { ZodObject } from "zod";
import { registeredRoutes } from "@/app/api/openapi.json/register";
import type { RegisteredHandler } from "@/server/route";
import { type CallerName, expectDecent, openScene, type Sent, verdict } from "./callers";
import { deep, hostileTexts, hostileValues, sampleOf, takesNull } from "./samples";

const scene = await openScene();
const { call } = scene;

const routes = registeredRoutes.map((handler) => ({
  handler,
  spec: handler.spec,
  name: `${handler.spec.method} ${handler.spec.path}`,
}));
const withBody = routes.filter(({ spec }) => spec.body !== undefined);
const withId = routes.filter(({ spec }) => spec.params !== undefined);
const writing = routes.filter(({ spec }) => spec.method !== "GET");
const everybody: readonly CallerName[] = ["visitor", "patient", "orthodontist", "staff", "admin"];

/** Somebody whom the route lets in. */
function insider({ spec }: RegisteredHandler): CallerName {
  return everybody.find((name) => name !== "visitor" && spec.roles.includes(name)) ?? "visitor";
}

/** A request of the right form in every part but those given. */
function sound({ spec }: RegisteredHandler): Sent {
  return {
    params: sampleOf(spec.params),
    ...(spec.body && { body: ours(spec.body) }),
  };
}

/** The fields of a body or an address, about the patient and practice of our scene; a registration by its details. */
function ours(schema: ZodObject | undefined): Record<string, unknown> {
  const { linkToken: _, practice: __, ...sample } = sampleOf(schema);
  return "patientId" in sample ? { ...sample, patientId: scene.patientId } : sample;
}

/** Some answers take 350 ms, however fast the machine (S6). */
async function tenAtOnce<T>(
  cases: Readonly<Record<string, T>>,
  check: (what: string, value: T) => Promise<void>,
): Promise<void> {
  const left = Object.entries(cases);
  while (left.length > 0)
    await Promise.all(left.splice(0, 10).map(([what, value]) => check(what, value)));
}

function searchOf(fields: Readonly<Record<string, unknown>>): string {
  return new URLSearchParams(
    Object.entries(fields).map(([name, value]) => [name, String(value)]),
  ).toString();
}

describe.each(routes)("$name", ({ handler, spec }) => {
  it("answers everybody decently, whoever asks", async () => {
    for (const as of everybody) {
      const answer = await call(handler, { ...sound(handler), as });
      expectDecent(answer, as);
      const isInside = spec.roles.length === 0 || spec.roles.some((role) => role === as);
      if (!isInside)
        expect(verdict(answer)).toBe(as === "visitor" ? "401 not_logged_in" : "403 not_allowed");
    }
  });

  it("refuses names in the address that it does not know, or that stand there twice", async () => {
    const as = insider(handler);
    const base = { ...sound(handler), as };
    const names = ["unknown", "__proto__", "constructor", "toString", "a\u0001b", ""];
    for (const name of names) {
      const answer = await call(handler, { ...base, search: `${encodeURIComponent(name)}=1` });
      expectDecent(answer, name);
      expect([400, 404, 422], `${name}: ${verdict(answer)}`).toContain(answer.status);
    }
    for (const name of ["patientId", "cursor", "unknown"]) {
      const answer = await call(handler, { ...base, search: `${name}=1&${name}=2` });
      expect(verdict(answer)).toBe("400 malformed");
    }
    expect(verdict(await call(handler, { ...base, search: "cursor=%00" }))).toBe("400 malformed");
  });

  it("survives whatever stands in a field of the address", async () => {
    const as = insider(handler);
    for (const field of Object.keys(sampleOf(spec.query))) {
      await tenAtOnce(hostileTexts, async (what, text) => {
        const search = searchOf({ ...ours(spec.query), [field]: text });
        expectDecent(await call(handler, { ...sound(handler), as, search }), `${field}: ${what}`);
      });
    }
  });
});

describe.each(withId)("$name", ({ handler, spec }) => {
  it("answers 404 to an id that is none", async () => {
    const as = insider(handler);
    for (const id of [
      "1",
      "x",
      "../../etc/passwd",
      "%00",
      "a\0b",
      "01900000",
      "null",
      "__proto__",
    ]) {
      const params = Object.fromEntries(
        Object.keys(sampleOf(spec.params)).map((name) => [name, id]),
      );
      const answer = await call(handler, { ...sound(handler), as, params });
      expectDecent(answer, id);
      expect(verdict(answer), id).toBe("404 not_found");
    }
  });
});

describe.each(writing)("$name", ({ handler }) => {
  it("S13: takes nothing that comes from elsewhere", async () => {
    const as = insider(handler);
    const foreign: Readonly<Record<string, string | null>>[] = [
      { origin: null },
      { origin: "null" },
      { origin: "" },
      { origin: "https://evil.example.com" },
      { origin: "http://localhost:3000.evil.example.com" },
      { origin: "http://localhost" },
      { origin: "https://localhost:3000" },
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "none" },
    ];
    for (const headers of foreign) {
      const answer = await call(handler, { ...sound(handler), as, headers });
      expectDecent(answer, JSON.stringify(headers));
      expect(verdict(answer), JSON.stringify(headers)).toBe("403 wrong_origin");
    }
  });
});

describe.each(withBody)("$name", ({ handler, spec }) => {
  const as = insider(handler);
  const base = { ...sound(handler), as };

  it("refuses what is no JSON object with 400", async () => {
    const texts = [
      "",
      "{",
      "nothing",
      "[]",
      "null",
      "7",
      '"text"',
      "{'a':1}",
      '{"a":1}{"b":2}',
      "\ufeff{}",
      deep(20_000).slice(0, 7_000),
      deep(3_000),
      '{"a":NaN}',
      '{"a":1e',
    ];
    for (const raw of texts) {
      const answer = await call(handler, { ...base, raw });
      expectDecent(answer, raw.slice(0, 40));
      expect(verdict(answer), raw.slice(0, 40)).toBe("400 malformed");
    }
  });

  it("refuses other kinds of content with 415, and too much of it with 413", async () => {
    for (const type of [
      "text/plain",
      "application/x-www-form-urlencoded",
      "multipart/form-data",
      "",
    ]) {
      const answer = await call(handler, { ...base, headers: { "content-type": type } });
      expect(verdict(answer), type).toBe("415 wrong_content_type");
    }
    const raw = JSON.stringify({ a: "x".repeat(200_000) });
    for (const headers of [{}, { "content-length": "10" }, { "content-length": "-1" }]) {
      const answer = await call(handler, { ...base, raw, headers });
      expectDecent(answer, "too large");
      expect(verdict(answer)).toBe("413 too_large");
    }
  });

  it("refuses fields it does not know, those of every object's prototype too", async () => {
    for (const name of [
      "unknown",
      "role",
      "practiceId",
      "id",
      "constructor",
      "toString",
      "__proto__",
      "",
    ]) {
      const fields = Object.entries(ours(spec.body));
      if (Object.hasOwn(ours(spec.body), name)) continue;
      const known = JSON.stringify(Object.fromEntries(fields)).slice(1, -1);
      const raw = `{${known}${known && ","}${JSON.stringify(name)}:{"isAdmin":true}}`;
      const answer = await call(handler, { ...base, raw });
      expectDecent(answer, name);
      expect(verdict(answer), name).toBe("422 invalid_input");
      expect(Object.keys(JSON.parse(answer.text).error.fields)).toHaveLength(1);
    }
  });

  // Some bodies have a dozen fields, each with some hundred values.
  it("refuses each field of a wrong type, and survives whatever stands in it", {
    timeout: 60_000,
  }, async () => {
    for (const field of Object.keys(sampleOf(spec.body))) {
      await tenAtOnce(hostileValues, async (what, value) => {
        const body = { ...ours(spec.body), [field]: value };
        const answer = await call(handler, { ...base, body });
        expectDecent(answer, `${field}: ${what}`);
        const isTrueOrFalse = value === true && sampleOf(spec.body)[field] === true;
        const isWrongType =
          (value === null && !takesNull(spec.body, field)) ||
          (value === true && !isTrueOrFalse) ||
          what === "an empty object";
        if (isWrongType) expect(verdict(answer), `${field}: ${what}`).toBe("422 invalid_input");
        if (what.includes("NUL") || what.includes("surrogate") || what.includes("half"))
          expect(verdict(answer), `${field}: ${what}`).toBe("400 malformed");
      });
      const raw = JSON.stringify({ ...ours(spec.body), [field]: "HERE" });
      for (const text of [
        deep(3_000),
        "1e999",
        "-1e999",
        `${"9".repeat(400)}`,
        '{"__proto__":{"a":1}}',
      ]) {
        const answer = await call(handler, { ...base, raw: raw.replace('"HERE"', text) });
        expectDecent(answer, `${field}: ${text.slice(0, 20)}`);
      }
    }
  });

  it("refuses a body without its fields", async () => {
    expectDecent(await call(handler, { ...base, body: {} }), "nothing");
  });
});
