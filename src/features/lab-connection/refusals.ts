import type { RefusalTable } from "@/lib/refusal-table";
import type { ReEnableRefusal } from "./re-enable-integration";

export const reEnableRefusals: RefusalTable<ReEnableRefusal> = {
  not_found: { status: 404, words: "refusals.not_found" },
  disabled: { status: 409, words: "labConnection.refusals.disabled" },
  lab_unreachable: { status: 503, words: "labConnection.refusals.lab_unreachable" },
  lab_not_registered: { status: 409, words: "labConnection.refusals.lab_not_registered" },
};
