import { createHash } from "node:crypto";
import type { Temporal } from "temporal-polyfill";
import type { HttpAnswer, HttpRequest } from "../http/serve";
import type { Store } from "../store/open-store";
import { readCase } from "./cases";
import { labError, notFound } from "./errors";
import type { DoctorRow } from "./lab-store";
import { writeLog } from "./log";

interface ScanRow {
  readonly case_number: string;
  readonly byte_count: string;
  readonly sha256: string;
  readonly received_at: Date | null;
}

/** `PUT /cases/{id}/scans/{scanId}`: read as it comes, compared with what the order declared. */
export async function receiveScan(
  store: Store,
  doctor: DoctorRow,
  caseId: string,
  scanId: string,
  { stream }: HttpRequest,
  now: Temporal.Instant,
): Promise<HttpAnswer> {
  const [scan] = await store.query<ScanRow>(
    `select case_number, byte_count, sha256, scan.received_at
     from scan join lab_case on lab_case.id = case_id
     where doctor_id = $1 and case_id = $2 and scan_id = $3`,
    [doctor.id, caseId, scanId],
  );
  if (scan === undefined) return notFound();
  if (scan.received_at !== null) return readCase(store, doctor, caseId);
  const content = stream === undefined ? undefined : await digestStream(stream);
  if (content === undefined) return labError(400, "upload_broken", "The upload ended too early.");
  const entry = {
    lab: doctor.lab_key,
    userName: doctor.user_name,
    event: "scan",
    caseNumber: scan.case_number,
  } as const;
  if (content.byteCount !== Number(scan.byte_count) || content.sha256 !== scan.sha256) {
    await writeLog(store, now, { ...entry, outcome: "refused", detail: "scan_damaged" });
    return labError(422, "scan_damaged", "The content is not the one the order declared.");
  }
  const at = now.toString();
  await store.transaction(async (tx) => {
    // Two last scans at once: the second one sees the first.
    await tx.query("select 1 from lab_case where id = $1 for update", [caseId]);
    const accepted = await tx.query(
      `update scan set received_at = $3
       where case_id = $1 and scan_id = $2 and received_at is null returning 1`,
      [caseId, scanId, at],
    );
    if (accepted.length === 0) return;
    await tx.query("update doctor set last_scan_at = $2 where id = $1", [doctor.id, at]);
    await tx.query(
      `update lab_case set updated_at = $2,
         status = case when whole then 'received' else status end,
         received_at = case when whole then $2::timestamptz else received_at end
       from (select bool_and(received_at is not null) as whole from scan where case_id = $1) as scans
       where id = $1 and status = 'awaiting_scans'`,
      [caseId, at],
    );
    await writeLog(tx, now, { ...entry, outcome: "accepted", detail: scanId });
  });
  return readCase(store, doctor, caseId);
}

/** Undefined when the sender went away in the middle. */
async function digestStream(
  stream: AsyncIterable<Buffer>,
): Promise<{ readonly byteCount: number; readonly sha256: string } | undefined> {
  const hash = createHash("sha256");
  let byteCount = 0;
  try {
    for await (const part of stream) {
      byteCount += part.length;
      hash.update(part);
    }
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ECONNRESET") return undefined;
    throw error;
  }
  return { byteCount, sha256: hash.digest("hex") };
}
