import type { HttpAnswer } from "../http/serve";
import type { StoreTransaction } from "../store/open-store";
import { type CaseRow, PHOTO } from "./lab-store";
import type { CaseStatus } from "./moves";
import type { Plan } from "./plan";

export const caseColumns =
  "id, doctor_id, case_number, order_digest, prescription, status, held_from, received_at, updated_at";

interface ReportRow {
  readonly id: string;
  readonly sequence: number;
  readonly status: CaseStatus;
  readonly at: Date;
  readonly reason: string | null;
  readonly plan: Plan | null;
  readonly tracking: string | null;
}

export async function caseAnswer(
  store: StoreTransaction,
  row: CaseRow,
  status: number,
): Promise<HttpAnswer> {
  const [shown] = await shownCases(store, [row]);
  return { status, body: { case: shown } };
}

/** Cases as the intake API shows them, with their scans and reports. */
export async function shownCases(
  store: StoreTransaction,
  rows: readonly CaseRow[],
): Promise<object[]> {
  const ids = rows.map(({ id }) => id);
  const files = await store.query<{ case_id: string; scan_id: string; arch: string }>(
    `select case_id, scan_id, arch from scan
     where case_id = any($1::uuid[]) and received_at is not null order by scan_id`,
    [ids],
  );
  const receivedOf = (row: CaseRow) => files.filter(({ case_id }) => case_id === row.id);
  const reports = await store.query<ReportRow & { case_id: string }>(
    `select case_id, id, sequence, status, at, reason, plan, tracking from report
     where case_id = any($1::uuid[]) order by sequence`,
    [ids],
  );
  return rows.map((row) => ({
    id: row.id,
    caseNumber: row.case_number,
    status: row.status,
    receivedAt: row.received_at?.toISOString() ?? null,
    updatedAt: row.updated_at.toISOString(),
    receivedScanIds: receivedOf(row).flatMap(({ arch, scan_id }) =>
      arch === PHOTO ? [] : scan_id,
    ),
    receivedPhotoIds: receivedOf(row).flatMap(({ arch, scan_id }) =>
      arch === PHOTO ? scan_id : [],
    ),
    reports: reports
      .filter((report) => report.case_id === row.id)
      .map(({ case_id, at, ...report }) => ({ ...report, at: at.toISOString() })),
  }));
}
