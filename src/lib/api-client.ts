import { unattendedHeader } from "@/lib/unattended";
import { stepUp } from "./step-up";

export type ApiFailure = {
  ok: false;
  /** HTTP status; 0 when no answer came. */
  status: number;
  /** The refusal's code; `offline` when no answer came, `unexpected` when it was not ours. */
  code: string;
  message: string;
  fields: Record<string, string>;
  /** What the refusal names: other free times, days, a phone number. */
  detail: Record<string, unknown>;
  retryAfterSeconds: number | null;
  reference: string | null;
};
export type ApiAnswer<Value> = { ok: true; status: number; value: Value } | ApiFailure;

type SendOptions = {
  idempotencyKey?: string | undefined;
  signal?: AbortSignal | undefined;
  /** The page asks by itself, nobody pressed anything: the session's idle limit is not extended (R18). */
  unattended?: boolean | undefined;
};

/** Posts JSON to one of our routes; refusals and a missing network come back as values. */
export function postJson<Value>(path: string, body: unknown, options: SendOptions = {}) {
  return sendJson<Value>("POST", path, body, options);
}

/** Reads JSON from one of our routes. */
export function getJson<Value>(path: string, options: SendOptions = {}) {
  return sendJson<Value>("GET", path, undefined, options);
}

type Method = "GET" | "POST" | "PUT" | "PATCH" | "DELETE";

/**
 * Sends JSON with any method; an empty answer gives `null` as its value. Where a fresh second factor is asked for, the
 * page's step-up dialog opens by itself and the same request goes out again (S11).
 */
export async function sendJson<Value>(
  method: Method,
  path: string,
  body: unknown,
  options: SendOptions = {},
): Promise<ApiAnswer<Value>> {
  const send = () => sendOnce<Value>(method, path, body, options);
  return options.unattended ? send() : withStepUp(send);
}

/** A file that one of our routes made: its name, its bytes, and how many rows it has. */
export type FetchedFile = { fileName: string; contentType: string; content: Blob; rows: number };

/** Asks one of our routes for a file. One that breaks off on its way counts as no answer: a part is not the whole. */
export function postForFile(path: string): Promise<ApiAnswer<FetchedFile>> {
  return withStepUp(async () => {
    try {
      const response = await fetch(path, { method: "POST", credentials: "same-origin" });
      if (!response.ok) return failureFrom(response, await response.text());
      const named = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "");
      const value: FetchedFile = {
        fileName: named?.[1] ?? "export",
        contentType: response.headers.get("content-type") ?? "application/octet-stream",
        rows: Number(response.headers.get("x-rows")),
        content: await response.blob(),
      };
      return { ok: true, status: response.status, value };
    } catch {
      return failure(0, "offline");
    }
  });
}

async function withStepUp<Value>(send: () => Promise<ApiAnswer<Value>>): Promise<ApiAnswer<Value>> {
  const answer = await send();
  if (answer.ok || answer.code !== "step_up_required") return answer;
  return (await stepUp()) ? send() : answer;
}

async function sendOnce<Value>(
  method: Method,
  path: string,
  body: unknown,
  { idempotencyKey, signal, unattended }: SendOptions,
): Promise<ApiAnswer<Value>> {
  const headers: Record<string, string> = { accept: "application/json" };
  if (body !== undefined) headers["content-type"] = "application/json";
  if (unattended) headers[unattendedHeader] = "1";
  if (idempotencyKey) headers["idempotency-key"] = idempotencyKey;
  try {
    const response = await fetch(path, {
      method,
      headers,
      credentials: "same-origin",
      ...(body !== undefined && { body: JSON.stringify(body) }),
      ...(signal && { signal }),
    });
    const text = await response.text();
    if (response.ok) {
      return { ok: true, status: response.status, value: JSON.parse(text || "null") as Value };
    }
    return failureFrom(response, text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return failure(0, "unexpected");
    if (signal?.aborted) throw cause;
    return failure(0, "offline");
  }
}

/** A key that makes one submission recognisable when it is sent again. */
export function newIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

function failure(status: number, code: string): ApiFailure {
  return {
    ok: false,
    status,
    code,
    message: "",
    fields: {},
    detail: {},
    retryAfterSeconds: null,
    reference: null,
  };
}

function failureFrom(response: Response, text: string): ApiFailure {
  const answer = failure(response.status, "unexpected");
  const wait = response.headers.get("retry-after");
  if (wait && /^\d+$/.test(wait)) answer.retryAfterSeconds = Number(wait);
  const error = envelope(text);
  if (!error) return answer;
  return {
    ...answer,
    code: typeof error.code === "string" ? error.code : answer.code,
    message: typeof error.message === "string" ? error.message : "",
    fields: textsOf(error.fields),
    detail: isRecord(error.detail) ? error.detail : {},
    reference: typeof error.reference === "string" ? error.reference : null,
  };
}

function envelope(text: string): Record<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (!isRecord(parsed) || !isRecord(parsed.error)) return null;
    return parsed.error;
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function textsOf(value: unknown): Record<string, string> {
  if (!isRecord(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter(
      (entry): entry is [string, string] => typeof entry[1] === "string",
    ),
  );
}
