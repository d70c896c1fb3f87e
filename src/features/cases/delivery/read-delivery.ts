import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { type DeliveryFacts, deliveryOfCase } from "./delivery-of-case";

/** How the delivery of a case stands, for its page; null: nothing to say of it. */
export function readDelivery(
  services: Services,
  { practiceId }: ClinicActor,
  caseId: string,
): Promise<DeliveryFacts | null> {
  return inPractice(services.db, practiceId, (tx) => deliveryOfCase(tx, { practiceId, caseId }));
}
