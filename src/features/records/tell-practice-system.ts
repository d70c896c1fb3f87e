import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { recordDetails, staffDetails } from "@/domain/pms/detail-changes";
import { queueRecordChanges } from "@/features/notifications/queue-delivery";
import type { Services } from "@/server/services";

interface WhoseRecord {
  readonly practiceId: string;
  readonly patientId: string;
  /** Who changed it. */
  readonly personId: string;
}

interface Changed {
  readonly field: string;
  readonly before: string | null;
  readonly after: string | null;
}

/**
 * Keeps what somebody changed of a record for the practice's system and queues it (R17, R50); of one field only the newest
 * change waits. Names and birth dates are that system's own. Without one, the record here is all there is.
 */
export async function tellPracticeSystem(
  tx: Tx,
  services: Services,
  { practiceId, patientId, personId }: WhoseRecord,
  changed: readonly Changed[],
): Promise<void> {
  const at = fromInstant(services.now);
  const told: readonly string[] = [...recordDetails, ...staffDetails];
  const connection = await tx.pmsConnection.findFirst({
    where: { practiceId, kind: { not: "local" } },
    select: { practiceId: true },
  });
  const kept = changed.filter(({ field }) => told.includes(field));
  for (const { field, before, after } of kept) {
    const waiting = { practiceId, patientId, field, settledAt: null };
    const former = await tx.recordChange.findFirst({ where: waiting, select: { before: true } });
    await tx.recordChange.updateMany({
      where: waiting,
      data: { settledAt: at, outcome: "replaced" },
    });
    await tx.recordChange.create({
      data: {
        practiceId,
        id: services.random.uuid(),
        patientId,
        personId,
        field,
        before: former ? former.before : before,
        after,
        requestedAt: at,
        ...(!connection && { settledAt: at, outcome: "kept_here" }),
      },
      select: { id: true },
    });
  }
  if (connection && kept.length > 0) {
    await queueRecordChanges(tx, services, { practiceId, patientId });
  }
}
