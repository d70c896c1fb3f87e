import type { Tx } from "@/db/client";
import { admitText } from "@/features/access/codes/sms-cap";
import type { Services } from "@/server/services";

/** Whether a text about a visit may go today: past the warning the last ones are kept for login codes (R51, S3). */
export async function mayText(tx: Tx, services: Services, practiceId: string): Promise<boolean> {
  const admitted = await admitText(tx, services, practiceId);
  return admitted.ok && admitted.value === "open";
}
