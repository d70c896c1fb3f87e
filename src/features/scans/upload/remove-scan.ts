import type { Tx } from "@/db/client";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";
import { deleteScanFiles, markRemoved } from "./discard-scan";
import { openCase } from "./open-case";
import { replaceEarlier } from "./replace-earlier";

export type RemoveScanRefusal = "not_found" | "case_closed";

/**
 * Takes a scan off a case, or gives up one that is under way, whoever began it: it would keep the case from being
 * submitted (R41).
 */
export async function removeScan(
  services: Services,
  actor: ClinicActor,
  input: { readonly id: string; readonly scanId: string },
): Promise<Result<{ removed: true }, RemoveScanRefusal>> {
  const { practiceId } = actor;
  const { id: caseId } = input;
  const removed = await inPractice(services.db, practiceId, async (tx) => {
    const open = await openCase(tx, practiceId, caseId);
    if (!open.ok) return open;
    const taken =
      (await giveUp(tx, services, practiceId, input)) ??
      (await takeOff(tx, services, practiceId, { ...input, sentAt: open.value.sentAt }));
    if (!taken) return refused("not_found");
    await recordAudit(tx, services, auditActor(actor), {
      action: "scan.removed",
      practiceId,
      objectKind: "case",
      objectId: caseId,
      patientId: open.value.patientId,
      detail: { arch: taken.arch },
    });
    return ok(taken);
  });
  if (!removed.ok) return removed;
  const { keys, byteCount } = removed.value;
  for (const key of keys) await deleteScanFiles(services, key, byteCount);
  return ok({ removed: true });
}

interface Taken {
  readonly arch: string;
  /** Storage keys of what nobody needs any more. */
  readonly keys: readonly string[];
  /** Bytes that may lie there in pieces. */
  readonly byteCount: number;
}

type Which = { readonly id: string; readonly scanId: string };

async function giveUp(
  tx: Tx,
  services: Services,
  practiceId: string,
  { id: caseId, scanId: uploadId }: Which,
): Promise<Taken | null> {
  const begun = await tx.scanUpload.findFirst({
    where: { practiceId, caseId, uploadId, finishedAt: null },
    select: { arch: true, byteCount: true },
  });
  if (!begun) return null;
  await markRemoved(tx, services, practiceId, uploadId);
  return { arch: begun.arch, keys: [uploadId], byteCount: Number(begun.byteCount) };
}

async function takeOff(
  tx: Tx,
  services: Services,
  practiceId: string,
  { id: caseId, scanId: uploadId, sentAt }: Which & { readonly sentAt: Date | null },
): Promise<Taken | null> {
  const file = await tx.caseFile.findFirst({
    where: { practiceId, caseId, uploadId, kind: "scan" },
    select: { arch: true },
  });
  if (!file) return null;
  const arch = file.arch ?? "bite";
  const keys = await replaceEarlier(tx, services, practiceId, { caseId, arch, sentAt });
  return { arch, keys, byteCount: 0 };
}
