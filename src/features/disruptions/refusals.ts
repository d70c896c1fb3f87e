import type { RefusalTable } from "@/lib/refusal-table";

export type DisruptionRefusal = "not_found" | "idempotency_key_reused";

export const disruptionRefusals: RefusalTable<DisruptionRefusal> = {
  not_found: { status: 404, words: "refusals.not_found" },
  idempotency_key_reused: { status: 422, words: "diary.refusals.idempotency_key_reused" },
};
