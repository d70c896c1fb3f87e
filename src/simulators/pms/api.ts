import type { Temporal } from "temporal-polyfill";
import { jsonOf } from "@/lib/json-of";
import type { HttpAnswer, HttpRequest } from "../http/serve";
import type { Store } from "../store/open-store";
import { changeAppointment, createAppointment, fieldsOf } from "./appointments";
import { availability } from "./availability";
import { invalid, notFound, pmsError } from "./errors";
import { filterOf } from "./filters";
import { blankPatient, patientChanges } from "./patients";
import { isRecordKind, type RecordKind, shown, singularOf } from "./pms-store";
import { changeRecord, findRecord, insertRecord, listRecords } from "./records";

export interface ApiContext {
  readonly store: Store;
  readonly now: Temporal.Instant;
}

/** The REST API below the version: lists and single records of every kind, patients and appointments writable. */
export async function answerApi(
  context: ApiContext,
  accountId: string,
  path: string,
  request: HttpRequest,
): Promise<HttpAnswer> {
  const { store } = context;
  const { searchParams } = request.url;
  const [, kind, id, ...rest] = path.split("/");
  if (kind === "appointments" && id === "availability" && request.method === "GET") {
    return availability(store, accountId, searchParams);
  }
  if (!isRecordKind(kind) || rest.length > 0) return notFound();
  if (id !== undefined && !/^\d{1,15}$/.test(id)) return notFound();
  if (request.method === "GET") {
    if (id === undefined) {
      const filter = filterOf(kind, searchParams);
      const { items, meta } = await listRecords(store, accountId, kind, searchParams, filter);
      return { status: 200, body: { [kind]: items, meta } };
    }
    const row = await findRecord(store, accountId, kind, id);
    return row === undefined
      ? notFound()
      : { status: 200, body: { [singularOf[kind]]: shown(row) } };
  }
  return write(context, accountId, kind, id, request);
}

async function write(
  { store, now }: ApiContext,
  accountId: string,
  kind: RecordKind,
  id: string | undefined,
  { method, text }: HttpRequest,
): Promise<HttpAnswer> {
  const isCreate = id === undefined && method === "POST";
  const isChange = id !== undefined && (method === "PUT" || method === "PATCH");
  if ((kind !== "patients" && kind !== "appointments") || !(isCreate || isChange)) {
    return pmsError(405, "invalid_request_error", "Method not allowed");
  }
  const given = wrapped(text(), singularOf[kind]);
  if (given === undefined)
    return pmsError(400, "invalid_request_error", "Body is missing or not JSON");
  if (kind === "appointments") {
    return id === undefined
      ? createAppointment(store, accountId, given, now)
      : changeAppointment(store, accountId, id, given, now);
  }
  const changes = patientChanges.safeParse(given);
  if (!changes.success) return invalid(fieldsOf(changes.error));
  if (id === undefined) {
    const body = { ...blankPatient, ...changes.data };
    if (body.first_name === "") return invalid({ first_name: "is missing" });
    if (body.last_name === "") return invalid({ last_name: "is missing" });
    const patient = await insertRecord(store, accountId, "patients", body, now);
    return { status: 201, body: { patient } };
  }
  const row = await findRecord(store, accountId, "patients", id);
  if (row === undefined) return notFound();
  const patient = await changeRecord(store, row, "patients", changes.data, now);
  return { status: 200, body: { patient } };
}

/** The object inside `{"patient": {…}}`. */
function wrapped(text: string, name: string): unknown {
  const body = jsonOf(text);
  const isObject = typeof body === "object" && body !== null;
  return isObject ? Object.entries(body).find(([key]) => key === name)?.[1] : undefined;
}
