import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { enqueue } from "@/jobs/queue";
import type { Services } from "@/server/services";

/** What a delivery tells the lab about a case: the case itself, records it asked for, a decided plan, its cancelling. */
export type CaseDeliveryPurpose =
  | "case_submitted"
  | "case_records"
  | "case_plan_decided"
  | "case_cancelled";

/**
 * Writes the delivery of a case to its lab and wakes the worker, in the transaction of its cause (S17). One of a purpose
 * is under way per case; a second one is the first. Answers the row's id.
 */
export async function queueCaseDelivery(
  tx: Tx,
  services: Services,
  wish: {
    readonly practiceId: string;
    readonly caseId: string;
    readonly purpose: CaseDeliveryPurpose;
  },
): Promise<string> {
  const { practiceId, caseId, purpose } = wish;
  const id = services.random.uuid();
  const at = fromInstant(services.now);
  // Whoever comes at the same time waits here, and finds the other's.
  const [found] = await tx.$queryRaw<{ patientId: string }[]>`
    select patient_id as "patientId" from tenant.lab_case
    where practice_id = ${practiceId}::uuid and id = ${caseId}::uuid for update`;
  if (!found) throw new Error("a delivery of no case");
  const underWay = await tx.delivery.findFirst({
    where: { practiceId, caseId, purpose, kind: "lab_case", state: { in: ["queued", "sending"] } },
    select: { id: true },
  });
  if (underWay) return underWay.id;
  await tx.delivery.create({
    data: {
      practiceId,
      id,
      kind: "lab_case",
      purpose,
      patientId: found.patientId,
      caseId,
      recipient: "lab",
      content: { values: {} },
      nextTryAt: at,
      createdAt: at,
    },
    select: { id: true },
  });
  await enqueue(tx, "deliver", { practiceId, deliveryId: id });
  return id;
}
