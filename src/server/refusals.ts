import { createTranslator } from "next-intl";
import { languageFor, type Words, wordsOf } from "@/lib/words";

/** How a refusal is answered: its status and the key of its words, so that a new reason does not compile without them. */
export interface RefusalAnswer {
  readonly status: 400 | 401 | 403 | 404 | 409 | 410 | 413 | 415 | 422 | 423 | 429 | 503;
  /** A key in `messages/`, for example `appointments.refusals.slot_taken`. */
  readonly words: string;
  /** The field of the form the words belong to. */
  readonly field?: string;
}

export type RefusalTable<Reason extends string> = Readonly<Record<Reason, RefusalAnswer>>;

/** What every route can refuse before its use case is asked. */
export const commonRefusals = {
  malformed: { status: 400, words: "refusals.malformed" },
  not_logged_in: { status: 401, words: "refusals.not_logged_in" },
  wrong_origin: { status: 403, words: "refusals.wrong_origin" },
  not_allowed: { status: 403, words: "refusals.not_allowed" },
  step_up_required: { status: 403, words: "refusals.step_up_required" },
  not_found: { status: 404, words: "refusals.not_found" },
  too_large: { status: 413, words: "refusals.too_large" },
  wrong_content_type: { status: 415, words: "refusals.wrong_content_type" },
  invalid_input: { status: 422, words: "refusals.invalid_input" },
  patient_required: { status: 422, words: "refusals.patient_required" },
  too_many_requests: { status: 429, words: "refusals.too_many_requests" },
  unavailable: { status: 503, words: "refusals.unavailable" },
} as const satisfies RefusalTable<string>;

type Values = Record<string, string | number | Date>;

/** A sentence of `messages/` in a person's language; `values` fill its places. Throws for a key nobody wrote. */
export function sentence(language: string | undefined, key: string, values: Values = {}): string {
  const locale = languageFor(language);
  const messages = { text: wordAt(wordsOf(locale), key) };
  return createTranslator({ locale, messages, timeZone: "UTC" })("text", values);
}

function wordAt(words: Words, key: string): string {
  let found: Words | string | undefined = words;
  for (const part of key.split(".")) found = typeof found === "object" ? found[part] : undefined;
  if (typeof found !== "string") throw new Error(`No words for ${key}`);
  return found;
}
