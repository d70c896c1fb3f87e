import type { RefusalTable } from "@/lib/refusal-table";
import { startLoginRefusals } from "../refusals";
import type { FactorLinkRefusal, OpenFactorLinkRefusal } from "./factor-link";
import type { ProveNewFactorRefusal } from "./prove-new-factor";
import type { ResetFactorsRefusal } from "./reset-factors";

export const resetFactorsRefusals: RefusalTable<ResetFactorsRefusal> = {
  not_found: { status: 404, words: "refusals.not_found" },
  own_login: { status: 409, words: "factors.refusals.own_login" },
  email_missing: { status: 409, words: "factors.refusals.email_missing" },
};

const link: RefusalTable<FactorLinkRefusal> = {
  link_unknown: { status: 410, words: "factors.refusals.link_unknown" },
  link_used: { status: 410, words: "factors.refusals.link_used" },
  factor_link_expired: { status: 410, words: "factors.refusals.link_expired" },
};

export const openFactorLinkRefusals: RefusalTable<OpenFactorLinkRefusal> = {
  ...link,
  wrong_link_password: {
    status: 401,
    words: "factors.refusals.wrong_link_password",
    field: "password",
  },
  locked: startLoginRefusals.locked,
  busy: startLoginRefusals.busy,
  too_many_factors: { status: 409, words: "factors.refusals.too_many_factors" },
};

export const completeFactorLinkRefusals: RefusalTable<FactorLinkRefusal | ProveNewFactorRefusal> = {
  ...link,
  not_found: { status: 404, words: "factors.refusals.begun_too_long_ago" },
  code_shape: { status: 422, words: "factors.refusals.code_shape", field: "code" },
  wrong_new_code: { status: 422, words: "factors.refusals.wrong_new_code", field: "code" },
  passkey_refused: { status: 422, words: "factors.refusals.passkey_refused" },
};
