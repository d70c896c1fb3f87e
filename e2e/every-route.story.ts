import { type RouteName, routeNames } from "../tests/support/outside-names";
import { cast } from "./support/cast";
import { filled } from "./support/places";
import { headersOf, openSession, portal } from "./support/session";
import { expect, test } from "./support/story";

test.describe.configure({ mode: "parallel" });

/** Asks as another program does. The answer's head is enough: `/api/events` never ends. */
async function ask({ method, path }: RouteName, token: string | null) {
  const end = new AbortController();
  const address = (await filled(path, cast.looksAtPages)) + (queries[path] ?? "");
  const answer = await fetch(new URL(address, portal), {
    method,
    headers: headersOf(token),
    signal: end.signal,
    ...(method === "POST" && { body: "{}" }),
  });
  const type = answer.headers.get("content-type") ?? "";
  const body: unknown = type.includes("json") ? await answer.json() : null;
  end.abort();
  return { status: answer.status, type, body };
}

const day = (daysAhead: number) =>
  new Date(Date.now() + daysAhead * 86_400_000).toISOString().slice(0, 10);
const queries: Readonly<Record<string, string>> = {
  "/api/slots": `?from=${day(1)}&to=${day(15)}`,
  "/api/appointments": "?when=upcoming",
};
const ofPractice = new Set(["/api/integrations", "/api/cases"]);

const gets = routeNames.filter(({ method, standing }) => method === "GET" && standing === "built");
for (const route of gets) {
  test(`GET ${route.path} answers whoever asks, and never fails`, async () => {
    const player = ofPractice.has(route.path) ? cast.orthodontist : cast.looksAtPages;
    const others = [cast.orthodontist, cast.staff, cast.looksAtPages, cast.guardian];
    const own = await ask(route, (await openSession(player)).token);
    expect(own.status).toBe(200);
    for (const token of [
      null,
      "A".repeat(43),
      ...(await Promise.all(others.map(async (name) => (await openSession(name)).token))),
    ])
      expect((await ask(route, token)).status).toBeLessThan(500);
  });
}

const posts = routeNames.filter(
  ({ method, standing }) => method === "POST" && standing === "built",
);
for (const route of posts) {
  test(`POST ${route.path} refuses an empty body with a reason`, async () => {
    const { status, body } = await ask(route, null);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
    expect(body).toMatchObject({
      error: { code: expect.any(String), message: expect.any(String) },
    });
  });
}

for (const route of routeNames.filter(({ standing }) => standing === "unbuilt")) {
  test(`${route.method} ${route.path} is not built yet: 404`, async () => {
    for (const name of [cast.looksAtPages, cast.orthodontist])
      expect((await ask(route, (await openSession(name)).token)).status).toBe(404);
  });
}
