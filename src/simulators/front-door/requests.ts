import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { jsonOf } from "@/lib/json-of";
import { faultModes, faultTargets, isFaultPossible } from "../faults/fault-modes";
import type { HttpAnswer, HttpRequest } from "../http/serve";

export function badRequest(message: string, status = 400): HttpAnswer {
  return { status, body: { error: { code: "bad_request", message } } };
}

export type Read<T> = { readonly value: T } | { readonly answer: HttpAnswer };

const faultBody = z
  .strictObject({
    target: z.enum(faultTargets),
    mode: z.enum(faultModes),
    seconds: z.number().positive().max(86_400).optional(),
  })
  .refine(({ target, mode }) => isFaultPossible(target, mode), "mail sends no webhooks");

export function readFault(request: HttpRequest): Read<z.infer<typeof faultBody>> {
  return readJson(request, faultBody);
}

const clockBody = z.union(
  [z.strictObject({ at: z.string() }), z.strictObject({ advance: z.string() })],
  'expected {"at":"2027-01-31T09:00:00Z"} or {"advance":"P31D"}',
);

const earliest = Temporal.Instant.from("2000-01-01T00:00:00Z");
const latest = Temporal.Instant.from("2100-01-01T00:00:00Z");

/** Where the clock shall go. Days and months are counted in UTC; the years 2000 to 2099 are allowed. */
export function readClockMove(request: HttpRequest, now: Temporal.Instant): Read<Temporal.Instant> {
  const body = readJson(request, clockBody);
  if ("answer" in body) return body;
  let at: Temporal.Instant;
  try {
    at =
      "at" in body.value
        ? Temporal.Instant.from(body.value.at)
        : now.toZonedDateTimeISO("UTC").add(Temporal.Duration.from(body.value.advance)).toInstant();
  } catch {
    return {
      answer: badRequest(
        "at" in body.value
          ? "at: expected an instant with offset, such as 2027-01-31T09:00:00Z"
          : "advance: expected an ISO 8601 duration, such as P31D or PT90M",
      ),
    };
  }
  if (Temporal.Instant.compare(at, earliest) < 0 || Temporal.Instant.compare(at, latest) >= 0) {
    return { answer: badRequest("the clock goes from the year 2000 to 2099") };
  }
  return { value: at };
}

/** `?limit=`, at most 1,000. */
export function readLimit(search: URLSearchParams): Read<number> {
  const text = search.get("limit") ?? "200";
  const limit = Number(text);
  return /^\d+$/.test(text) && limit >= 1 && limit <= 1_000
    ? { value: limit }
    : { answer: badRequest("limit: expected a number from 1 to 1000") };
}

/** An optional search value; an empty one counts as none. PostgreSQL's text holds no NUL. */
export function readSearch(search: URLSearchParams, name: string): Read<string | null> {
  const text = search.get(name)?.trim() ?? "";
  if (text.includes("\0") || text.length > 320) {
    return { answer: badRequest(`${name}: expected at most 320 characters, none of them NUL`) };
  }
  return { value: text === "" ? null : text };
}

/** Accepts any content type, so that plain `curl -d` works. */
function readJson<T>(request: HttpRequest, schema: z.ZodType<T>): Read<T> {
  const parsed = jsonOf(request.text());
  if (parsed === undefined) return { answer: badRequest("the body is not JSON") };
  const result = schema.safeParse(parsed);
  if (result.success) return { value: result.data };
  const reasons = result.error.issues.map(({ path, message }) =>
    path.length === 0 ? message : `${path.join(".")}: ${message}`,
  );
  return { answer: badRequest(reasons.join("; ")) };
}
