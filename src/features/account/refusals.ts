import { passwordRefusals } from "@/features/access/passwords/check-password";
import { startLoginRefusals } from "@/features/access/refusals";
import { codeRefusals, startRefusals } from "@/features/registration/refusals";
import type { RefusalTable } from "@/lib/refusal-table";
import type { ChangePasswordRefusal } from "./change-password";
import type { ChangeProfileRefusal } from "./change-profile";
import type { ConfirmEmailRefusal } from "./confirm-email-change";
import type { ConfirmMobileRefusal } from "./confirm-mobile-change";
import type { LinkRefusal } from "./email-tokens";
import type { RequestEmailRefusal } from "./request-email-change";
import type { ResendMobileRefusal, StartMobileRefusal } from "./start-mobile-change";

const words = (reason: string) => `account.refusals.${reason}` as const;

const tooMany = { status: 429, words: "refusals.too_many_requests" } as const;
const tooSoon = { status: 429, words: words("resend_too_soon") } as const;

export const requestEmailRefusals: RefusalTable<RequestEmailRefusal> = {
  email_same: { status: 422, words: words("email_same"), field: "email" },
  too_many_requests: tooMany,
};

export const resendEmailRefusals: RefusalTable<
  "no_pending_email" | "resend_too_soon" | "too_many_requests"
> = {
  no_pending_email: { status: 409, words: words("no_pending_email") },
  resend_too_soon: tooSoon,
  too_many_requests: tooMany,
};

export const linkRefusals: RefusalTable<LinkRefusal> = {
  link_unknown: { status: 404, words: words("link_unknown") },
  link_used: { status: 410, words: words("link_used") },
  link_replaced: { status: 410, words: words("link_replaced") },
  link_expired: { status: 410, words: words("link_expired") },
};

export const confirmEmailRefusals: RefusalTable<ConfirmEmailRefusal> = {
  ...linkRefusals,
  other_login: { status: 403, words: words("other_login") },
};

const sending = {
  too_many_requests: startRefusals.too_many_requests,
  texts_stopped: { status: 503, words: words("texts_stopped") },
  resend_too_soon: tooSoon,
} as const;

export const startMobileRefusals: RefusalTable<StartMobileRefusal> = {
  not_a_number: startRefusals.not_a_number,
  extension: startRefusals.extension,
  country_not_allowed: startRefusals.country_not_allowed,
  not_mobile: startRefusals.not_mobile,
  mobile_same: { status: 422, words: words("mobile_same"), field: "mobile" },
  ...sending,
};

const noPendingMobile = { status: 409, words: words("no_pending_mobile") } as const;

export const resendMobileRefusals: RefusalTable<ResendMobileRefusal> = {
  ...sending,
  no_pending_mobile: noPendingMobile,
};

export const confirmMobileRefusals: RefusalTable<ConfirmMobileRefusal> = {
  code_malformed: codeRefusals.code_malformed,
  code_wrong: codeRefusals.code_wrong,
  code_used: codeRefusals.code_used,
  code_replaced: codeRefusals.code_replaced,
  code_expired: codeRefusals.code_expired,
  code_tries_spent: codeRefusals.code_tries_spent,
  no_pending_mobile: noPendingMobile,
};

export const changePasswordRefusals: RefusalTable<ChangePasswordRefusal> = {
  wrong_password: { status: 422, words: words("wrong_password"), field: "currentPassword" },
  passwords_differ: {
    status: 422,
    words: "access.refusals.passwords_differ",
    field: "passwordAgain",
  },
  password_same: { status: 422, words: words("password_same"), field: "password" },
  password_changed_meanwhile: { status: 409, words: words("password_changed_meanwhile") },
  too_many_requests: tooMany,
  busy: startLoginRefusals.busy,
  ...passwordRefusals,
};

export const changeProfileRefusals: RefusalTable<ChangeProfileRefusal> = {
  view_only: { status: 403, words: words("view_only") },
  changed_meanwhile: { status: 409, words: words("changed_meanwhile") },
  emergency_incomplete: {
    status: 422,
    words: words("emergency_incomplete"),
    field: "emergencyContactPhone",
  },
  home_phone_wrong: { status: 422, words: words("phone_wrong"), field: "homePhone" },
  work_phone_wrong: { status: 422, words: words("phone_wrong"), field: "workPhone" },
  emergency_phone_wrong: {
    status: 422,
    words: words("phone_wrong"),
    field: "emergencyContactPhone",
  },
};

export const chooseNotificationRefusals: RefusalTable<"not_found" | "patient_required"> = {
  not_found: { status: 404, words: "refusals.not_found" },
  patient_required: { status: 422, words: "refusals.patient_required" },
};
