import type { HttpAnswer, HttpRequest } from "../http/serve";
import { readCase } from "./cases";
import { type LabWorld, lockedCase, nextChangeAt } from "./changes";
import { labError, notFound } from "./errors";
import { type DoctorRow, PHOTO } from "./lab-store";
import { writeLog } from "./log";
import { writeReport } from "./reports";
import { dropScanFile, heldBytes, receiveFile } from "./scan-files";

interface ScanRow {
  readonly arch: string;
  readonly case_number: string;
  readonly status: string;
  readonly byte_count: string;
  readonly sha256: string;
  readonly received_at: Date | null;
}

interface ScanCall {
  readonly doctor: DoctorRow;
  readonly caseId: string;
  readonly scanId: string;
}

/** `HEAD /cases/{id}/scans/{scanId}`, and `photos`: how many bytes of it are here, as `upload-offset`. */
export async function answerOffset(world: LabWorld, call: ScanCall): Promise<HttpAnswer> {
  const scan = await scanOf(world, call);
  if (scan === undefined) return notFound();
  const size = Number(scan.byte_count);
  const held =
    scan.received_at === null ? await heldBytes(call.caseId, call.scanId) : Number(scan.byte_count);
  return { status: 200, headers: offset(Math.min(held, size)) };
}

/**
 * `PUT /cases/{id}/scans/{scanId}`, and `photos`: written as it comes, compared with what the order declared. With `Content-Range` it
 * goes on where the bytes here end; 202 when more is to come after it.
 */
export async function receiveScan(
  world: LabWorld,
  call: ScanCall,
  { stream, headers }: HttpRequest,
): Promise<HttpAnswer> {
  const { doctor, caseId, scanId } = call;
  const scan = await scanOf(world, call);
  if (scan === undefined) return notFound();
  if (scan.received_at !== null) return readCase(world.store, doctor, caseId);
  if (scan.status === "cancelled") return labError(409, "case_cancelled", "The case is cancelled.");
  const size = Number(scan.byte_count);
  const range = rangeOf(headers["content-range"], size);
  if (range === undefined || stream === undefined) {
    return labError(400, "range_malformed", `Send bytes FIRST-LAST/${size}, or no range.`);
  }
  const content = await receiveFile({ caseId, scanId, ...range, stream });
  // To whoever still reads it: another upload took over, and to ask again is right.
  if (content === "broken") return labError(408, "upload_broken", "The upload ended too early.");
  if (content === "offset_mismatch") {
    const held = await heldBytes(caseId, scanId);
    const said = labError(409, content, `Go on at byte ${held}, or begin at 0.`);
    return { ...said, headers: offset(held) };
  }
  const isWhole = range.toByte === size;
  const isDamaged =
    content.byteCount !== range.toByte || (isWhole && content.sha256 !== scan.sha256);
  if (isDamaged) {
    await dropScanFile(caseId, scanId);
    await writeLog(world.store, await world.clock.now(), {
      ...entryOf(doctor, scan),
      outcome: "refused",
      detail: "scan_damaged",
    });
    return labError(422, "scan_damaged", "The content is not the one the order declared.");
  }
  if (isWhole) {
    await accept(world, call, scan);
    await dropScanFile(caseId, scanId);
  }
  const answer = await readCase(world.store, doctor, caseId);
  return isWhole ? answer : { ...answer, status: 202, headers: offset(content.byteCount) };
}

async function accept(
  { store, clock, faults }: LabWorld,
  { doctor, caseId, scanId }: ScanCall,
  scan: ScanRow,
): Promise<void> {
  // Not when the upload began: that may be minutes ago.
  const now = await clock.now();
  const at = now.toString();
  await store.transaction(async (tx) => {
    // Two last scans at once: the second one sees the first.
    const changedAt = await nextChangeAt(tx, doctor.id, now);
    const row = await lockedCase(tx, doctor.id, caseId);
    const accepted = await tx.query(
      `update scan set received_at = $3
       where case_id = $1 and scan_id = $2 and received_at is null returning 1`,
      [caseId, scanId, at],
    );
    if (row === undefined || accepted.length === 0) return;
    if (scan.arch !== PHOTO)
      await tx.query("update doctor set last_scan_at = $2 where id = $1", [doctor.id, at]);
    const missing = await tx.query(
      "select 1 from scan where case_id = $1 and received_at is null limit 1",
      [caseId],
    );
    const isReceived = row.status === "awaiting_scans" && missing.length === 0;
    await tx.query(
      `update lab_case set updated_at = $2, status = case when $3 then 'received' else status end,
         received_at = case when $3 then $4::timestamptz else received_at end where id = $1`,
      [caseId, changedAt, isReceived, at],
    );
    await writeLog(tx, now, { ...entryOf(doctor, scan), outcome: "accepted", detail: scanId });
    if (!isReceived) return;
    await writeReport(tx, await faults.mode("lab"), row, { status: "received", at });
  });
}

async function scanOf(
  { store }: LabWorld,
  { doctor, caseId, scanId }: ScanCall,
): Promise<ScanRow | undefined> {
  const [scan] = await store.query<ScanRow>(
    `select case_number, status, arch, byte_count, sha256, scan.received_at
     from scan join lab_case on lab_case.id = case_id
     where doctor_id = $1 and case_id = $2 and scan_id = $3`,
    [doctor.id, caseId, scanId],
  );
  return scan;
}

/** `bytes FIRST-LAST/SIZE`, both ends included; all of it where no range is named. */
function rangeOf(header: string | undefined, size: number) {
  if (header === undefined) return { fromByte: 0, toByte: size };
  const [, first, last, whole] = /^bytes (\d{1,12})-(\d{1,12})\/(\d{1,12})$/.exec(header) ?? [];
  const range = { fromByte: Number(first), toByte: Number(last) + 1 };
  const isPossible =
    Number(whole) === size && range.fromByte < range.toByte && range.toByte <= size;
  return isPossible ? range : undefined;
}

const offset = (bytes: number) => ({ "upload-offset": String(bytes) });

function entryOf({ lab_key: lab, user_name: userName }: DoctorRow, scan: ScanRow) {
  return { lab, userName, event: "scan", caseNumber: scan.case_number } as const;
}
