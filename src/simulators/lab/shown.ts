import type { HttpAnswer } from "../http/serve";
import type { StoreTransaction } from "../store/open-store";
import { type CaseStatus, nextMoves } from "./moves";

/** What the front door shows at `/lab/cases`: newest first, of both labs. */
export async function casesOfAll(store: StoreTransaction): Promise<HttpAnswer> {
  const rows = await store.query(
    `select lab_case.id, lab_key as lab, user_name as doctor, case_number as "caseNumber", status,
            idempotency_key as "idempotencyKey", patient_reference as "patientReference",
            files.*,
            created_at as "createdAt", lab_case.received_at as "receivedAt", updated_at as "updatedAt"
     from lab_case join doctor on doctor.id = doctor_id
       cross join lateral (
         select count(*) filter (where arch <> 'photo')::int as "declaredScans",
           count(*) filter (where arch <> 'photo' and scan.received_at is not null)::int as "receivedScans",
           count(*) filter (where arch = 'photo' and scan.received_at is not null)::int as "receivedPhotos"
         from scan where case_id = lab_case.id) as files
     order by created_at desc, lab_case.id desc limit 1000`,
  );
  return { status: 200, body: rows };
}

/** What the front door shows at `/lab/log`: every call that reached the labs, newest first. */
export async function shownLog(store: StoreTransaction): Promise<HttpAnswer> {
  const rows = await store.query(
    `select at, lab_key as lab, user_name as doctor, event, outcome, case_number as "caseNumber", detail
     from log order by position desc limit 1000`,
  );
  return { status: 200, body: rows };
}

interface WorkRow {
  readonly status: CaseStatus;
  readonly held_from: CaseStatus | null;
}

/** What the lab's people have before them, at the front door: latest change first, with what may come next. */
export async function shownWork(store: StoreTransaction): Promise<HttpAnswer> {
  const rows = await store.query<WorkRow>(
    `select lab_case.id, lab_key as lab, user_name as doctor, case_number as "caseNumber",
            lab_case.status, held_from, updated_at as "updatedAt", last.reason, last.tracking,
            (select count(*)::int from report where case_id = lab_case.id) as reports,
            (select plan from report where case_id = lab_case.id and plan is not null
             order by sequence desc limit 1) as plan,
            (select body from change_request where case_id = lab_case.id and kind = 'plan-review'
             order by at desc limit 1) as "planReview",
            (select count(*)::int from webhook_call join report on report.id = report_id
             where case_id = lab_case.id) as "waitingWebhooks"
     from lab_case join doctor on doctor.id = doctor_id
       left join lateral (select reason, tracking from report where case_id = lab_case.id
         order by sequence desc limit 1) as last on true
     order by updated_at desc, lab_case.id desc limit 200`,
  );
  const body = rows.map(({ held_from, ...row }) => ({
    ...row,
    nextMoves: nextMoves({ status: row.status, held_from }),
  }));
  return { status: 200, body };
}
