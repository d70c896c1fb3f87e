import * as z from "zod";
import { jsonOf } from "@/lib/json-of";
import type { HttpAnswer, HttpRequest } from "../http/serve";
import type { StoreTransaction } from "../store/open-store";
import type { ApiContext } from "./api";
import { appointmentChanges, fieldsOf, minutesBetween } from "./appointments";
import { invalid, notFound, pmsError } from "./errors";
import { blankPatient, patientChanges } from "./patients";
import { demoPmsToken, isRecordKind, type RecordKind, type RecordRow, shown } from "./pms-store";

const id = z.number().int().min(1).optional();
const whole = z.looseObject({ id });
const items = {
  sites: whole,
  practitioners: whole,
  rooms: whole,
  appointment_reasons: whole,
  patients: patientChanges.extend({ id }),
  appointments: appointmentChanges.extend({ id }),
} as const satisfies Record<RecordKind, z.ZodType>;

/** The account is named by its token; several thousand items at once are fine. */
const envelope = z.object({ accessToken: z.string().min(1).default(demoPmsToken) });
const account = z.strictObject({ name: z.string().min(1), accessToken: z.string().min(1) });

/** The simulator's own door, for the demo seed and the tests: no fault, limit or key concerns it. */
export async function answerLoader(
  { store, now }: ApiContext,
  { method, url, text }: HttpRequest,
): Promise<HttpAnswer> {
  const name = url.pathname.replace(/^\/(simulator|pms)\//, "");
  if (method === "GET" && name === "patients") return patientsByMail(store, url.searchParams);
  if (method !== "POST") return notFound();
  if (name === "reset") {
    await store.query("truncate record");
    return { status: 204 };
  }
  const body = jsonOf(text());
  if (body === undefined) return pmsError(400, "invalid_request_error", "Body is not JSON");
  if (name === "accounts") {
    const given = account.safeParse(body);
    if (!given.success) return invalid(fieldsOf(given.error));
    const [row] = await store.query<{ id: string }>(
      `insert into account (name, access_token) values ($1, $2)
       on conflict (access_token) do update set name = excluded.name returning id`,
      [given.data.name, given.data.accessToken],
    );
    return { status: 200, body: { id: Number(row?.id) } };
  }
  if (!isRecordKind(name)) return notFound();
  const to = envelope.safeParse(body);
  const given = z.object({ [name]: z.array(items[name]).max(50_000) }).safeParse(body);
  if (!to.success) return invalid(fieldsOf(to.error));
  if (!given.success) return invalid(fieldsOf(given.error));
  const [found] = await store.query<{ id: string }>(
    "select id from account where access_token = $1",
    [to.data.accessToken],
  );
  if (found === undefined) return invalid({ accessToken: "belongs to no account" });
  const bodies = (given.data[name] ?? []).map((item) => completed(name, item));
  const rows = await store.transaction((tx) => load(tx, name, found.id, bodies, now.toString()));
  return { status: 200, body: { [name]: rows.map(shown) } };
}

/** Written as given: unlike the API it takes ids, replaces what has one, and does not look for clashes. */
async function load(
  tx: StoreTransaction,
  kind: RecordKind,
  accountId: string,
  bodies: readonly object[],
  at: string,
): Promise<RecordRow[]> {
  const rows = await tx.query<RecordRow>(
    `insert into record (kind, id, account_id, body, created_at, updated_at)
     select $1, coalesce((item->>'id')::bigint, nextval('record_id')), $2, item - 'id', $4, $4
     from jsonb_array_elements($3::jsonb) with ordinality as given (item, position) order by position
     on conflict (kind, id) do update set account_id = excluded.account_id, body = excluded.body,
       updated_at = excluded.updated_at
     returning id, account_id, body, created_at, updated_at`,
    [kind, accountId, JSON.stringify(bodies), at],
  );
  // Ids that a caller chose must not be given out again.
  await tx.query(
    "select setval('record_id', greatest((select max(id) from record), (select last_value from record_id)))",
  );
  return rows;
}

function completed(kind: RecordKind, item: object): object {
  if (kind === "patients") return { ...blankPatient, ...item };
  if (kind !== "appointments") return item;
  const times = z.object({ start_time: z.string(), finish_time: z.string() }).safeParse(item).data;
  const duration = times === undefined ? 0 : minutesBetween(times.start_time, times.finish_time);
  return {
    state: "Pending",
    metadata: {},
    booked_via_api: false,
    patient_id: null,
    ...item,
    duration,
  };
}

/** What the front door shows at `/pms/patients?email=`: newest change first, of every account. */
async function patientsByMail(
  store: StoreTransaction,
  query: URLSearchParams,
): Promise<HttpAnswer> {
  const email = query.get("email");
  const rows = await store.query<RecordRow>(
    `select id, account_id, body, created_at, updated_at from record
     where kind = 'patients' and ($1::text is null or lower(body->>'email_address') = lower($1))
     order by updated_at desc, id desc limit 500`,
    [email],
  );
  return { status: 200, body: rows.map(shown) };
}
