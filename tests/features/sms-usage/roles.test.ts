import { expect, it } from "vitest";
import { POST as CHANGE } from "@/app/api/settings/texts/route";
import { POST as EXPORT } from "@/app/api/usage/export/route";
import { GET as READ } from "@/app/api/usage/route";
import { GET as LIST } from "@/app/api/usage/texts/route";
import type { Role } from "@/db/generated/enums";
import { makePatient, makePerson, makeSession } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";

const world = await openWorld();
const practice = await makePractice(world);
const origin = "http://localhost:3000";
const inPath = { params: Promise.resolve({}) };

/** What each route answers to somebody of this role, or to nobody. */
async function answers(role: Role | null): Promise<number[]> {
  Object.assign(globalThis, { archwayRuntime: world.runtime });
  let cookie = "";
  if (role) {
    const patientId = role === "patient" ? await makePatient(world, practice.id) : undefined;
    const person = await makePerson(world, practice.id, { role, ...(patientId && { patientId }) });
    cookie = `archway-session=${await makeSession(world, practice.id, person, role)}`;
  }
  const budget = { minor: 10_000, currency: "EUR" };
  const get = (path: string) => new Request(`${origin}${path}`, { headers: { cookie } });
  const post = (path: string, body?: unknown) =>
    new Request(`${origin}${path}`, {
      method: "POST",
      headers: { cookie, origin, "content-type": "application/json" },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const given = [
    await READ(get("/api/usage"), inPath),
    await LIST(get("/api/usage/texts?state=undelivered"), inPath),
    await EXPORT(post("/api/usage/export?month=2026-05"), inPath),
    await CHANGE(post("/api/settings/texts", { budget, seen: budget }), inPath),
  ];
  for (const answer of given) await answer.arrayBuffer();
  return given.map(({ status }) => status);
}

it.each([
  [null, [401, 401, 401, 401]],
  ["patient", [403, 403, 403, 403]],
  ["orthodontist", [403, 403, 403, 403]],
  ["staff", [200, 200, 200, 403]],
  ["admin", [200, 200, 200, 200]],
] as const)("R52: texts and their cost for %s", async (role, expected) => {
  expect(await answers(role)).toEqual(expected);
});
