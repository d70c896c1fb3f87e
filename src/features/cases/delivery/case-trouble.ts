import type { LabConnectionStatus } from "@/domain/lab-connection/status";

/** Why a case did not get to its lab; stands as the reason of its event, in words in `caseDelivery.reasons`. */
export const caseTroubles = [
  "never_connected",
  "disabled",
  "refused_by_lab",
  "cut_over",
  "inactive",
  "periodic",
  "no_answer",
  "answer_unclear",
  "refused",
  "file_missing",
  "not_at_lab",
  "scans_missing",
  "sent_while_lapsed",
] as const;
export type CaseTrouble = (typeof caseTroubles)[number];

/** Why a connection takes no case now; null: it does. */
export function whyHeld(status: LabConnectionStatus): CaseTrouble | null {
  switch (status.state) {
    case "never_connected":
    case "disabled":
      return status.state;
    case "reauthentication_required":
      return status.reason;
    default:
      return null;
  }
}
