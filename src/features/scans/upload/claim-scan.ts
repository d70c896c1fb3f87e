import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { Services } from "@/server/services";
import { deleteScanFiles, markRemoved } from "./discard-scan";

/** Longer than judging 200 MB takes on a slow disk. Whoever takes longer has lost it to the next one who asks. */
const finishingMinutes = 3;

/** The right to finish one scan, as its row shows it until it ends or passes to somebody else. */
export interface ScanClaim {
  readonly practiceId: string;
  readonly uploadId: string;
  readonly finishedAt: null;
  readonly finishingUntilAt: Date;
}

/** Null while somebody else finishes it. */
export async function claimScan(
  { db, now }: Services,
  scan: { readonly practiceId: string; readonly uploadId: string },
): Promise<ScanClaim | null> {
  const finishingUntilAt = fromInstant(now.add({ minutes: finishingMinutes }));
  const { count } = await inPractice(db, scan.practiceId, (tx) =>
    tx.scanUpload.updateMany({
      where: {
        ...scan,
        finishedAt: null,
        OR: [{ finishingUntilAt: null }, { finishingUntilAt: { lt: fromInstant(now) } }],
      },
      data: { finishingUntilAt, touchedAt: fromInstant(now) },
    }),
  );
  return count === 1 ? { ...scan, finishedAt: null, finishingUntilAt } : null;
}

/** Throws away what turned out to be no scan; false when that is no longer ours to say. */
export async function discardClaimed(
  services: Services,
  claim: ScanClaim,
  byteCount: number,
): Promise<boolean> {
  const { practiceId, uploadId } = claim;
  const isOurs = await inPractice(services.db, practiceId, async (tx) => {
    const held = await tx.scanUpload.updateMany({
      where: claim,
      data: { touchedAt: fromInstant(services.now) },
    });
    if (held.count === 1) await markRemoved(tx, services, practiceId, uploadId);
    return held.count === 1;
  });
  if (isOurs) await deleteScanFiles(services, uploadId, byteCount);
  return isOurs;
}
