import { inPractice } from "@/db/transaction";
import { previewKey } from "@/features/uploads/storage-keys";
import type { Services } from "@/server/services";

/** Files of one round. */
const atOnce = 200;

/**
 * Deletes the files of removed records, and then the rows that say where they lie: a worker that is killed in between
 * finds the rest again, however late (S23). Answers how many files went.
 */
export async function removeFiles(services: Services, practiceId: string): Promise<number> {
  const left = await inPractice(services.db, practiceId, (tx) =>
    tx.upload.findMany({
      where: { practiceId, state: "removed", patientId: null, fileName: "" },
      select: { id: true, storageKey: true },
      take: atOnce,
    }),
  );
  for (const { storageKey } of left) {
    await services.files.delete(storageKey);
    await services.files.delete(previewKey(storageKey));
  }
  if (left.length > 0)
    await inPractice(services.db, practiceId, (tx) =>
      tx.upload.deleteMany({ where: { practiceId, id: { in: left.map(({ id }) => id) } } }),
    );
  return left.length;
}
