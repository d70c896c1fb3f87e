import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPracticeOrNothing } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { lockRecord } from "@/features/registration/logins/lock-record";
import type { Services } from "@/server/services";
import { isOldForm } from "./is-old-form";
import type { restoreRefusals } from "./record-refusals";

type RestoreRefusal = keyof typeof restoreRefusals;

/** R9: back from the archive, with a portal again. An admin decides that. Refusals: `not_archived`, `record_changed`. */
export async function restoreRecord(
  services: Services,
  actor: ClinicActor,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<Result<{ archived: boolean }, RestoreRefusal>> {
  const { practiceId } = actor;
  return inPracticeOrNothing<Result<{ archived: boolean }, RestoreRefusal>>(
    services.db,
    practiceId,
    async (tx) => {
      const record = await lockRecord(tx, practiceId, id);
      if (!record) return refused("not_found");
      if (record.archivedAt === null) return refused("not_archived");
      if (await isOldForm(tx, practiceId, { id, version })) return refused("record_changed");
      await restoreLocked(tx, services, actor, id);
      return ok({ archived: false });
    },
  );
}

/** Takes a locked record out of the archive. */
export async function restoreLocked(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  patientId: string,
): Promise<void> {
  const { practiceId } = actor;
  await tx.patient.update({
    where: { practiceId_id: { practiceId, id: patientId } },
    data: {
      archivedAt: null,
      archivedReason: null,
      updatedAt: fromInstant(services.now),
      version: { increment: 1 },
    },
    select: { id: true },
  });
  await recordAudit(tx, services, auditActor(actor), {
    action: "record.unarchived",
    practiceId,
    objectKind: "patient",
    objectId: patientId,
    patientId,
  });
}
