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

/** Writes the delivery of a case to its lab and wakes the worker, in the transaction of its cause (S17). Answers the row's id. */
export async function queueCaseDelivery(
  tx: Tx,
  services: Services,
  {
    practiceId,
    caseId,
    purpose,
  }: {
    readonly practiceId: string;
    readonly caseId: string;
    readonly purpose: CaseDeliveryPurpose;
  },
): Promise<string> {
  const id = services.random.uuid();
  const at = fromInstant(services.now);
  const { patientId } = await tx.labCase.findUniqueOrThrow({
    where: { practiceId_id: { practiceId, id: caseId } },
    select: { patientId: true },
  });
  await tx.delivery.create({
    data: {
      practiceId,
      id,
      kind: "lab_case",
      purpose,
      patientId,
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
