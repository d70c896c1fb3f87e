import type * as z from "zod";
import { ok, type Refused, type Result, refused } from "@/domain/result";
import { type Exchange, exchange, retryAfterSeconds } from "@/lib/http-exchange";
import { jsonOf } from "@/lib/json-of";
import type { LabRefusal } from "@/ports/lab";
import { labErrorAnswer } from "./answers";

export interface LabRequest<Schema extends z.ZodType> {
  readonly method: "GET" | "POST" | "PUT";
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | ReadableStream<Uint8Array>;
  readonly timeoutMs: number;
  readonly answer: Schema;
}

/** One call of a lab, its answer read and its refusals classified (S17, S18). */
export async function labRequest<Schema extends z.ZodType>(
  request: LabRequest<Schema>,
): Promise<Result<z.infer<Schema>, LabRefusal>> {
  const { method, url, headers, body, timeoutMs, answer } = request;
  const outcome = await exchange(url, {
    method,
    headers: { accept: "application/json", "user-agent": "Archway", ...headers },
    ...(body === undefined ? {} : { body }),
    timeoutMs,
  });
  const isRead = method === "GET";
  if (outcome.outcome === "unsent") return refused("transient");
  if (outcome.outcome === "unanswered") return refused(isRead ? "transient" : "unclear");
  if (outcome.status < 200 || outcome.status > 299) return classify(outcome);
  const parsed = answer.safeParse(jsonOf(outcome.text));
  if (parsed.success) return ok(parsed.data);
  return refused(isRead ? "transient" : "unclear", { status: outcome.status });
}

function classify({
  status,
  headers,
  text,
}: Exchange & { outcome: "answered" }): Refused<LabRefusal> {
  const said = labErrorAnswer.safeParse(jsonOf(text)).data?.error;
  const detail = {
    status,
    ...(said?.code === undefined ? {} : { code: said.code }),
    ...(said?.because === undefined ? {} : { because: said.because }),
  };
  if (status === 401) return refused("unauthorized", detail);
  if (status === 408 || status === 429 || status >= 500) {
    const wait = retryAfterSeconds(headers);
    return refused(
      "transient",
      wait === undefined ? detail : { ...detail, retryAfterSeconds: wait },
    );
  }
  return refused("refused", detail);
}
