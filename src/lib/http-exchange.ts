/** What became of one HTTP request to the outside. */
export type Exchange =
  | {
      readonly outcome: "answered";
      readonly status: number;
      readonly headers: Headers;
      readonly text: string;
    }
  /** The request never left: repeating it is safe. */
  | { readonly outcome: "unsent" }
  /** It left, and no whole answer came in time: the other side may have acted on it. */
  | { readonly outcome: "unanswered" };

export interface ExchangeOptions {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "DELETE";
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>;
  /** For the whole exchange, the answer's body included. */
  readonly timeoutMs: number;
}

const connectingCodes = new Set([
  "ECONNREFUSED",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "UND_ERR_CONNECT_TIMEOUT",
]);
const certificateCode = /CERT|TLS|SSL/;

/** Whether a system error with this code is one of connecting: no byte of the request has left. */
export function isWhileConnecting(code: string): boolean {
  return connectingCodes.has(code);
}

/** One request over fetch, redirects not followed (they would carry the credentials elsewhere). */
export async function exchange(url: URL, options: ExchangeOptions): Promise<Exchange> {
  const { method, headers, body, timeoutMs } = options;
  const init: RequestInit & { duplex?: "half" } = {
    method,
    headers,
    redirect: "manual",
    signal: AbortSignal.timeout(timeoutMs),
  };
  if (body !== undefined) init.body = body;
  // fetch asks for this with a streamed body.
  if (body instanceof ReadableStream) init.duplex = "half";
  try {
    const answer = await fetch(url, init);
    const text = await answer.text();
    return { outcome: "answered", status: answer.status, headers: answer.headers, text };
  } catch (error) {
    return failure(error);
  }
}

function failure(error: unknown): Exchange {
  if (error instanceof DOMException && error.name === "TimeoutError") {
    return { outcome: "unanswered" };
  }
  const code = networkCode(error);
  if (code === undefined) throw error;
  const isUnsent = isWhileConnecting(code) || certificateCode.test(code);
  return { outcome: isUnsent ? "unsent" : "unanswered" };
}

/** fetch reports every network failure as a TypeError whose cause carries the code. */
function networkCode(error: unknown): string | undefined {
  if (!(error instanceof TypeError) || !(error.cause instanceof Error)) return undefined;
  const { cause } = error;
  return "code" in cause && typeof cause.code === "string" ? cause.code : undefined;
}

/**
 * `Retry-After` in whole seconds from now, at least 1; undefined when absent or unreadable.
 * Both forms of RFC 9110 10.2.3 are read: seconds, and a date compared with the answer's own `Date`.
 */
export function retryAfterSeconds(headers: Headers): number | undefined {
  const value = headers.get("retry-after")?.trim();
  if (!value) return undefined;
  if (/^\d{1,9}$/.test(value)) return Math.max(1, Number(value));
  const until = Date.parse(value);
  const sent = Date.parse(headers.get("date") ?? "");
  if (Number.isNaN(until) || Number.isNaN(sent)) return undefined;
  return Math.max(1, Math.ceil((until - sent) / 1000));
}
