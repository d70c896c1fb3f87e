import { sentence } from "@/lib/sentence";

export interface Failure {
  readonly code: string;
  readonly status: number;
  readonly words: string;
  readonly field?: string;
  /** Keys of the words of wrong fields. */
  readonly fields?: Readonly<Record<string, string>>;
  readonly retryAfterSeconds?: number;
  /** What the words name: minutes left, other times. Passed on to the caller as `detail`. */
  readonly values?: Readonly<Record<string, unknown>> | undefined;
}

/** The error envelope of interface.md. The reference is the request's id, and nothing else of us (S20). */
export function failed(failure: Failure, requestId: string, language: string): Response {
  const message = sentence(language, failure.words, printable(failure.values));
  const fields = fieldWords(failure, message, language);
  const error = {
    code: failure.code,
    message,
    ...(fields && { fields }),
    ...(failure.values && { detail: failure.values }),
    reference: requestId,
  };
  const headers = new Headers({
    "content-type": "application/json",
    "cache-control": "no-store",
    "x-request-id": requestId,
  });
  if (failure.retryAfterSeconds !== undefined)
    headers.set("retry-after", String(Math.max(1, Math.ceil(failure.retryAfterSeconds))));
  return new Response(JSON.stringify({ error }), { status: failure.status, headers });
}

function fieldWords(
  failure: Failure,
  message: string,
  language: string,
): Record<string, string> | undefined {
  if (failure.field) return { [failure.field]: message };
  if (!failure.fields) return undefined;
  return Object.fromEntries(
    Object.entries(failure.fields).map(([name, key]) => [
      name,
      sentence(language, `refusals.fields.${key}`),
    ]),
  );
}

function printable(
  values: Readonly<Record<string, unknown>> | undefined,
): Record<string, string | number> {
  const plain: Record<string, string | number> = {};
  for (const [name, value] of Object.entries(values ?? {}))
    if (typeof value === "string" || typeof value === "number") plain[name] = value;
  return plain;
}
