import type { RefusalTable } from "@/lib/refusal-table";
import type { CompleteStepUpRefusal } from "./factors/complete-step-up";
import type { StartStepUpRefusal } from "./factors/start-step-up";
import type { PasskeyOptionsRefusal } from "./login/login-passkey-options";
import type { ResendRefusal } from "./login/resend-code";
import type { SignInRefusal } from "./login/sign-in";
import type { StartLoginRefusal } from "./login/start-login";
import type { SwitchFactorRefusal } from "./login/switch-factor";
import type { CompleteResetRefusal } from "./passwords/complete-password-reset";
import { newPasswordRefusals } from "./passwords/new-password";

export const startLoginRefusals: RefusalTable<StartLoginRefusal> = {
  wrong_login: { status: 401, words: "access.refusals.wrong_login" },
  wrong_now_locked: { status: 401, words: "access.refusals.wrong_now_locked" },
  locked: { status: 423, words: "access.refusals.locked" },
  busy: { status: 503, words: "access.refusals.busy" },
  factor_missing: { status: 403, words: "access.refusals.factor_missing" },
  resend_too_soon: { status: 429, words: "access.refusals.resend_too_soon" },
  too_many_codes: { status: 429, words: "access.refusals.too_many_codes" },
  texts_stopped: { status: 503, words: "access.refusals.texts_stopped" },
};

export const resendRefusals: RefusalTable<ResendRefusal> = {
  login_expired: { status: 410, words: "access.refusals.login_expired" },
  login_used: { status: 409, words: "access.refusals.login_used" },
  locked: startLoginRefusals.locked,
  no_texts_here: { status: 409, words: "access.refusals.no_texts_here" },
  resend_too_soon: startLoginRefusals.resend_too_soon,
  too_many_codes: startLoginRefusals.too_many_codes,
  texts_stopped: startLoginRefusals.texts_stopped,
};

export const signInRefusals: RefusalTable<SignInRefusal> = {
  csrf: { status: 403, words: "access.refusals.csrf" },
  login_expired: resendRefusals.login_expired,
  login_used: resendRefusals.login_used,
  locked: startLoginRefusals.locked,
  wrong_code: { status: 401, words: "access.refusals.wrong_code", field: "code" },
  wrong_passkey: { status: 401, words: "access.refusals.wrong_passkey" },
  code_shape: { status: 422, words: "access.refusals.code_shape", field: "code" },
  code_expired: { status: 410, words: "access.refusals.code_expired", field: "code" },
  code_spent: { status: 410, words: "access.refusals.code_spent", field: "code" },
  no_portal: { status: 403, words: "access.refusals.no_portal" },
};

export const passkeyOptionsRefusals: RefusalTable<PasskeyOptionsRefusal> = {
  login_expired: resendRefusals.login_expired,
  login_used: resendRefusals.login_used,
  locked: startLoginRefusals.locked,
  factor_unknown: { status: 422, words: "access.refusals.factor_unknown" },
};

export const switchFactorRefusals: RefusalTable<SwitchFactorRefusal> = {
  ...passkeyOptionsRefusals,
  resend_too_soon: startLoginRefusals.resend_too_soon,
  too_many_codes: startLoginRefusals.too_many_codes,
  texts_stopped: startLoginRefusals.texts_stopped,
};

export const startStepUpRefusals: RefusalTable<StartStepUpRefusal> = {
  locked: startLoginRefusals.locked,
  factor_missing: startLoginRefusals.factor_missing,
  factor_unknown: { status: 422, words: "access.refusals.factor_unknown", field: "factor" },
  resend_too_soon: startLoginRefusals.resend_too_soon,
  too_many_codes: startLoginRefusals.too_many_codes,
  texts_stopped: startLoginRefusals.texts_stopped,
};

export const completeStepUpRefusals: RefusalTable<CompleteStepUpRefusal> = {
  locked: signInRefusals.locked,
  login_expired: signInRefusals.login_expired,
  login_used: { status: 409, words: "access.refusals.step_up_used" },
  step_up_expired: { status: 410, words: "access.refusals.step_up_expired" },
  wrong_code: signInRefusals.wrong_code,
  wrong_passkey: signInRefusals.wrong_passkey,
  code_shape: signInRefusals.code_shape,
  code_expired: signInRefusals.code_expired,
  code_spent: signInRefusals.code_spent,
};

export const signOutRefusals: RefusalTable<"csrf"> = { csrf: signInRefusals.csrf };

export const membershipRefusals: RefusalTable<"not_found" | "no_portal"> = {
  not_found: { status: 404, words: "refusals.not_found" },
  no_portal: signInRefusals.no_portal,
};

export const completeResetRefusals: RefusalTable<CompleteResetRefusal> = {
  link_unknown: { status: 410, words: "access.refusals.link_unknown" },
  link_used: { status: 410, words: "access.refusals.link_used" },
  link_expired: { status: 410, words: "access.refusals.link_expired" },
  ...newPasswordRefusals,
};
