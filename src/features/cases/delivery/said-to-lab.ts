import type { DeliveryOutcome } from "@/features/notifications/delivery-outcome";
import type { LabCase } from "@/ports/lab";
import type { CaseTrouble } from "./case-trouble";

/** What a try came to: for its row, and for its case. */
export interface SaidToLab {
  readonly outcome: DeliveryOutcome;
  readonly lab?: LabCase | undefined;
  /** Why it is held or failed. */
  readonly trouble?: CaseTrouble;
}
