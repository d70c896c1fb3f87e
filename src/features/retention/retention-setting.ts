import type { Tx } from "@/db/client";
import type { RetentionSetting } from "@/domain/retention/retention-rules";

/** How long a practice keeps things (S23). */
export async function retentionSetting(tx: Tx, practiceId: string): Promise<RetentionSetting> {
  const row = await tx.practiceSettings.findUnique({
    where: { practiceId },
    select: {
      draftRetentionMonths: true,
      deliveryRetentionMonths: true,
      failedRegistrationRetentionMonths: true,
      retentionYears: true,
    },
  });
  return {
    drafts: row?.draftRetentionMonths ?? 12,
    deliveries: row?.deliveryRetentionMonths ?? 24,
    failedRegistrations: row?.failedRegistrationRetentionMonths ?? 12,
    records: row?.retentionYears ?? null,
  };
}
