import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import type { Prisma } from "@/db/generated/client";
import { fromInstant } from "@/db/time";
import { latinLetters } from "@/domain/access/latin-letters";
import { type AuditKind, actionsOf, auditKinds } from "./action-kinds";
import type { AuditFilters } from "./schema";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
/** More patients than these share no useful part of a name. */
const mostPatients = 200;

/** The rows of one practice that the filters name. `zone` says when its days begin. */
export async function auditWhere(
  tx: Tx,
  practice: { readonly practiceId: string; readonly zone: string },
  filters: AuditFilters,
): Promise<Prisma.AuditEntryWhereInput> {
  const { practiceId, zone } = practice;
  const { person, patient, action, address, object } = filters;
  const at = daysBetween(filters, zone);
  return {
    practiceId,
    ...(at && { at }),
    ...(person && byPerson(person)),
    ...(patient && { patientId: { in: await patientIds(tx, practiceId, patient) } }),
    ...(action && { action: isKind(action) ? { in: actionsOf(action) } : action }),
    ...(address && { address: { startsWith: address } }),
    ...(object &&
      (uuid.test(object) ? { objectId: object } : { objectKind: object.toLowerCase() })),
  };
}

function isKind(action: string): action is AuditKind {
  return auditKinds.some((kind) => kind === action);
}

function byPerson(person: string): Prisma.AuditEntryWhereInput {
  if (uuid.test(person)) return { actorPersonId: person };
  return { actorName: { contains: person.replace(/[\\%_]/g, "\\$&"), mode: "insensitive" } };
}

function daysBetween({ from, until }: AuditFilters, zone: string) {
  const startOf = (day: string, later: number) =>
    fromInstant(
      Temporal.PlainDate.from(day).add({ days: later }).toZonedDateTime(zone).toInstant(),
    );
  if (!from && !until) return null;
  return { ...(from && { gte: startOf(from, 0) }), ...(until && { lt: startOf(until, 1) }) };
}

async function patientIds(tx: Tx, practiceId: string, typed: string): Promise<string[]> {
  if (uuid.test(typed)) return [typed.toLowerCase()];
  const words = latinLetters(typed).split(/\s+/).filter(Boolean).slice(0, 6);
  if (words.length === 0) return [];
  const found = await tx.patient.findMany({
    where: { practiceId, AND: words.map((word) => ({ searchName: { contains: word } })) },
    select: { id: true },
    take: mostPatients,
  });
  return found.map(({ id }) => id);
}
