import type * as z from "zod";
import { ok, type Refused, type Result, refused } from "@/domain/result";
import {
  type Exchange,
  type ExchangeOptions,
  exchange,
  retryAfterSeconds,
} from "@/lib/http-exchange";
import { jsonOf } from "@/lib/json-of";
import type { LabAccess, LabRefusal } from "@/ports/lab";
import { labErrorAnswer } from "./answers";

type Answered = Exchange & { outcome: "answered" };

export interface LabCall {
  readonly method: ExchangeOptions["method"];
  readonly url: URL;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | ReadableStream<Uint8Array>;
  readonly timeoutMs: number;
}

export interface LabRequest<Schema extends z.ZodType> extends LabCall {
  readonly answer: Schema;
}

/** One call of a lab, its answer read and its refusals classified (S17, S18). */
export async function labRequest<Schema extends z.ZodType>({
  answer,
  ...call
}: LabRequest<Schema>): Promise<Result<z.infer<Schema>, LabRefusal>> {
  const outcome = await labCall(call);
  if (!outcome.ok) return outcome;
  const parsed = answer.safeParse(jsonOf(outcome.value.text));
  return parsed.success ? ok(parsed.data) : unreadable(call, outcome.value.status);
}

/** As `labRequest`, for what an answer says beside its body. */
export async function labCall(call: LabCall): Promise<Result<Answered, LabRefusal>> {
  const { method, url, headers, body, timeoutMs } = call;
  const outcome = await exchange(url, {
    method,
    headers: { accept: "application/json", "user-agent": "Archway", ...headers },
    ...(body === undefined ? {} : { body }),
    timeoutMs,
  });
  if (outcome.outcome === "unsent") return refused("transient");
  if (outcome.outcome === "unanswered") return refused(isRead(call) ? "transient" : "unclear");
  return outcome.status < 200 || outcome.status > 299 ? classify(outcome) : ok(outcome);
}

/** A lab that was understood and answered what cannot be read: what was sent may have been done. */
export function unreadable(call: LabCall, status: number): Refused<LabRefusal> {
  return refused(isRead(call) ? "transient" : "unclear", { status });
}

export function intake({ intakeUrl }: LabAccess, ...path: readonly string[]): URL {
  const base = intakeUrl.endsWith("/") ? intakeUrl : `${intakeUrl}/`;
  return new URL(path.map(encodeURIComponent).join("/"), base);
}

export function bearer({ accessToken }: LabAccess): Readonly<Record<string, string>> {
  return { authorization: `Bearer ${accessToken}` };
}

const isRead = ({ method }: LabCall) => method === "GET" || method === "HEAD";

function classify({ status, headers, text }: Answered): Refused<LabRefusal> {
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
