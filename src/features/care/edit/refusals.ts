import { settingRefusals } from "@/features/settings/refusals";
import type { RefusalTable } from "@/lib/refusal-table";

export type ChangeArticleRefusal = "not_found" | "changed_meanwhile";
export type RestoreArticleRefusal = ChangeArticleRefusal | "not_shipped";

const notFound = { status: 404, words: "refusals.not_found" } as const;

export const addArticleRefusals: RefusalTable<"idempotency_key_reused"> = {
  idempotency_key_reused: { status: 422, words: "settings.refusals.idempotency_key_reused" },
};

export const changeArticleRefusals: RefusalTable<ChangeArticleRefusal> = {
  ...settingRefusals,
  not_found: notFound,
};

export const restoreArticleRefusals: RefusalTable<RestoreArticleRefusal> = {
  ...changeArticleRefusals,
  not_shipped: { status: 409, words: "care.refusals.not_shipped" },
};
