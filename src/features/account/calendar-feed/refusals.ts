import type { RefusalTable } from "@/lib/refusal-table";

export const makeFeedRefusals: RefusalTable<"nothing_to_show"> = {
  nothing_to_show: { status: 409, words: "calendar.refusals.nothing_to_show" },
};

export const readFeedRefusals: RefusalTable<"not_found" | "too_many_requests"> = {
  not_found: { status: 404, words: "refusals.not_found" },
  too_many_requests: { status: 429, words: "refusals.too_many_requests" },
};
