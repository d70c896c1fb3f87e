import { Readable } from "node:stream";
import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { KeptLease } from "@/features/notifications/keep-lease";
import type { FileContent, LabAccess, LabCase, LabRefusal } from "@/ports/lab";
import type { JobServices } from "@/server/services";
import type { OutgoingCase } from "./case-order";

/**
 * Brings a case to the lab: the order under the case's own Idempotency-Key, then each photo and scan from the byte on
 * which the lab has. May end anywhere and be begun anew: the lab has one case, and goes on where it was (R46, S17).
 */
export async function sendCase(
  services: JobServices,
  access: LabAccess,
  subject: OutgoingCase,
  lease: KeptLease,
): Promise<Result<LabCase, LabRefusal>> {
  const begun = await atTheLab(services, access, subject);
  if (!begun.ok) return begun;
  let lab = begun.value;
  await noteLabCase(services, subject, lab.labCaseId);
  const asked = lab.reports.findLast(({ status }) => status === "needs_records");
  if (lab.status === "needs_records" && asked) {
    const { scans, photos, prescription } = subject.order;
    const added = await services.outside.lab.addToCase(
      access,
      lab.labCaseId,
      { scans, photos, prescription },
      `${subject.idempotencyKey}:${asked.reportId}`,
    );
    if (!added.ok) return added;
    lab = added.value;
  }
  await noteAccepted(services, subject, lab);
  // A case that is no longer waiting for records takes none.
  for (const record of recordsOf(services, access, subject)) {
    if (lab.status !== "awaiting_scans") break;
    if (record.isAt(lab)) continue;
    if (!(await lease.holds())) return refused("transient", { code: "lost" });
    const sent = await uploadRecord(services, lab.labCaseId, record, lease.lost);
    if (!sent.ok) return sent;
    lab = sent.value;
    await noteAccepted(services, subject, lab);
  }
  const lacks = recordsOf(services, access, subject).some((record) => !record.isAt(lab));
  // The lab still waits for one that it has not named as received: it is not there, whatever was answered.
  return lab.status === "awaiting_scans" && lacks
    ? refused("transient", { code: "scans_missing" })
    : ok(lab);
}

interface OutgoingRecord {
  readonly storageKey: string;
  readonly byteCount: number;
  readonly isAt: (lab: LabCase) => boolean;
  readonly upload: (
    labCaseId: string,
    content: FileContent,
  ) => Promise<Result<LabCase, LabRefusal>>;
}

/** Photos before scans: the lab has the case with the last of them. */
function recordsOf(
  { outside: { lab } }: JobServices,
  access: LabAccess,
  { scans, photos }: OutgoingCase,
): OutgoingRecord[] {
  return [
    ...photos.map(({ storageKey, declared }) => ({
      storageKey,
      byteCount: declared.byteCount,
      isAt: ({ receivedPhotoIds }: LabCase) => receivedPhotoIds.includes(declared.photoId),
      upload: (id: string, content: FileContent) => lab.uploadPhoto(access, id, declared, content),
    })),
    ...scans.map(({ storageKey, declared }) => ({
      storageKey,
      byteCount: declared.byteCount,
      isAt: ({ receivedScanIds }: LabCase) => receivedScanIds.includes(declared.scanId),
      upload: (id: string, content: FileContent) => lab.uploadScan(access, id, declared, content),
    })),
  ];
}

/** The case as the lab has it; submitted when it has none. */
async function atTheLab(
  { outside }: JobServices,
  access: LabAccess,
  { labCaseId, order, idempotencyKey }: OutgoingCase,
): Promise<Result<LabCase, LabRefusal>> {
  if (labCaseId !== null) {
    const known = await outside.lab.readCase(access, labCaseId);
    // A lab that was set back to an earlier day knows it no longer; the same key makes it anew.
    if (known.ok || known.detail?.status !== 404) return known;
  }
  return outside.lab.submitCase(access, order, idempotencyKey);
}

async function uploadRecord(
  { files }: JobServices,
  labCaseId: string,
  { storageKey, byteCount, upload }: OutgoingRecord,
  lost: AbortSignal,
): Promise<Result<LabCase, LabRefusal>> {
  const found = await files.head(storageKey);
  if (!found.ok) return refused("refused", { code: "file_missing" });
  const content = async (fromByte: number): Promise<ReadableStream<Uint8Array>> => {
    const part = await files.get(storageKey, { start: fromByte, end: byteCount });
    if (!part.ok) throw new Error("a record went missing under way");
    const stop = () => part.value.content.destroy(new Error("the lease was lost"));
    if (lost.aborted) stop();
    else lost.addEventListener("abort", stop, { once: true });
    // The same object; Node and the browser's types describe its end differently.
    return Readable.toWeb(part.value.content) as unknown as ReadableStream<Uint8Array>;
  };
  const sent = await upload(labCaseId, content);
  // The lab threw away what it had, and takes it from the start.
  const isDamaged = !sent.ok && sent.detail?.code === "scan_damaged";
  return isDamaged ? refused("transient", sent.detail) : sent;
}

async function noteLabCase(
  { db }: JobServices,
  { practiceId, caseId }: OutgoingCase,
  labCaseId: string,
): Promise<void> {
  await inPractice(db, practiceId, (tx) =>
    tx.labCase.updateMany({ where: { practiceId, id: caseId }, data: { labCaseId } }),
  );
}

/** What the lab says it has: each stamped once, the newest scan starts the connection's clock anew (R43). */
async function noteAccepted(
  { db }: JobServices,
  { practiceId, caseId, connectionId, scans, photos }: OutgoingCase,
  { receivedScanIds, receivedPhotoIds }: LabCase,
): Promise<void> {
  const acceptedScans = scans.filter(({ declared }) => receivedScanIds.includes(declared.scanId));
  const acceptedPhotos = photos.filter(({ declared }) =>
    receivedPhotoIds.includes(declared.photoId),
  );
  if (acceptedScans.length + acceptedPhotos.length === 0 || connectionId === null) return;
  await inPractice(db, practiceId, async (tx) => {
    const [clock] = await tx.$queryRaw<[{ at: Date }]>`select app_now() as at`;
    const at = fromInstant(toInstant(clock.at));
    const stamp = async (files: readonly { readonly fileId: string }[]) => {
      const id = { in: files.map(({ fileId }) => fileId) };
      const { count } = await tx.caseFile.updateMany({
        where: { practiceId, caseId, id, acceptedByLabAt: null },
        data: { acceptedByLabAt: at },
      });
      return count > 0;
    };
    await stamp(acceptedPhotos);
    if (!(await stamp(acceptedScans))) return;
    await tx.labConnection.updateMany({
      where: { practiceId, id: connectionId },
      data: { lastAcceptedScanAt: at, lastSuccessAt: at },
    });
  });
}
