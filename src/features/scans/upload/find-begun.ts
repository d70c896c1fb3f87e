import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";

/** A scan under way, for whoever began it alone (S12). */
export async function findBegun(
  services: Services,
  { practiceId, personId }: ClinicActor,
  { id: caseId, scanId: uploadId }: { readonly id: string; readonly scanId: string },
) {
  const found = await inPractice(services.db, practiceId, (tx) =>
    tx.scanUpload.findFirst({
      where: { practiceId, caseId, uploadId, begunByPersonId: personId, finishedAt: null },
      include: { upload: { select: { contentType: true, fileName: true } } },
    }),
  );
  if (!found) return null;
  return {
    arch: found.arch,
    byteCount: Number(found.byteCount),
    receivedBytes: Number(found.receivedBytes),
    fileName: found.upload.fileName,
    format: found.upload.contentType === "model/stl" ? ("stl" as const) : ("ply" as const),
  };
}
