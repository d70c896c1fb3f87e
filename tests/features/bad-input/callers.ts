import { afterAll, expect } from "vitest";
import { liveHub } from "@/features/messages/live/live-hub";
import type { RegisteredHandler } from "@/server/route";
import { type Clinic, makeClinic } from "../../support/appointments-world";
import { makePatient, makePerson, makeSession, type PersonMade } from "../../support/people";
import { openWorld, type World } from "../../support/world";

export const origin = "http://localhost:3000";

export type CallerName = "visitor" | "patient" | "orthodontist" | "staff" | "admin";

export interface Caller {
  readonly name: CallerName;
  /** The session's cookie; undefined for a visitor. */
  readonly token: string | undefined;
  readonly person: PersonMade | undefined;
}

export interface Scene {
  readonly world: World;
  readonly clinic: Clinic;
  readonly neighbour: Clinic;
  readonly patientId: string;
  readonly callers: readonly Caller[];
  caller(name: CallerName): Caller;
  call(handler: RegisteredHandler, sent?: Sent): Promise<Answer>;
}

export interface Sent {
  readonly as?: CallerName;
  readonly body?: unknown;
  /** The body as it goes over the wire. */
  readonly raw?: string | Uint8Array<ArrayBuffer>;
  readonly params?: Readonly<Record<string, unknown>>;
  /** What follows the question mark. */
  readonly search?: string;
  readonly headers?: Readonly<Record<string, string | null>>;
}

export interface Answer {
  readonly status: number;
  readonly text: string;
  readonly headers: Headers;
}

/** Two practices side by side, one of each role in the first, and requests as the routes' handlers get them. */
export async function openScene(): Promise<Scene> {
  const world = await openWorld();
  Object.assign(globalThis, { archwayRuntime: world.runtime });
  afterAll(() => liveHub(world.runtime.env.databaseUrl).stop());
  await world.owner.pool.query(
    "insert into reference.terms_template (id, language, version, text) values (gen_random_uuid(), 'en', '1', 'Be well.')",
  );
  const clinic = await makeClinic(world);
  const neighbour = await makeClinic(world);
  const { id } = clinic.practice;
  const patientId = await makePatient(world, id);
  const callers: Caller[] = [{ name: "visitor", token: undefined, person: undefined }];
  for (const role of ["patient", "orthodontist", "staff", "admin"] as const) {
    const person = await makePerson(world, id, role === "patient" ? { role, patientId } : { role });
    callers.push({ name: role, token: await makeSession(world, id, person, role), person });
  }
  const caller = (name: CallerName) => {
    const found = callers.find((one) => one.name === name);
    if (!found) throw new Error(`nobody is ${name}`);
    return found;
  };
  return {
    world,
    clinic,
    neighbour,
    patientId,
    callers,
    caller,
    call: (handler, sent = {}) => call(handler, caller(sent.as ?? "visitor").token, sent),
  };
}

export async function call(
  handler: RegisteredHandler,
  token: string | undefined,
  { body, raw, params = {}, search = "", headers = {} }: Sent,
): Promise<Answer> {
  const { method, path } = handler.spec;
  const content = raw ?? (body === undefined ? undefined : JSON.stringify(body));
  const head = new Headers({ origin });
  if (token !== undefined) head.set("cookie", `archway-session=${token}`);
  if (content !== undefined) head.set("content-type", "application/json");
  for (const [name, value] of Object.entries(headers))
    if (value === null) head.delete(name);
    else head.set(name, value);
  const request = new Request(`${origin}${path}${search && `?${search}`}`, {
    method,
    headers: head,
    ...(content !== undefined && method !== "GET" && { body: content }),
  });
  const found = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, String(value)]),
  );
  const response = await handler(request, { params: Promise.resolve(found) });
  const isStream = response.headers.get("content-type")?.startsWith("text/event-stream");
  // A stream that nobody reads would stay open.
  if (isStream) await response.body?.cancel();
  return {
    status: response.status,
    text: isStream ? "" : await response.text(),
    headers: response.headers,
  };
}

const innards =
  /\bat .+:\d+|node_modules|prisma|postgres|select |insert |tenant\.|identity\.|undefined|\[object|TypeError|RangeError|22P02|stack/i;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** S20: never our fault, and whatever is refused says so in the envelope, in words, with a reference and no more. */
export function expectDecent(answer: Answer, what: string): void {
  expect(answer.status, `${what} → ${answer.text.slice(0, 300)}`).toBeLessThan(500);
  if (answer.status >= 400) expectRefused(answer, what);
  expect(answer.headers.get("cache-control"), what).toContain("no-store");
  expect(answer.headers.get("x-content-type-options"), what).toBe("nosniff");
}

export function expectRefused(answer: Answer, what: string): void {
  const { error } = JSON.parse(answer.text);
  expect(error.code, what).toMatch(/^[a-z]+(_[a-z]+)*$/);
  expect(error.message, what).toMatch(/^[A-Z].{5,300}[.!?]$/s);
  expect(error.message, what).not.toMatch(innards);
  expect(error.reference, what).toMatch(uuid);
  const known = ["code", "message", "reference", "fields", "detail"];
  expect(
    Object.keys(error).filter((name) => !known.includes(name)),
    what,
  ).toEqual([]);
  for (const words of Object.values(error.fields ?? {})) expect(words, what).toMatch(/^[A-Z]/);
}

/** The code of a refusal. */
export function codeOf(answer: Answer): string {
  return JSON.parse(answer.text).error.code;
}

/** An answer's status and code in one word: `404 not_found`. */
export function verdict(answer: Answer): string {
  return answer.status < 400 ? String(answer.status) : `${answer.status} ${codeOf(answer)}`;
}
