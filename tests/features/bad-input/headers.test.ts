import { describe, expect, it } from "vitest";
import { registeredRoutes } from "@/app/api/openapi.json/register";
import { currentPractice } from "@/features/practices/current-practice";
import { expectDecent, openScene } from "./callers";
import { sampleOf } from "./samples";

const scene = await openScene();
const { call } = scene;

const names = ["session", "challenge", "registration", "browser", "csrf", "practice", "reset", ""];
const values = [
  "%ff",
  "%",
  "%00",
  "x".repeat(4_000),
  "a=b=c",
  '"',
  "..%2f..",
  "\u00ff",
  "[object Object]",
];

/** Headers that no browser of ours sends. Each alone is put on a request of the right form. */
const hostileHeaders: readonly Readonly<Record<string, string>>[] = [
  ...names.flatMap((name) => values.map((value) => ({ cookie: `archway-${name}=${value}` }))),
  { cookie: "x".repeat(8_000) },
  { cookie: "language=__proto__; theme=constructor" },
  { "accept-language": "__proto__,constructor;q=0" },
  { "accept-language": "x".repeat(4_000) },
  { "user-agent": "\u0001\u001b[31m".padEnd(4_000, "x") },
  { "x-forwarded-for": "unknown, ::1%eth0, [::1]:99999, 1.2.3.4.5" },
  { "x-archway-remote-address": "'; drop table identity.session; --" },
  { "idempotency-key": "x".repeat(300) },
  { "idempotency-key": "\u00e9" },
  { "idempotency-key": "'; --" },
  { "x-request-id": "\u0001<script>" },
  { "x-unattended": "2" },
  { "sec-fetch-site": "same-origin, same-origin" },
  { "x-file-name": "%ff%00" },
  { "x-sha256": "zz" },
  { "content-length": "abc" },
  { "content-length": "1.5" },
  { "content-length": "-5" },
  { "content-length": "1e3" },
  { "content-length": "99999999999999999999" },
  { "content-type": "application/json; charset=utf-16" },
  { "content-type": "image/jpeg" },
];

describe.each(registeredRoutes.map((handler) => ({ handler, name: handler.spec.operation })))(
  "$name",
  ({ handler }) => {
    const { spec } = handler;

    it("survives cookies and headers that nobody sends", async () => {
      const sound = {
        params: sampleOf(spec.params),
        ...(spec.body && { body: sampleOf(spec.body) }),
      };
      // Login and recovery hash or wait; a handful of each kind is enough there.
      const isSlow = /login|password|signIn|registration|reset/i.test(spec.operation);
      const tried = isSlow ? hostileHeaders.filter((_, index) => index % 4 === 0) : hostileHeaders;
      for (let from = 0; from < tried.length; from += 10)
        await Promise.all(
          tried
            .slice(from, from + 10)
            .map(async (headers) =>
              expectDecent(
                await call(handler, { ...sound, headers }),
                JSON.stringify(headers).slice(0, 80),
              ),
            ),
        );
    });
  },
);

describe("storeUpload", () => {
  const upload = registeredRoutes.find(({ spec }) => spec.operation === "storeUpload");

  it.each(["abc", "1.5", "-5", "1e3", "99999999999999999999"])(
    "takes a length of %s for none",
    async (length) => {
      if (!upload) throw new Error("no upload");
      const headers = {
        "content-type": "image/png",
        "x-file-name": "a.png",
        "content-length": length,
      };
      const answer = await call(upload, { as: "patient", raw: "not a picture", headers });
      expectDecent(answer, length);
      expect(answer.status).toBeGreaterThanOrEqual(400);
    },
  );
});

describe("the practice of a visitor's page", () => {
  it.each(["\0", "__proto__", "x".repeat(5_000), "'; --", "%", "Ä"])(
    "is no practice called %j",
    async (name) => {
      const services = await scene.world.services();
      const found = await currentPractice(services, { asked: name, lastUsed: name });
      expect(found?.id).toBe(scene.clinic.practice.id);
    },
  );
});
