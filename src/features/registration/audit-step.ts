import type { Tx } from "@/db/client";
import { type AuditFacts, recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";

interface Audited {
  readonly id: string;
  readonly practiceId: string;
  readonly patientId?: string | null;
}

/** S19: something that happened in a registration, by somebody nobody knows yet. */
export function auditStep(
  tx: Tx,
  services: Services,
  { id: objectId, practiceId, patientId }: Audited,
  facts: Pick<AuditFacts, "action" | "detail">,
): Promise<void> {
  const about = { practiceId, objectKind: "registration", objectId };
  return recordAudit(tx, services, {}, { ...facts, ...about, ...(patientId && { patientId }) });
}
