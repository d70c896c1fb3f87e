import { Temporal } from "temporal-polyfill";
import * as z from "zod";
import type { Tx } from "@/db/client";
import type { Prisma } from "@/db/generated/client";
import type { Role } from "@/db/generated/enums";
import { fromInstant, toInstant } from "@/db/time";

/** A row of the audit log as a person reads it. */
export interface AuditLine {
  readonly id: string;
  /** ISO 8601. */
  readonly at: string;
  readonly action: string;
  readonly personId: string | null;
  readonly personName: string | null;
  readonly role: Role | null;
  readonly patientId: string | null;
  readonly patientName: string | null;
  readonly objectKind: string | null;
  readonly objectId: string | null;
  readonly address: string | null;
  readonly requestId: string | null;
  readonly detail: readonly (readonly [name: string, value: string])[];
  /** Its number in the chain; null until it is sealed. */
  readonly number: string | null;
}

/** Where a page of rows ended: newest first, so the next one is older. */
export interface Cursor {
  readonly at: string;
  readonly id: string;
}

const select = {
  id: true,
  at: true,
  action: true,
  actorPersonId: true,
  actorName: true,
  actorRole: true,
  patientId: true,
  objectKind: true,
  objectId: true,
  address: true,
  requestId: true,
  detail: true,
  sequence: true,
} as const;

/** At most `most` rows behind the cursor, the newest first. */
export async function auditLines(
  tx: Tx,
  where: Prisma.AuditEntryWhereInput,
  after: Cursor | null,
  most: number,
): Promise<AuditLine[]> {
  const rows = await tx.auditEntry.findMany({
    where: after ? { AND: [where, before(after)] } : where,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: most,
    select,
  });
  const patients = await tx.patient.findMany({
    where: { id: { in: [...new Set(rows.flatMap(({ patientId }) => patientId ?? []))] } },
    select: { id: true, firstName: true, lastName: true },
  });
  const names = new Map(patients.map((one) => [one.id, `${one.firstName} ${one.lastName}`]));
  return rows.map(({ actorPersonId, actorName, actorRole, at, detail, sequence, ...row }) => ({
    ...row,
    at: toInstant(at).toString(),
    personId: actorPersonId,
    personName: actorName,
    role: actorRole,
    patientName: row.patientId ? (names.get(row.patientId) ?? null) : null,
    detail: detailOf(detail),
    number: sequence === null ? null : String(sequence),
  }));
}

function before({ at, id }: Cursor): Prisma.AuditEntryWhereInput {
  const moment = fromInstant(Temporal.Instant.from(at));
  // The first condition alone bounds the index; the second orders rows of one moment.
  return { at: { lte: moment }, OR: [{ at: { lt: moment } }, { id: { lt: id } }] };
}

function detailOf(detail: Prisma.JsonValue): [string, string][] {
  if (typeof detail !== "object" || detail === null || Array.isArray(detail)) return [];
  return Object.entries(detail).map(([name, value]) => [
    name,
    typeof value === "string" ? value : JSON.stringify(value),
  ]);
}

const shape = /^([12]\d{3}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z)_([0-9a-f-]{36})$/;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A cursor nobody gave is as good as none: the first page. */
export function readCursor(text: string | undefined): Cursor | null {
  const [, at, id] = shape.exec(text ?? "") ?? [];
  if (!at || !id || !uuid.test(id) || !z.iso.datetime().safeParse(at).success) return null;
  return { at, id };
}

export function cursorText({ at, id }: Cursor): string {
  return `${at}_${id}`;
}
