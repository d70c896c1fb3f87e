import type { Tx } from "@/db/client";
import { canSendCases, labConnectionStatus } from "@/domain/lab-connection/status";
import { connectionOfCase } from "@/features/lab-connection/connection-of-case";
import { queueCaseDelivery } from "@/features/notifications/queue-case-delivery";
import type { Services } from "@/server/services";
import { moveCase } from "../move-case";

/**
 * Sends a queued case on its way, in the transaction that queued it (S17), or holds it until its orthodontist has
 * signed in at the lab again (R46).
 */
export async function sendOrHold(
  tx: Tx,
  services: Services,
  subject: { readonly practiceId: string; readonly caseId: string },
): Promise<"queued" | "held_for_reauthentication"> {
  const facts = await connectionOfCase(tx, subject);
  if (facts && canSendCases(labConnectionStatus(facts, services.now))) {
    await queueCaseDelivery(tx, services, { ...subject, purpose: "case_submitted" });
    return "queued";
  }
  const event = "hold_for_reauthentication";
  await moveCase(tx, services, subject, { event, mover: { by: "portal" } });
  return "held_for_reauthentication";
}
