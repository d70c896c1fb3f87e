import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { deleteScanFiles, discardScan } from "./discard-scan";
import { findBegun } from "./find-begun";
import { openCase } from "./open-case";
import { replaceEarlier } from "./replace-earlier";

export type RemoveScanRefusal = "not_found" | "case_closed";

/** Takes a scan off a case, or gives up one that is under way, which only its sender may (R41). */
export async function removeScan(
  services: Services,
  actor: ClinicActor,
  input: { readonly id: string; readonly scanId: string },
): Promise<Result<{ removed: true }, RemoveScanRefusal>> {
  const { practiceId } = actor;
  const { id: caseId, scanId } = input;
  const begun = await findBegun(services, actor, input);
  if (begun) {
    await discardScan(services, practiceId, scanId, begun.byteCount);
    return ok({ removed: true });
  }
  const removed = await inPractice(services.db, practiceId, async (tx) => {
    const file = await tx.caseFile.findFirst({
      where: { practiceId, caseId, uploadId: scanId, kind: "scan" },
      select: { arch: true },
    });
    if (!file) return refused("not_found");
    const open = await openCase(tx, practiceId, caseId);
    if (!open.ok) return open;
    const arch = file.arch ?? "bite";
    const gone = await replaceEarlier(tx, services, practiceId, { caseId, arch, ...open.value });
    await recordAudit(tx, services, auditActor(actor), {
      action: "scan.removed",
      practiceId,
      objectKind: "case",
      objectId: caseId,
      patientId: open.value.patientId,
      detail: { arch },
    });
    return ok(gone);
  });
  if (!removed.ok) return removed;
  for (const key of removed.value) await deleteScanFiles(services, key, 0);
  return ok({ removed: true });
}
