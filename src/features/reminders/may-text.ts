import type { Tx } from "@/db/client";
import { admitText } from "@/features/access/codes/sms-cap";
import { deliveryPractice } from "@/features/practices/delivery-practice";
import { budgetNow } from "@/features/sms-usage/budget";
import type { Services } from "@/server/services";

/**
 * Whether a text of convenience, about a visit or a message, may go today: not once the month's budget is used, and past
 * the day's warning the last ones are kept for login codes (R51, S3).
 */
export async function mayText(tx: Tx, services: Services, practiceId: string): Promise<boolean> {
  const { zone } = await deliveryPractice(tx, practiceId);
  const { state } = await budgetNow(tx, services, { id: practiceId, zone });
  if (state === "reached") return false;
  const admitted = await admitText(tx, services, practiceId);
  return admitted.ok && admitted.value === "open";
}
