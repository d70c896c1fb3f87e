import type * as z from "zod";
import { ok, type Refused, type Result, refused } from "@/domain/result";
import { type Exchange, exchange, retryAfterSeconds } from "@/lib/http-exchange";
import { jsonOf } from "@/lib/json-of";
import type { PmsRefusal } from "@/ports/pms";

export interface DentallyAccess {
  readonly baseUrl: string;
  readonly accessToken: string;
  readonly userAgent: string;
  readonly timeoutMs: number;
}

export interface DentallyRequest<Schema extends z.ZodType> {
  readonly method: "GET" | "POST" | "PUT";
  /** Below the version, with its query: `patients/12`. */
  readonly path: string;
  readonly body?: object;
  /** Of the answer; what it does not name is dropped. */
  readonly answer: Schema;
}

/** When a limit is reported without a time to wait. */
const defaultWaitSeconds = 60;

/** One call of Dentally's REST API, its answer read and its refusals classified. */
export async function dentallyRequest<Schema extends z.ZodType>(
  access: DentallyAccess,
  { method, path, body, answer }: DentallyRequest<Schema>,
): Promise<Result<z.infer<Schema>, PmsRefusal>> {
  const url = new URL(
    `v1/${path}`,
    access.baseUrl.endsWith("/") ? access.baseUrl : `${access.baseUrl}/`,
  );
  const outcome = await exchange(url, {
    method,
    headers: {
      accept: "application/json",
      authorization: `Bearer ${access.accessToken}`,
      "user-agent": access.userAgent,
      ...(body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    timeoutMs: access.timeoutMs,
  });
  const isRead = method === "GET";
  if (outcome.outcome === "unsent") return refused("unreachable");
  if (outcome.outcome === "unanswered") return refused(isRead ? "unreachable" : "unclear");
  if (outcome.status < 200 || outcome.status > 299) return classify(outcome);
  const parsed = answer.safeParse(jsonOf(outcome.text));
  if (parsed.success) return ok(parsed.data);
  return refused(isRead ? "unreachable" : "unclear", { status: outcome.status });
}

/** 429, and 403 with the words "Rate limit exceeded", are both limits (developer.dentally.co). */
function classify(answer: Exchange & { outcome: "answered" }): Refused<PmsRefusal> {
  const { status, headers, text } = answer;
  if (status === 429 || (status === 403 && /rate limit exceeded/i.test(text))) {
    return refused("rate_limited", {
      retryAfterSeconds: retryAfterSeconds(headers) ?? defaultWaitSeconds,
    });
  }
  if (status === 401) return refused("unauthorized", { status });
  if (status === 404) return refused("not_found", { status });
  if (status === 408 || status >= 500) return refused("unreachable", { status });
  return refused("refused", { status });
}
