import fc from "fast-check";
import { expect, it } from "vitest";
import { registeredRoutes } from "@/app/api/openapi.json/register";
import { readJson, readQuery } from "@/server/input";
import { timeAhead } from "../../support/appointments-world";
import { expectDecent, openScene, origin } from "./callers";
import { sampleOf } from "./samples";

const scene = await openScene();
const { world, clinic, call } = scene;

/** Routes whose every answer takes 350 ms or a hash are walked through field by field elsewhere. */
const quick = registeredRoutes.filter(
  ({ spec }) =>
    spec.body && !/login|password|signIn|registration|reset|terms/i.test(spec.operation),
);

function route(operation: string) {
  const found = registeredRoutes.find(({ spec }) => spec.operation === operation);
  if (!found) throw new Error(`no route is called ${operation}`);
  return found;
}

/** JSON of any shape, with the names of the route's own fields among its names. */
function anyBody(names: readonly string[]): fc.Arbitrary<string> {
  const name = fc.oneof(
    fc.constantFrom("__proto__", "constructor", "", ...names),
    fc.string({ unit: "binary" }),
  );
  const value = fc.oneof(
    fc.json({ maxDepth: 5 }),
    fc.string({ unit: "binary", maxLength: 300 }).map((text) => JSON.stringify(text)),
    fc.constantFrom(
      "-0",
      "1e999",
      "1E-400",
      "[[[[]]]]",
      '"\\ud800"',
      '"\\u0000"',
      '"\\ud83e\\udd37"',
    ),
    fc.double().map((number) => JSON.stringify(number)),
    fc
      .date({ noInvalidDate: false })
      .map((date) => JSON.stringify(Number.isNaN(date.getTime()) ? "" : date)),
    fc.uuid().map((id) => JSON.stringify(id)),
  );
  const field = fc.tuple(name, value).map(([key, text]) => `${JSON.stringify(key)}:${text}`);
  return fc.array(field, { maxLength: 6 }).map((fields) => `{${fields.join(",")}}`);
}

it.each(quick.map((handler) => ({ handler, name: handler.spec.operation })))(
  "$name survives bodies of any shape",
  async ({ handler }) => {
    const { spec } = handler;
    const as = spec.roles.includes("patient") || spec.roles.length === 0 ? "patient" : "staff";
    const names = Object.keys(sampleOf(spec.body));
    await fc.assert(
      fc.asyncProperty(anyBody(names), async (raw) => {
        expectDecent(await call(handler, { as, params: sampleOf(spec.params), raw }), raw);
      }),
      { numRuns: 60 },
    );
  },
);

it("a body is read to an object of texts that PostgreSQL can keep, or refused", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(anyBody(["a"]), fc.string({ unit: "binary" })), async (raw) => {
      const headers = { "content-type": "application/json" };
      const read = await readJson(
        new Request(origin, { method: "POST", headers, body: raw }),
        2_000,
      );
      if (!read.ok) return;
      const kept = await world.db.pool.query("select $1::jsonb, $2::text", [
        JSON.stringify(read.value),
        Object.keys(read.value).join(),
      ]);
      expect(kept.rowCount).toBe(1);
    }),
    { numRuns: 300 },
  );
});

it("an address is read to texts, each name once, or refused", () => {
  fc.assert(
    fc.property(fc.webQueryParameters(), fc.string({ unit: "grapheme" }), (query, name) => {
      const url = new URL(`${origin}/?${query}&${encodeURIComponent(name)}=1`);
      const read = readQuery(url);
      if (read.ok) expect(Object.keys(read.value)).toHaveLength([...url.searchParams].length);
    }),
  );
});

it("words of any language and shape come back from a thread as they were written", async () => {
  const begun = await call(route("startThread"), {
    as: "patient",
    body: { subject: "Words", body: "Hello" },
  });
  const params = { id: JSON.parse(begun.text).id };
  const words = fc
    .oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 400 }),
      fc.string({ unit: "binary", maxLength: 100 }),
    )
    .filter((text) => text.trim() !== "" && !/\0|\p{Surrogate}/u.test(text));
  await fc.assert(
    fc.asyncProperty(words, async (body) => {
      const sent = await call(route("sendMessage"), { as: "patient", params, body: { body } });
      expectDecent(sent, body);
      expect(sent.status).toBe(201);
      const read = await call(route("readThread"), { as: "patient", params });
      expect(JSON.parse(read.text).items[0].body).toBe(body.normalize("NFC").trim());
    }),
    { numRuns: 40 },
  );
});

it("a visit is cancelled for any reason a person can type", async () => {
  const services = await world.services();
  const { visitTypeId, practitionerId } = clinic;
  const startsAt = timeAhead(services, clinic.practice, 9, "10:00");
  for (const reason of [
    "\u{1F9B7}".repeat(250),
    "\u202eno time",
    "'; --",
    "\u0001\u001b[2J",
    "{minutes}",
  ]) {
    const booked = await call(route("bookAppointment"), {
      as: "patient",
      body: { visitTypeId, practitionerId, startsAt },
    });
    expect(booked.status, booked.text).toBe(201);
    const params = { id: JSON.parse(booked.text).id };
    const cancelled = await call(route("cancelAppointment"), {
      as: "patient",
      params,
      body: { reason },
    });
    expectDecent(cancelled, reason);
    expect(cancelled.status).toBe(200);
  }
});
