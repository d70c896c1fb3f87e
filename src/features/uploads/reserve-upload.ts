import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { mayAct } from "@/features/access/may-act";
import type { Services } from "@/server/services";
import { type Claimed, DAILY_BYTES } from "./accepted-types";

interface Reserved {
  readonly uploadId: string;
  readonly patientId: string;
}

/**
 * Writes the row of an upload before its bytes come, so that what is under way counts and nothing is forgotten (S15).
 * Refusals: `not_found` for a patient who is not of this practice, `view_only`, `quota_reached`.
 */
export async function reserveUpload(
  services: Services,
  actor: PatientActor | ClinicActor,
  patientId: string,
  claimed: Claimed & { readonly bytes: number },
): Promise<Result<Reserved, "not_found" | "view_only" | "quota_reached">> {
  const { practiceId, personId } = actor;
  const uploadId = services.random.uuid();
  return inPractice(services.db, practiceId, async (tx) => {
    const patient = await tx.patient.findFirst({
      where: { practiceId, id: patientId, archivedAt: null },
      select: { id: true },
    });
    if (!patient) return refused("not_found");
    if (actor.kind === "patient" && !(await mayAct(tx, actor))) return refused("view_only");
    // One at a time per patient, or two uploads at once would each see room for itself.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('upload:' || ${patientId}, 0))`;
    const { _sum } = await tx.upload.aggregate({
      where: {
        practiceId,
        patientId,
        kind: { in: ["photo", "pdf"] },
        state: { in: ["receiving", "stored"] },
        createdAt: { gt: fromInstant(services.now.subtract({ hours: 24 })) },
      },
      _sum: { bytes: true },
    });
    if (Number(_sum.bytes ?? 0) + claimed.bytes > DAILY_BYTES) return refused("quota_reached");
    await tx.upload.create({
      data: {
        practiceId,
        id: uploadId,
        patientId,
        uploadedByPersonId: personId,
        kind: claimed.kind,
        fileName: claimed.fileName,
        contentType: claimed.type,
        bytes: BigInt(claimed.bytes),
        storageKey: uploadId,
        createdAt: fromInstant(services.now),
      },
      select: { id: true },
    });
    return ok({ uploadId, patientId });
  });
}
