import { Readable } from "node:stream";
import { fromInstant, toInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import type { KeptLease } from "@/features/notifications/keep-lease";
import type { LabAccess, LabCase, LabRefusal } from "@/ports/lab";
import type { JobServices } from "@/server/services";
import type { CaseScan, OutgoingCase } from "./case-order";

/**
 * Brings a case to the lab: the order under the case's own Idempotency-Key, then each scan from the byte on which the lab
 * has. May end anywhere and be begun anew: the lab has one case, and goes on where it was (R46, S17).
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
    const { scans, prescription } = subject.order;
    const added = await services.outside.lab.addToCase(
      access,
      lab.labCaseId,
      { scans, prescription },
      `${subject.idempotencyKey}:${asked.reportId}`,
    );
    if (!added.ok) return added;
    lab = added.value;
  }
  await noteAccepted(services, subject, lab);
  // A case that is no longer waiting for scans takes none.
  for (const scan of subject.scans) {
    if (lab.status !== "awaiting_scans") break;
    if (lab.receivedScanIds.includes(scan.declared.scanId)) continue;
    if (!(await lease.holds())) return refused("transient", { code: "lost" });
    const sent = await uploadScan(services, access, lab.labCaseId, scan, lease.lost);
    if (!sent.ok) return sent;
    lab = sent.value;
    await noteAccepted(services, subject, lab);
  }
  return lacksScans(lab, subject) ? refused("transient", { code: "scans_missing" }) : ok(lab);
}

/** The lab still waits for a scan that it has not named as received: it is not there, whatever was answered. */
function lacksScans({ status, receivedScanIds }: LabCase, { scans }: OutgoingCase): boolean {
  const isNamed = ({ declared }: CaseScan) => receivedScanIds.includes(declared.scanId);
  return status === "awaiting_scans" && !scans.every(isNamed);
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

async function uploadScan(
  { outside, files }: JobServices,
  access: LabAccess,
  labCaseId: string,
  { storageKey, declared }: CaseScan,
  lost: AbortSignal,
): Promise<Result<LabCase, LabRefusal>> {
  const found = await files.head(storageKey);
  if (!found.ok) return refused("refused", { code: "file_missing" });
  const content = async (fromByte: number): Promise<ReadableStream<Uint8Array>> => {
    const part = await files.get(storageKey, { start: fromByte, end: declared.byteCount });
    if (!part.ok) throw new Error("a scan went missing under way");
    const stop = () => part.value.content.destroy(new Error("the lease was lost"));
    if (lost.aborted) stop();
    else lost.addEventListener("abort", stop, { once: true });
    // The same object; Node and the browser's types describe its end differently.
    return Readable.toWeb(part.value.content) as unknown as ReadableStream<Uint8Array>;
  };
  const sent = await outside.lab.uploadScan(access, labCaseId, declared, content);
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

/** Scans the lab says it has: each stamped once, the newest one starts the connection's clock anew (R43). */
async function noteAccepted(
  { db }: JobServices,
  { practiceId, caseId, connectionId, scans }: OutgoingCase,
  { receivedScanIds }: LabCase,
): Promise<void> {
  const accepted = scans.filter(({ declared }) => receivedScanIds.includes(declared.scanId));
  if (accepted.length === 0 || connectionId === null) return;
  await inPractice(db, practiceId, async (tx) => {
    const [clock] = await tx.$queryRaw<[{ at: Date }]>`select app_now() as at`;
    const at = fromInstant(toInstant(clock.at));
    const { count } = await tx.caseFile.updateMany({
      where: {
        practiceId,
        caseId,
        id: { in: accepted.map(({ fileId }) => fileId) },
        acceptedByLabAt: null,
      },
      data: { acceptedByLabAt: at },
    });
    if (count === 0) return;
    await tx.labConnection.updateMany({
      where: { practiceId, id: connectionId },
      data: { lastAcceptedScanAt: at, lastSuccessAt: at },
    });
  });
}
