import { passwordRefusals } from "@/features/access/passwords/check-password";
import type { RefusalTable } from "@/lib/refusal-table";
import type { PhoneRefused } from "./details/mobile-number";
import type { OwnRefusal } from "./own-registration";

const words = (reason: string) => `registration.refusals.${reason}` as const;

/** What every step may find: nothing begun, over, gone on elsewhere, or another step due (S2). */
export const ownRefusals = {
  no_registration: { status: 409, words: words("no_registration") },
  registration_expired: { status: 410, words: words("registration_expired") },
  continued_elsewhere: { status: 409, words: words("continued_elsewhere") },
  wrong_step: { status: 409, words: words("wrong_step") },
  idempotency_key_reused: { status: 422, words: words("idempotency_key_reused") },
} as const satisfies RefusalTable<OwnRefusal | "idempotency_key_reused">;

const sendingRefusals = {
  too_many_requests: { status: 429, words: words("too_many_requests") },
  texts_stopped: { status: 503, words: words("texts_stopped") },
} as const;

export const linkRefusals = {
  link_unknown: { status: 404, words: words("link_unknown") },
  link_used: { status: 410, words: words("link_used") },
  link_expired: { status: 410, words: words("link_expired") },
  link_replaced: { status: 410, words: words("link_replaced") },
} as const;

const phoneRefusals = {
  not_a_number: { status: 422, words: words("not_a_number"), field: "mobile" },
  extension: { status: 422, words: words("extension"), field: "mobile" },
  country_not_allowed: { status: 422, words: words("country_not_allowed"), field: "mobile" },
  not_mobile: { status: 422, words: words("not_mobile"), field: "mobile" },
} as const satisfies RefusalTable<PhoneRefused>;

export const startRefusals = {
  ...phoneRefusals,
  ...sendingRefusals,
  ...linkRefusals,
  practice_unknown: { status: 422, words: words("practice_unknown"), field: "practice" },
  birth_date_unlikely: { status: 422, words: words("birth_date_unlikely"), field: "dateOfBirth" },
} as const;

export const codeSendingRefusals = {
  ...ownRefusals,
  ...sendingRefusals,
  resend_too_soon: { status: 429, words: words("resend_too_soon") },
} as const;

export const codeRefusals = {
  ...ownRefusals,
  ...linkRefusals,
  code_malformed: { status: 422, words: words("code_malformed"), field: "code" },
  code_wrong: { status: 422, words: words("code_wrong"), field: "code" },
  code_used: { status: 409, words: words("code_used"), field: "code" },
  code_replaced: { status: 410, words: words("code_replaced"), field: "code" },
  code_expired: { status: 410, words: words("code_expired"), field: "code" },
  code_tries_spent: { status: 429, words: words("code_tries_spent"), field: "code" },
} as const;

export const questionRefusals = {
  ...ownRefusals,
  answer_not_settled: { status: 422, words: words("answer_not_settled"), field: "answer" },
  practice_decides: { status: 409, words: words("practice_decides") },
} as const;

export const newPasswordRefusals = {
  ...ownRefusals,
  ...passwordRefusals,
  practice_decides: { status: 409, words: words("practice_decides") },
  busy: { status: 503, words: words("busy") },
} as const;

export const emailProofRefusals = {
  mail_link_unknown: { status: 404, words: words("mail_link_unknown") },
  mail_link_used: { status: 410, words: words("mail_link_used") },
  mail_link_expired: { status: 410, words: words("mail_link_expired") },
  wrong_password: { status: 422, words: words("wrong_password"), field: "password" },
  too_many_requests: { status: 429, words: words("too_many_requests") },
  busy: { status: 503, words: words("busy") },
} as const;

export const mailAgainRefusals = {
  ...ownRefusals,
  resend_too_soon: { status: 429, words: words("resend_too_soon") },
  too_many_requests: { status: 429, words: words("too_many_requests") },
} as const;

export const emailChangeRefusals = {
  ...mailAgainRefusals,
  email_fixed: { status: 409, words: words("email_fixed"), field: "email" },
} as const;

export const termsRefusals = {
  ...ownRefusals,
  terms_outdated: { status: 409, words: words("terms_outdated") },
  practice_decides: { status: 409, words: words("practice_decides") },
} as const;

export const currentTermsRefusals = {
  practice_unknown: { status: 422, words: words("practice_unknown"), field: "practice" },
} as const;
