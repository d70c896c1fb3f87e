import type { Temporal } from "temporal-polyfill";
import * as z from "zod";
import { jsonOf } from "@/lib/json-of";
import type { HttpAnswer } from "../http/serve";
import type { Store, StoreTransaction } from "../store/open-store";
import { declaredScan, order } from "./cases";
import { insertDefaultLabs } from "./default-labs";
import { digestOf, passwordDigest, sha256 } from "./digest";
import { labError, notFound } from "./errors";
import { caseTables } from "./lab-store";

const instant = z.iso.datetime({ offset: true });
const days = z.number().int().min(1).max(3_650);

const labs = z.strictObject({
  labs: z.array(
    z.strictObject({
      key: z.string().regex(/^[a-z0-9-]{1,40}$/),
      name: z.string().min(1),
      reauthenticateEveryDays: days.default(90),
      inactiveAfterDays: days.default(30),
      cutOver: z.strictObject({ at: instant, countsFrom: instant }).nullable(),
    }),
  ),
});

const doctors = z.strictObject({
  doctors: z.array(
    z.strictObject({
      lab: z.string(),
      userName: z.string().min(1),
      password: z.string().min(1),
      displayName: z.string().min(1),
      lastAuthenticatedAt: instant.nullable(),
      lastScanAt: instant.nullable(),
      accessToken: z.string().min(1).optional(),
    }),
  ),
});

const cases = z.strictObject({
  cases: z.array(
    order.extend({
      lab: z.string(),
      userName: z.string(),
      idempotencyKey: z.string().min(1),
      status: z.string().min(1),
      createdAt: instant,
      receivedAt: instant.nullable(),
      updatedAt: instant,
      scans: z.array(declaredScan.extend({ receivedAt: instant.nullable() })),
    }),
  ),
});

/** The simulator's own door, for the demo seed and the tests: no fault and no rule concerns it. */
export async function answerLoader(
  store: Store,
  name: string,
  text: string,
  now: Temporal.Instant,
): Promise<HttpAnswer> {
  if (name === "reset") {
    await store.transaction(async (tx) => {
      await tx.query(`truncate ${caseTables}, oidc_entry`);
      await insertDefaultLabs(tx, now);
    });
    return { status: 204 };
  }
  const body = jsonOf(text);
  if (name === "labs") return load(store, labs, body, loadLabs);
  if (name === "doctors") return load(store, doctors, body, loadDoctors);
  if (name === "cases") return load(store, cases, body, loadCases);
  return notFound();
}

async function load<Schema extends z.ZodType>(
  store: Store,
  schema: Schema,
  body: unknown,
  write: (tx: StoreTransaction, given: z.infer<Schema>) => Promise<object | undefined>,
): Promise<HttpAnswer> {
  const given = schema.safeParse(body);
  if (!given.success) return labError(422, "refused", z.prettifyError(given.error));
  const written = await store.transaction((tx) => write(tx, given.data));
  return { status: 200, body: written };
}

async function loadLabs(tx: StoreTransaction, given: z.infer<typeof labs>): Promise<object> {
  for (const lab of given.labs) {
    await tx.query(
      `insert into lab (key, name, reauthenticate_days, inactive_days, cut_over_at, counts_from)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (key) do update set name = excluded.name,
         reauthenticate_days = excluded.reauthenticate_days, inactive_days = excluded.inactive_days,
         cut_over_at = excluded.cut_over_at, counts_from = excluded.counts_from`,
      [
        lab.key,
        lab.name,
        lab.reauthenticateEveryDays,
        lab.inactiveAfterDays,
        lab.cutOver?.at ?? null,
        lab.cutOver?.countsFrom ?? null,
      ],
    );
  }
  return { labs: given.labs.map(({ key }) => ({ key })) };
}

async function loadDoctors(tx: StoreTransaction, given: z.infer<typeof doctors>): Promise<object> {
  const written: object[] = [];
  for (const doctor of given.doctors) {
    const [row] = await tx.query<{ id: string }>(
      `insert into doctor (lab_key, user_name, password_digest, display_name, last_authenticated_at, last_scan_at)
       values ($1, $2, $3, $4, $5, $6)
       on conflict (lab_key, user_name) do update set password_digest = excluded.password_digest,
         display_name = excluded.display_name, last_authenticated_at = excluded.last_authenticated_at,
         last_scan_at = excluded.last_scan_at
       returning id`,
      [
        doctor.lab,
        doctor.userName,
        await passwordDigest(doctor.password),
        doctor.displayName,
        doctor.lastAuthenticatedAt,
        doctor.lastScanAt,
      ],
    );
    if (doctor.accessToken !== undefined) {
      await tx.query(
        `insert into access_token (digest, doctor_id) values ($1, $2)
         on conflict (digest) do update set doctor_id = excluded.doctor_id, revoked_at = null`,
        [sha256(doctor.accessToken), row?.id],
      );
    }
    written.push({ id: row?.id, lab: doctor.lab, userName: doctor.userName });
  }
  return { doctors: written };
}

async function loadCases(tx: StoreTransaction, given: z.infer<typeof cases>): Promise<object> {
  const written: object[] = [];
  for (const { lab, userName, idempotencyKey, status, ...rest } of given.cases) {
    const { createdAt, receivedAt, updatedAt, ...sent } = rest;
    // What a repetition of this order would be compared with.
    const orderDigest = digestOf(order.parse(sent));
    const [row] = await tx.query<{ id: string }>(
      `insert into lab_case (doctor_id, case_number, idempotency_key, order_digest, patient_reference,
         prescription, status, created_at, received_at, updated_at)
       select id, $3, $4, $5, $6, $7, $8, $9, $10, $11 from doctor where lab_key = $1 and user_name = $2
       on conflict (doctor_id, case_number) do update set status = excluded.status,
         received_at = excluded.received_at, updated_at = excluded.updated_at
       returning id`,
      [
        lab,
        userName,
        sent.caseNumber,
        idempotencyKey,
        orderDigest,
        sent.patientReference,
        JSON.stringify(sent.prescription),
        status,
        createdAt,
        receivedAt,
        updatedAt,
      ],
    );
    if (row === undefined) throw new Error(`No doctor ${userName} at the lab ${lab}.`);
    for (const scan of sent.scans) {
      await tx.query(
        `insert into scan (case_id, scan_id, arch, format, byte_count, sha256, received_at)
         values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
        [row.id, scan.scanId, scan.arch, scan.format, scan.byteCount, scan.sha256, scan.receivedAt],
      );
    }
    written.push({ id: row.id, caseNumber: sent.caseNumber });
  }
  return { cases: written };
}
