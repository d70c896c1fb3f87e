import { afterEach, describe, expect, it } from "vitest";
import { POST as hold } from "@/app/api/holds/route";
import { registeredRoutes } from "@/app/api/openapi.json/register";
import { POST as completeSetUp } from "@/app/api/set-ups/complete/route";
import { remoteAddressHeader } from "@/lib/remote-address";
import type { RegisteredHandler } from "@/server/route";
import { limitOf } from "@/server/route-limit";
import { makePatient, makePerson, makeSession } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";

const world = await openWorld({ limits: "default" });

/** The routes' runtime behind so many trusted proxies. */
function behind(trustedProxyHops: number): void {
  const { runtime } = world;
  const env = { ...runtime.env, trustedProxyHops };
  Object.assign(globalThis, { archwayRuntime: { ...runtime, env } });
}

afterEach(async () => {
  await world.owner.pool.query("delete from identity.rate_limit");
});

async function ask(handler: RegisteredHandler, headers: Record<string, string>): Promise<number> {
  const origin = "http://localhost:3000";
  const request = new Request(`${origin}${handler.spec.path}`, {
    method: "POST",
    headers: { origin, "content-type": "application/json", ...headers },
    body: JSON.stringify({ token: "x", id: crypto.randomUUID(), code: "123456" }),
  });
  return (await handler(request, { params: Promise.resolve({}) })).status;
}

/** How many of so many requests at once were let through. */
async function passed(times: number, headers: (n: number) => Record<string, string>) {
  const answers = await Promise.all(
    Array.from({ length: times }, (_, n) => ask(completeSetUp, headers(n))),
  );
  return answers.filter((status) => status !== 429).length;
}

const socket = (address: string) => ({ [remoteAddressHeader]: address });
const forwarded = (chain: string) => ({ ...socket("10.0.0.1"), "x-forwarded-for": chain });
const allowed = completeSetUp.spec.limit?.points ?? 0;

describe("S3: every writing route is limited", () => {
  it.each(
    registeredRoutes
      .filter(({ spec }) => spec.method !== "GET")
      .map(({ spec }) => ({ name: spec.operation, spec })),
  )("$name", ({ spec }) => {
    expect(limitOf(spec)?.per).toBe(spec.roles.length > 0 ? "session" : "address");
  });

  it.each([
    "startLogin",
    "resendLoginCode",
    "signIn",
    "requestPasswordReset",
    "completePasswordReset",
    "chooseSetUpPassword",
    "beginSetUpPasskey",
    "completeSetUp",
    "acceptInvitation",
    "inviteColleague",
    "holdTime",
    "bookAppointment",
    "rescheduleAppointment",
    "cancelAppointment",
    "withdrawWish",
    "recordAlignerChange",
    "startThread",
    "sendMessage",
    "storeUpload",
  ])("%s has a limit of its own", (operation) => {
    const found = registeredRoutes.find(({ spec }) => spec.operation === operation);
    expect(found?.spec.limit?.points).toBeGreaterThan(0);
    expect(found?.spec.limit?.points).toBeLessThanOrEqual(60);
  });
});

describe("S22: whom a limit by address counts, by TRUSTED_PROXY_HOPS", () => {
  it("0: the socket, whatever X-Forwarded-For says", async () => {
    behind(0);
    const forging = (n: number) => ({
      ...socket("203.0.113.7"),
      "x-forwarded-for": `198.51.100.${n}`,
    });
    expect(await passed(allowed + 10, forging)).toBe(allowed);
    expect(await ask(completeSetUp, socket("203.0.113.8"))).not.toBe(429);
  });

  it("1: what the one proxy wrote, the last entry", async () => {
    behind(1);
    const forging = (n: number) => forwarded(`198.51.100.${n}, 203.0.113.7`);
    expect(await passed(allowed + 10, forging)).toBe(allowed);
    expect(await ask(completeSetUp, forwarded("203.0.113.7, 203.0.113.8"))).not.toBe(429);
  });

  it("2: what the outer of two proxies wrote, the last entry but one", async () => {
    behind(2);
    const forging = (n: number) => forwarded(`198.51.100.${n}, 203.0.113.7, 10.0.0.2`);
    expect(await passed(allowed + 10, forging)).toBe(allowed);
    expect(await ask(completeSetUp, forwarded("203.0.113.8, 10.0.0.2"))).not.toBe(429);
  });

  it("1, and no header, or one that is no address: all such requests count together", async () => {
    behind(1);
    const nameless = (n: number) =>
      n % 2 ? socket("10.0.0.1") : forwarded(`host-${n}.example.com`);
    expect(await passed(allowed + 10, nameless)).toBe(allowed);
  });

  it("S3: one household's IPv6 /64 counts as one, its neighbour apart", async () => {
    behind(0);
    const hosts = (n: number) => socket(`2001:db8:1:2:${(n + 1).toString(16)}::${n + 1}`);
    expect(await passed(allowed + 10, hosts)).toBe(allowed);
    expect(await ask(completeSetUp, socket("2001:db8:1:3::1"))).not.toBe(429);
  });

  it("an IPv4 address and its IPv6 form are one", async () => {
    behind(0);
    const forms = ["203.0.113.7", "::ffff:203.0.113.7", "::FFFF:CB00:7107"];
    expect(await passed(allowed + 10, (n) => socket(forms[n % 3] ?? ""))).toBe(allowed);
    expect(await ask(completeSetUp, socket("::ffff:203.0.113.8"))).not.toBe(429);
  });
});

it("S3: a session's limit counts the session, wherever it is used from", async () => {
  behind(0);
  const { id } = await makePractice(world);
  const patientId = await makePatient(world, id);
  const person = await makePerson(world, id, { role: "patient", patientId });
  const tokens = [
    await makeSession(world, id, person, "patient"),
    await makeSession(world, id, person, "patient"),
  ];
  const asked = (token: string, n: number) =>
    ask(hold, { cookie: `archway-session=${token}`, ...socket(`203.0.113.${n % 250}`) });
  const most = hold.spec.limit?.points ?? 0;
  const first = await Promise.all(
    Array.from({ length: most + 5 }, (_, n) => asked(tokens[0] ?? "", n)),
  );
  expect(first.filter((status) => status === 429)).toHaveLength(5);
  expect(await asked(tokens[1] ?? "", 1)).not.toBe(429);
});
