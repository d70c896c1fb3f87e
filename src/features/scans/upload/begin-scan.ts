import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { deleteScanFiles, markRemoved } from "./discard-scan";
import { openCase } from "./open-case";
import { type BeginScan, PIECE_BYTES, type ScanProgress } from "./schema";

/** What a practice may add in scans for one patient in 24 hours. */
const dailyBytes = 2_000_000_000;

export type BeginScanRefusal = "not_found" | "case_closed" | "type_not_accepted" | "quota_reached";

/**
 * Begins a scan of a case, or goes on with the same file that the same person began before (R41, S15). Another file for
 * that arch takes the place of what was begun. Refusals: `not_found`, `case_closed`, `type_not_accepted`, `quota_reached`.
 */
export async function beginScan(
  services: Services,
  actor: ClinicActor,
  input: BeginScan & { readonly id: string },
): Promise<Result<ScanProgress, BeginScanRefusal>> {
  const { practiceId, personId } = actor;
  const { id: caseId, arch, byteCount } = input;
  const format = /\.(stl|ply)$/i.exec(input.fileName)?.[1]?.toLowerCase();
  const fileName = input.fileName.replace(/[\p{Cc}\p{Cf}/\\]/gu, "");
  if (!format) return refused("type_not_accepted");
  const id = services.random.uuid();
  let replaced: { id: string; byteCount: number } | null = null;
  const begun = await inPractice(services.db, practiceId, async (tx) => {
    const open = await openCase(tx, practiceId, caseId);
    if (!open.ok) return open;
    const { patientId } = open.value;
    const before = await tx.scanUpload.findFirst({
      where: { practiceId, caseId, arch, begunByPersonId: personId, finishedAt: null },
      include: { upload: { select: { fileName: true } } },
    });
    if (before) {
      const isSame =
        before.upload.fileName === fileName &&
        Number(before.byteCount) === byteCount &&
        Buffer.from(before.headSha256).toString("hex") === input.headSha256;
      if (isSame) {
        const receivedBytes = Number(before.receivedBytes);
        return ok({ id: before.uploadId, receivedBytes, byteCount, pieceBytes: PIECE_BYTES });
      }
      replaced = { id: before.uploadId, byteCount: Number(before.byteCount) };
      await markRemoved(tx, services, practiceId, before.uploadId);
    }
    if (!(await hasRoom(tx, services, practiceId, patientId, byteCount)))
      return refused("quota_reached");
    const at = fromInstant(services.now);
    await tx.upload.create({
      data: {
        ...{ practiceId, id, patientId, uploadedByPersonId: personId, fileName },
        kind: "scan",
        contentType: `model/${format}`,
        bytes: BigInt(byteCount),
        storageKey: id,
        createdAt: at,
      },
      select: { id: true },
    });
    await tx.scanUpload.create({
      data: {
        ...{ practiceId, uploadId: id, caseId, arch, begunByPersonId: personId },
        byteCount: BigInt(byteCount),
        headSha256: new Uint8Array(Buffer.from(input.headSha256, "hex")),
        touchedAt: at,
      },
      select: { uploadId: true },
    });
    return ok({ id, receivedBytes: 0, byteCount, pieceBytes: PIECE_BYTES });
  });
  const gone = replaced as { id: string; byteCount: number } | null;
  if (gone && begun.ok) await deleteScanFiles(services, gone.id, gone.byteCount);
  return begun;
}

async function hasRoom(
  tx: Tx,
  services: Services,
  practiceId: string,
  patientId: string,
  byteCount: number,
): Promise<boolean> {
  // One at a time per patient, or two at once would each see room for itself.
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended('upload:' || ${patientId}, 0))`;
  const { _sum } = await tx.upload.aggregate({
    where: {
      ...{ practiceId, patientId, kind: "scan" },
      state: { in: ["receiving", "stored"] },
      createdAt: { gt: fromInstant(services.now.subtract({ hours: 24 })) },
    },
    _sum: { bytes: true },
  });
  return Number(_sum.bytes ?? 0) + byteCount <= dailyBytes;
}
