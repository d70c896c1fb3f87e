import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { Services } from "@/server/services";
import { pieceKeys } from "./piece-keys";

/** Marks it as gone; its files go after the commit, and again by the sweep. */
export async function markRemoved(
  tx: Tx,
  services: Services,
  practiceId: string,
  id: string,
): Promise<void> {
  await tx.upload.updateMany({
    where: { practiceId, id },
    data: { state: "removed", removedAt: fromInstant(services.now) },
  });
  await tx.scanUpload.deleteMany({ where: { practiceId, uploadId: id } });
}

/** What lies on the disk of a scan, whole or in pieces. */
export async function deleteScanFiles(
  services: Services,
  id: string,
  byteCount: number,
): Promise<void> {
  for (const key of [id, ...pieceKeys(id, byteCount)]) await services.files.delete(key);
}

export async function discardScan(
  services: Services,
  practiceId: string,
  id: string,
  byteCount: number,
): Promise<void> {
  await inPractice(services.db, practiceId, (tx) => markRemoved(tx, services, practiceId, id));
  await deleteScanFiles(services, id, byteCount);
}
