import type { ConfirmPasskeyRefusal } from "@/features/access/factors/enrol-passkey";
import type { ConfirmTotpRefusal } from "@/features/access/factors/enrol-totp";
import type { RefusalTable } from "@/lib/refusal-table";

export const addFactorRefusals: RefusalTable<"too_many_factors"> = {
  too_many_factors: { status: 409, words: "factors.refusals.too_many_factors" },
};

export const confirmTotpRefusals: RefusalTable<ConfirmTotpRefusal> = {
  not_found: { status: 404, words: "factors.refusals.begun_too_long_ago" },
  code_shape: { status: 422, words: "factors.refusals.code_shape", field: "code" },
  wrong_new_code: { status: 422, words: "factors.refusals.wrong_new_code", field: "code" },
};

export const confirmPasskeyRefusals: RefusalTable<ConfirmPasskeyRefusal> = {
  not_found: confirmTotpRefusals.not_found,
  passkey_refused: { status: 422, words: "factors.refusals.passkey_refused" },
};

export const renameFactorRefusals: RefusalTable<"not_found"> = {
  not_found: { status: 404, words: "refusals.not_found" },
};

export const removeFactorRefusals: RefusalTable<"not_found" | "last_factor"> = {
  ...renameFactorRefusals,
  last_factor: { status: 409, words: "factors.refusals.last_factor" },
};
