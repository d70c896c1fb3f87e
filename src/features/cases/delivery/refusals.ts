import type { RefusalTable } from "@/lib/refusal-table";
import type { ResendRefusal } from "./resend-case";

export const resendRefusals: RefusalTable<ResendRefusal> = {
  not_found: { status: 404, words: "refusals.not_found" },
  nothing_to_resend: { status: 409, words: "caseDelivery.refusals.nothing_to_resend" },
};
