import type { Tx } from "@/db/client";
import type { Services } from "@/server/services";
import { markRemoved } from "./discard-scan";

interface Place {
  readonly caseId: string;
  readonly arch: "upper" | "lower" | "bite";
  readonly sentAt: Date | null;
}

/** Takes the scan of an arch off its case. One that was sent stays stored; of the others the storage keys are answered. */
export async function replaceEarlier(
  tx: Tx,
  services: Services,
  practiceId: string,
  { caseId, arch, sentAt }: Place,
): Promise<string[]> {
  const earlier = await tx.caseFile.findMany({
    where: { practiceId, caseId, kind: "scan", arch: arch === "bite" ? null : arch },
    select: { id: true, upload: { select: { id: true, createdAt: true, storageKey: true } } },
  });
  const gone: string[] = [];
  for (const { id, upload } of earlier) {
    await tx.caseFile.delete({ where: { practiceId_id: { practiceId, id } } });
    if (sentAt !== null && upload.createdAt <= sentAt) continue;
    await markRemoved(tx, services, practiceId, upload.id);
    gone.push(upload.storageKey);
  }
  return gone;
}
