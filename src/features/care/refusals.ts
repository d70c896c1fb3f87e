import type { RefusalTable } from "@/lib/refusal-table";

export const articleRefusals: RefusalTable<"not_found"> = {
  not_found: { status: 404, words: "refusals.not_found" },
};
