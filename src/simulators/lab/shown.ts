import type { HttpAnswer } from "../http/serve";
import type { StoreTransaction } from "../store/open-store";

/** What the front door shows at `/lab/cases`: newest first, of both labs. */
export async function shownCases(store: StoreTransaction): Promise<HttpAnswer> {
  const rows = await store.query(
    `select lab_case.id, lab_key as lab, user_name as doctor, case_number as "caseNumber", status,
            idempotency_key as "idempotencyKey", patient_reference as "patientReference",
            (select count(*)::int from scan where case_id = lab_case.id) as "declaredScans",
            (select count(*)::int from scan where case_id = lab_case.id and scan.received_at is not null)
              as "receivedScans",
            created_at as "createdAt", lab_case.received_at as "receivedAt", updated_at as "updatedAt"
     from lab_case join doctor on doctor.id = doctor_id
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
