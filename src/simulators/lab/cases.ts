import type { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { jsonOf } from "@/lib/json-of";
import type { HttpAnswer, HttpRequest } from "../http/serve";
import type { StoreTransaction } from "../store/open-store";
import { type LabWorld, nextChangeAt } from "./changes";
import { digestOf } from "./digest";
import { labError, notFound } from "./errors";
import { type CaseRow, type DoctorRow, PHOTO } from "./lab-store";
import { writeLog } from "./log";
import { writeReport } from "./reports";
import { caseAnswer, caseColumns, shownCases } from "./shown-case";

export const declaredScan = z.object({
  scanId: z.string().regex(/^[A-Za-z0-9._-]{1,100}$/),
  arch: z.enum(["upper", "lower", "bite"]),
  format: z.enum(["stl", "ply"]),
  byteCount: z
    .number()
    .int()
    .min(1)
    .max(200 * 1024 * 1024),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export const declaredPhoto = z.object({
  photoId: declaredScan.shape.scanId,
  format: z.enum(["jpeg", "png", "webp"]),
  byteCount: z
    .number()
    .int()
    .min(1)
    .max(20 * 1024 * 1024),
  sha256: declaredScan.shape.sha256,
});
const declaredPhotos = z.array(declaredPhoto).max(40).default([]);

/** All that a practice says it will upload. */
export const declared = z.object({ scans: z.array(declaredScan).max(20), photos: declaredPhotos });

export const order = declared.extend({
  caseNumber: z.string().min(1).max(100),
  patientReference: z.string().min(1).max(100),
  prescription: z.record(z.string(), z.unknown()),
});

/** The `Idempotency-Key` of a call, or the answer to a call without a usable one. */
export function keyOf({ headers }: HttpRequest): { readonly key: string } | HttpAnswer {
  const key = headers["idempotency-key"];
  if (typeof key === "string" && key.trim() !== "" && key.length <= 200) return { key };
  return labError(
    400,
    "idempotency_key_missing",
    "Send an Idempotency-Key of 1 to 200 characters.",
  );
}

/** `POST /cases` with `Idempotency-Key`: the same key and order answer the case of the first time. */
export async function createCase(
  { store, faults }: LabWorld,
  doctor: DoctorRow,
  request: HttpRequest,
  now: Temporal.Instant,
): Promise<HttpAnswer> {
  const keyed = keyOf(request);
  if (!("key" in keyed)) return keyed;
  const { key } = keyed;
  const given = order.safeParse(jsonOf(request.text()));
  if (!given.success) return labError(422, "order_refused", z.prettifyError(given.error));
  const entry = {
    lab: doctor.lab_key,
    userName: doctor.user_name,
    event: "case",
    caseNumber: given.data.caseNumber,
  } as const;
  return store.transaction(async (tx) => {
    const orderDigest = digestOf(given.data);
    const changedAt = await nextChangeAt(tx, doctor.id, now);
    const created = await insertCase(tx, doctor, key, orderDigest, given.data, now, changedAt);
    if (created !== undefined) {
      if (created.status === "received") {
        const report = { status: created.status, at: now.toString() };
        await writeReport(tx, await faults.mode("lab"), created, report);
      }
      await writeLog(tx, now, { ...entry, outcome: "accepted" });
      return caseAnswer(tx, created, 201);
    }
    const [repeated] = await tx.query<CaseRow>(
      `select ${caseColumns} from lab_case where doctor_id = $1 and idempotency_key = $2`,
      [doctor.id, key],
    );
    if (repeated?.order_digest === orderDigest) {
      await writeLog(tx, now, { ...entry, outcome: "repeated" });
      const answer = await caseAnswer(tx, repeated, 200);
      return { ...answer, headers: { "idempotent-replayed": "true" } };
    }
    const code = repeated === undefined ? "case_number_known" : "idempotency_key_reused";
    await writeLog(tx, now, { ...entry, outcome: "refused", detail: code });
    return repeated === undefined
      ? labError(409, code, "This case number came before with another Idempotency-Key.")
      : labError(422, code, "This Idempotency-Key came before with another order.");
  });
}

async function insertCase(
  tx: StoreTransaction,
  doctor: DoctorRow,
  key: string,
  orderDigest: string,
  { caseNumber, patientReference, prescription, ...files }: z.infer<typeof order>,
  now: Temporal.Instant,
  changedAt: string,
): Promise<CaseRow | undefined> {
  const isWhole = files.scans.length === 0 && files.photos.length === 0;
  // Whoever comes second with a key or number waited for the first to commit, and inserts nothing.
  const [row] = await tx.query<CaseRow>(
    `insert into lab_case (doctor_id, case_number, idempotency_key, order_digest, patient_reference,
       prescription, status, created_at, received_at, updated_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing returning ${caseColumns}`,
    [
      doctor.id,
      caseNumber,
      key,
      orderDigest,
      patientReference,
      JSON.stringify(prescription),
      isWhole ? "received" : "awaiting_scans",
      now.toString(),
      isWhole ? now.toString() : null,
      changedAt,
    ],
  );
  if (row !== undefined) await declareFiles(tx, row.id, files);
  return row;
}

export async function declareFiles(
  tx: StoreTransaction,
  caseId: string,
  { scans, photos }: z.infer<typeof declared>,
): Promise<void> {
  const files = [
    ...scans,
    ...photos.map(({ photoId, ...photo }) => ({ ...photo, scanId: photoId, arch: PHOTO })),
  ];
  for (const { scanId, arch, format, byteCount, sha256 } of files) {
    await tx.query(
      `insert into scan (case_id, scan_id, arch, format, byte_count, sha256)
       values ($1, $2, $3, $4, $5, $6)`,
      [caseId, scanId, arch, format, byteCount, sha256],
    );
  }
}

/** `GET /cases`: this doctor's, oldest change first; `cursor`, `limit` (100 at most) and `caseNumber`. */
export async function listCases(
  store: StoreTransaction,
  doctor: DoctorRow,
  query: URLSearchParams,
): Promise<HttpAnswer> {
  const cursor = query.get("cursor");
  const from =
    cursor === null
      ? undefined
      : /^([0-9T:.-]+Z)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(cursor);
  if (from === null || (from && Number.isNaN(Date.parse(from[1] ?? "")))) {
    return labError(400, "cursor_unknown", "This cursor did not come from here.");
  }
  const limit = Math.min(Math.max(Number(query.get("limit") ?? "100") || 100, 1), 100);
  const rows = await store.query<CaseRow>(
    `select ${caseColumns} from lab_case
     where doctor_id = $1 and ($2::text is null or case_number = $2)
       and ($3::timestamptz is null or (updated_at, id) > ($3, $4::uuid))
     order by updated_at, id limit $5`,
    [doctor.id, query.get("caseNumber"), from?.[1] ?? null, from?.[2] ?? null, limit + 1],
  );
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const next = last === undefined ? cursor : `${last.updated_at.toISOString()}~${last.id}`;
  const items = await shownCases(store, page);
  return { status: 200, body: { items, next, hasMore: rows.length > limit } };
}

export async function readCase(
  store: StoreTransaction,
  doctor: DoctorRow,
  id: string,
): Promise<HttpAnswer> {
  const [row] = await store.query<CaseRow>(
    `select ${caseColumns} from lab_case where doctor_id = $1 and id = $2`,
    [doctor.id, id],
  );
  return row === undefined ? notFound() : caseAnswer(store, row, 200);
}
