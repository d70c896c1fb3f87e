import type { Tx } from "@/db/client";
import { labConnectionStatus } from "@/domain/lab-connection/status";
import { connectionOfCase } from "@/features/lab-connection/connection-of-case";
import { queueCaseDelivery } from "@/features/notifications/queue-case-delivery";
import type { Services } from "@/server/services";
import { whyHeld } from "./case-trouble";
import { holdCase } from "./hold-case";

interface Subject {
  readonly practiceId: string;
  readonly caseId: string;
}

/**
 * Sends a queued case on its way, in the transaction that queued it (S17), or holds it until its orthodontist has
 * signed in at the lab again (R46).
 */
export async function sendOrHold(
  tx: Tx,
  services: Services,
  subject: Subject,
): Promise<"queued" | "held_for_reauthentication"> {
  const connection = await connectionOfCase(tx, subject);
  const trouble = connection
    ? whyHeld(labConnectionStatus(connection.facts, services.now))
    : "never_connected";
  if (trouble !== null) {
    await holdCase(tx, services, subject, trouble);
    return "held_for_reauthentication";
  }
  await sendQueued(tx, services, subject);
  return "queued";
}

/** The delivery of a queued case: a case that the lab knows gets the records it asked for. */
export async function sendQueued(
  tx: Tx,
  services: Services,
  { practiceId, caseId }: Subject,
): Promise<void> {
  const { labCaseId } = await tx.labCase.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id: caseId } },
    select: { labCaseId: true },
  });
  const purpose = labCaseId === null ? "case_submitted" : "case_records";
  await queueCaseDelivery(tx, services, { practiceId, caseId, purpose });
}
