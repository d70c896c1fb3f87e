import type { RefusalTable } from "@/lib/refusal-table";

export const subscribeRefusals: RefusalTable<"push_off" | "endpoint_unknown" | "too_many_devices"> =
  {
    push_off: { status: 409, words: "account.push.refusals.off" },
    endpoint_unknown: { status: 422, words: "account.push.refusals.service", field: "endpoint" },
    too_many_devices: { status: 409, words: "account.push.refusals.tooMany" },
  };

export const testRefusals: RefusalTable<"not_found" | "too_many_requests"> = {
  not_found: { status: 404, words: "refusals.not_found" },
  too_many_requests: { status: 429, words: "refusals.too_many_requests" },
};
