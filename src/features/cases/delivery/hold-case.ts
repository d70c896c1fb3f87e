import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import type { Services } from "@/server/services";
import { moveCase } from "../move-case";
import type { CaseTrouble } from "./case-trouble";
import { tellNotSent } from "./tell-not-sent";

/**
 * Holds a case until its orthodontist has signed in at the lab again (R46): what was queued of it is dropped, a new
 * delivery is made when it is released. Answers whether it is held now.
 */
export async function holdCase(
  tx: Tx,
  services: Services,
  subject: { readonly practiceId: string; readonly caseId: string },
  trouble: CaseTrouble,
): Promise<boolean> {
  const moved = await moveCase(tx, services, subject, {
    event: "hold_for_reauthentication",
    mover: { by: "portal" },
    reason: trouble,
  });
  if (!moved.ok) return false;
  await tx.delivery.updateMany({
    where: {
      ...subject,
      kind: "lab_case",
      purpose: { in: ["case_submitted", "case_records"] },
      state: "queued",
    },
    data: { state: "dropped", settledAt: fromInstant(services.now), lastError: "held" },
  });
  await tellNotSent(tx, services, subject, trouble);
  return true;
}
