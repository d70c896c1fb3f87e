import type { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { jsonOf } from "@/lib/json-of";
import type { HttpAnswer, HttpRequest } from "../http/serve";
import type { StoreTransaction } from "../store/open-store";
import { keyOf } from "./cases";
import { type LabWorld, lockedCase, nextChangeAt } from "./changes";
import { digestOf } from "./digest";
import { labError, notFound } from "./errors";
import type { CaseRow, DoctorRow } from "./lab-store";
import { type LogEntry, writeLog } from "./log";
import { caseAnswer } from "./shown-case";

export interface CaseCall {
  readonly doctor: DoctorRow;
  readonly caseId: string;
  readonly request: HttpRequest;
  readonly now: Temporal.Instant;
}

interface Change<Schema extends z.ZodType> {
  readonly kind: Extract<LogEntry["event"], "addition" | "plan-review">;
  readonly schema: Schema;
  /** Undefined when it was done; what stands in the way otherwise. */
  readonly apply: (
    tx: StoreTransaction,
    row: CaseRow,
    given: z.infer<Schema>,
    at: { readonly now: string; readonly changedAt: string },
  ) => Promise<HttpAnswer | undefined>;
  readonly said: (given: z.infer<Schema>) => string;
}

interface Kept {
  readonly kind: string;
  readonly case_id: string;
  readonly body_digest: string;
}

/** A change of a case by its doctor: the same `Idempotency-Key` and body change it once. */
export async function changeOnce<Schema extends z.ZodType>(
  { store }: LabWorld,
  { doctor, caseId, request, now }: CaseCall,
  { kind, schema, apply, said }: Change<Schema>,
): Promise<HttpAnswer> {
  const keyed = keyOf(request);
  if (!("key" in keyed)) return keyed;
  const given = schema.safeParse(jsonOf(request.text()));
  if (!given.success) return labError(422, "refused", z.prettifyError(given.error));
  const bodyDigest = digestOf(given.data);
  return store.transaction(async (tx) => {
    const changedAt = await nextChangeAt(tx, doctor.id, now);
    const row = await lockedCase(tx, doctor.id, caseId);
    if (row === undefined) return notFound();
    const entry = {
      lab: doctor.lab_key,
      userName: doctor.user_name,
      event: kind,
      caseNumber: row.case_number,
    };
    const [kept] = await tx.query<Kept>(
      `select kind, case_id, body_digest from change_request
       where doctor_id = $1 and idempotency_key = $2`,
      [doctor.id, keyed.key],
    );
    if (kept !== undefined) {
      const isSame =
        kept.kind === kind && kept.case_id === caseId && kept.body_digest === bodyDigest;
      await writeLog(tx, now, { ...entry, outcome: isSame ? "repeated" : "refused" });
      if (!isSame) {
        const code = "idempotency_key_reused";
        return labError(422, code, "This Idempotency-Key came before with something else.");
      }
      const answer = await caseAnswer(tx, row, 200);
      return { ...answer, headers: { "idempotent-replayed": "true" } };
    }
    const refusal = await apply(tx, row, given.data, { now: now.toString(), changedAt });
    const detail = refusal === undefined ? said(given.data) : JSON.stringify(refusal.body);
    await writeLog(tx, now, { ...entry, outcome: refusal ? "refused" : "accepted", detail });
    if (refusal !== undefined) return refusal;
    await tx.query(
      `insert into change_request (doctor_id, idempotency_key, kind, case_id, body_digest, body, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [doctor.id, keyed.key, kind, caseId, bodyDigest, JSON.stringify(given.data), now.toString()],
    );
    return caseAnswer(tx, (await lockedCase(tx, doctor.id, caseId)) ?? row, 200);
  });
}
