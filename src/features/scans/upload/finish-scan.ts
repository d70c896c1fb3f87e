import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ScanFacts, ScanFault } from "@/domain/scans/scan-facts";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { StoredFile } from "@/ports/files";
import type { Services } from "@/server/services";
import { claimScan, discardClaimed, type ScanClaim } from "./claim-scan";
import { deleteScanFiles } from "./discard-scan";
import { findBegun } from "./find-begun";
import { joinPieces } from "./join-pieces";
import { openCase } from "./open-case";
import { pieceKeys } from "./piece-keys";
import { replaceEarlier } from "./replace-earlier";
import { type ScanView, scanArch } from "./schema";

export type FinishScanRefusal =
  | "not_found"
  | "case_closed"
  | "wrong_place"
  | "busy"
  | "differs"
  | ScanFault;

/**
 * Makes one file of the pieces, judges it whole, and hangs it on the case in place of an earlier one of the same arch
 * (R41, S15). What is no scan, or not what the sender's `sha256` says, is thrown away. Refusals: `not_found`,
 * `case_closed`, `wrong_place` with `receivedBytes` while some is missing, `busy` while another does it, `differs`, faults.
 */
export async function finishScan(
  services: Services,
  actor: ClinicActor,
  input: { readonly id: string; readonly scanId: string; readonly sha256?: string | undefined },
): Promise<Result<ScanView, FinishScanRefusal>> {
  const { practiceId } = actor;
  const { scanId } = input;
  const begun = await findBegun(services, actor, input);
  if (!begun) return (await finishedBefore(services, actor, input)) ?? refused("not_found");
  const { receivedBytes, byteCount } = begun;
  if (receivedBytes < byteCount) return refused("wrong_place", { receivedBytes });
  const claim = await claimScan(services, { practiceId, uploadId: scanId });
  if (!claim) return refused("busy");
  const joined = await joinPieces(services, { id: scanId, ...begun });
  const isSame =
    joined.ok && (input.sha256 === undefined || input.sha256 === joined.value.stored.sha256);
  if (!joined.ok || !isSame) {
    if (!(await discardClaimed(services, claim, byteCount))) return refused("busy");
    return refused(joined.ok ? "differs" : joined.reason);
  }
  const arch = scanArch.parse(begun.arch);
  const view: ScanView = { id: scanId, arch, fileName: begun.fileName, bytes: byteCount };
  const settled = await settle(services, actor, { caseId: input.id, claim, view }, joined.value);
  if (!settled.ok) {
    if (settled.reason === "not_found") await deleteScanFiles(services, scanId, byteCount);
    return settled;
  }
  for (const key of pieceKeys(scanId, byteCount)) await services.files.delete(key);
  for (const gone of settled.value) await services.files.delete(gone);
  return ok(view);
}

interface Finished {
  readonly caseId: string;
  readonly claim: ScanClaim;
  readonly view: ScanView;
}

/** Upload, file of the case and audit row in one; answers the storage keys of what it replaces. */
async function settle(
  services: Services,
  actor: ClinicActor,
  { caseId, claim, view }: Finished,
  { stored, facts }: { readonly stored: StoredFile; readonly facts: ScanFacts },
): Promise<Result<readonly string[], "not_found" | "case_closed" | "busy">> {
  const { practiceId } = actor;
  const { id, arch, bytes } = view;
  return inPractice(services.db, practiceId, async (tx) => {
    const open = await openCase(tx, practiceId, caseId);
    if (!open.ok) {
      await tx.scanUpload.updateMany({ where: claim, data: { finishingUntilAt: null } });
      return open;
    }
    const { count } = await tx.scanUpload.updateMany({
      where: claim,
      data: { finishedAt: fromInstant(services.now) },
    });
    if (count === 0) {
      const { practiceId, uploadId } = claim;
      const isThere = await tx.scanUpload.count({ where: { practiceId, uploadId } });
      return refused(isThere > 0 ? "busy" : "not_found");
    }
    const gone = await replaceEarlier(tx, services, practiceId, { caseId, arch, ...open.value });
    await tx.upload.update({
      where: { practiceId_id: { practiceId, id } },
      data: { state: "stored", sha256: new Uint8Array(Buffer.from(stored.sha256, "hex")) },
      select: { id: true },
    });
    await tx.caseFile.create({
      data: {
        ...{ practiceId, id: services.random.uuid(), caseId, uploadId: id, kind: "scan" },
        arch: arch === "bite" ? null : arch,
      },
      select: { id: true },
    });
    await recordAudit(tx, services, auditActor(actor), {
      action: "scan.added",
      practiceId,
      objectKind: "case",
      objectId: caseId,
      patientId: open.value.patientId,
      detail: { arch, bytes, triangles: facts.triangles },
    });
    return ok(gone);
  });
}

/** The answer was lost: the same once more. */
async function finishedBefore(
  services: Services,
  { practiceId, personId }: ClinicActor,
  { id: caseId, scanId }: { readonly id: string; readonly scanId: string },
): Promise<Result<ScanView, never> | null> {
  const file = await inPractice(services.db, practiceId, (tx) =>
    tx.caseFile.findFirst({
      where: { practiceId, caseId, uploadId: scanId, upload: { uploadedByPersonId: personId } },
      select: { arch: true, upload: { select: { fileName: true, bytes: true } } },
    }),
  );
  if (!file) return null;
  const { fileName, bytes } = file.upload;
  return ok({ id: scanId, arch: file.arch ?? "bite", fileName, bytes: Number(bytes) });
}
