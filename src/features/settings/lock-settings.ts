import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import type { Services } from "@/server/services";

/** Holds the practice's settings until the transaction ends, and makes the row where there is none. */
export async function lockSettings(tx: Tx, services: Services, practiceId: string): Promise<void> {
  await tx.practiceSettings.createMany({
    data: [{ practiceId, updatedAt: fromInstant(services.now) }],
    skipDuplicates: true,
  });
  await tx.$queryRaw`
    select from tenant.practice_settings where practice_id = ${practiceId}::uuid for update`;
}
