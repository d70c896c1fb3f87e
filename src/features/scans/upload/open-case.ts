import type { Tx } from "@/db/client";
import { ok, type Result, refused } from "@/domain/result";

/**
 * The case, kept as it is until the end of the transaction, if its scans may be changed. Refusals: `not_found`;
 * `case_closed` once it is on its way to the lab.
 */
export async function openCase(
  tx: Tx,
  practiceId: string,
  caseId: string,
): Promise<Result<{ patientId: string; sentAt: Date | null }, "not_found" | "case_closed">> {
  const [found] = await tx.$queryRaw<{ state: string; patientId: string; sentAt: Date | null }[]>`
    select state::text, patient_id as "patientId", sent_at as "sentAt" from tenant.lab_case
    where practice_id = ${practiceId}::uuid and id = ${caseId}::uuid for update`;
  if (!found) return refused("not_found");
  const isOpen = found.state === "draft" || found.state === "needs_records";
  return isOpen ? ok(found) : refused("case_closed");
}
