import { inPractice } from "@/db/transaction";
import type { Services } from "@/server/services";
import type { LeasedDelivery } from "./lease-delivery";

/** Whether the message a notice tells of still waits: read meanwhile, it is dropped rather than sent (R39). */
export async function isReadMeanwhile(
  { db }: Pick<Services, "db">,
  { purpose, practiceId, id, personId, values }: LeasedDelivery,
): Promise<boolean> {
  const { thread } = values;
  if (purpose !== "new_message" || personId === null || typeof thread !== "string") return false;
  const bundle = await inPractice(db, practiceId, (tx) =>
    tx.noticeBundle.findFirst({
      where: { practiceId, threadId: thread, personId, deliveryIds: { has: id } },
      select: { personId: true },
    }),
  );
  return bundle === null;
}
