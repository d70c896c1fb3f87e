/** Why a text with a code did not arrive, as far as the provider tells. */
export type UndeliveredReason =
  | "no_such_number"
  | "no_mobile"
  | "unreachable"
  | "blocked_by_recipient"
  | "filtered"
  | "country_off"
  | "unknown_failure";

/** What staff are told beside a failed registration's cause (R8); words: `registration.failureReasons`. */
export type FailureReason =
  | "name_differs"
  | "names_swapped"
  | "birth_date_differs"
  | "day_month_swapped"
  | "email_differs"
  | "mobile_differs"
  | "home_field"
  | "work_field"
  | UndeliveredReason;

// Source: Twilio's error dictionary, the codes of messages.
const byCode: Readonly<Record<number, UndeliveredReason>> = {
  21211: "no_such_number",
  21217: "no_such_number",
  21408: "country_off",
  21610: "blocked_by_recipient",
  21612: "unreachable",
  21614: "no_mobile",
  30003: "unreachable",
  30004: "blocked_by_recipient",
  30005: "no_such_number",
  30006: "no_mobile",
  30007: "filtered",
  30008: "unknown_failure",
  30450: "filtered",
  30453: "filtered",
};

/** The reason in one word, out of what a delivery keeps of its last failure (`not_delivered 30006`, `refused 21614`). */
export function undeliveredReason(lastError: string | null): UndeliveredReason {
  const code = /\b(\d{5})\b/.exec(lastError ?? "")?.[1];
  return byCode[Number(code)] ?? "unknown_failure";
}
