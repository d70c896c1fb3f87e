import type { FaultMode } from "../faults/fault-modes";
import type { StoreTransaction } from "../store/open-store";
import type { CaseRow } from "./lab-store";
import type { CaseStatus } from "./moves";
import type { Plan } from "./plan";

export interface Report {
  readonly status: CaseStatus;
  readonly at: string;
  readonly reason?: string | undefined;
  readonly plan?: Plan | undefined;
  readonly tracking?: string | undefined;
}

/** How long the earlier of two calls is kept for the later one (`out-of-order-webhook`). */
const HELD_SECONDS = 5;

/** What the lab did with a case, and the call that tells its doctor. The caller holds the case and its new status. */
export async function writeReport(
  tx: StoreTransaction,
  mode: FaultMode,
  { id: caseId, doctor_id: doctorId }: Pick<CaseRow, "id" | "doctor_id">,
  { status, at, reason, plan, tracking }: Report,
): Promise<void> {
  const [report] = await tx.query<{ id: string }>(
    `insert into report (case_id, sequence, status, at, reason, plan, tracking)
     select $1, coalesce(max(sequence), 0) + 1, $2, $3, $4, $5, $6 from report where case_id = $1
     returning id`,
    [caseId, status, at, reason ?? null, plan ? JSON.stringify(plan) : null, tracking ?? null],
  );
  const listens = await tx.query("select 1 from webhook where doctor_id = $1", [doctorId]);
  if (report === undefined || listens.length === 0) return;
  if (mode === "out-of-order-webhook") return callOutOfOrder(tx, caseId, report.id);
  for (let copy = 0; copy < (mode === "duplicate-webhook" ? 2 : 1); copy += 1) {
    await tx.query("insert into webhook_call (report_id, due_at) values ($1, clock_timestamp())", [
      report.id,
    ]);
  }
}

/** The first of two waits for the second one and follows it. */
async function callOutOfOrder(
  tx: StoreTransaction,
  caseId: string,
  reportId: string,
): Promise<void> {
  const [call] = await tx.query<{ is_held: boolean; due_at: Date }>(
    `insert into webhook_call (report_id, is_held, due_at)
     select $1, not other, clock_timestamp() + make_interval(secs => case when other then 0 else $3 end)
     from (select exists (select from webhook_call join report on report.id = report_id
             where case_id = $2 and is_held) as other) as waiting
     returning is_held, due_at`,
    [reportId, caseId, HELD_SECONDS],
  );
  if (call === undefined || call.is_held) return;
  await tx.query(
    `update webhook_call set is_held = false, due_at = $2::timestamptz + interval '1 ms'
     where is_held and report_id in (select id from report where case_id = $1)`,
    [caseId, call.due_at.toISOString()],
  );
}
