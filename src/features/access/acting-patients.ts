import { readInPractice } from "@/db/read";
import type { Services } from "@/server/services";
import type { OpenSession } from "./open-session";

/** Somebody a patient-side session may act for. */
export interface ActingPatient {
  readonly id: string;
  readonly name: string;
  readonly isMe: boolean;
  /** False for a guardian who may look alone. */
  readonly mayAct: boolean;
}

/** Those a patient-side session may act for, in its order: oneself first, then the children (R10). */
export async function actingPatients(
  services: Services,
  session: OpenSession,
): Promise<ActingPatient[]> {
  const { practiceId, personId, guardedPatientIds } = session;
  if (guardedPatientIds.length === 0) return oneselfAnd(session, []);
  const children = await readInPractice<GuardedChild>(services.db, practiceId, childrenRead, [
    practiceId,
    personId,
    [...guardedPatientIds],
  ]);
  return oneselfAnd(session, children);
}

export type GuardedChild = Omit<ActingPatient, "isMe">;

/** Oneself, where one is a patient, before the children. */
export function oneselfAnd(
  { ownPatientId, personName }: OpenSession,
  children: readonly GuardedChild[],
): ActingPatient[] {
  const me = ownPatientId ? [{ id: ownPatientId, name: personName, isMe: true, mayAct: true }] : [];
  return [...me, ...children.map((child) => ({ ...child, isMe: false }))];
}

/** Those of these patients of a practice ($1) whose guardian a person ($2) is, in the given order. */
export const guardedChildrenSql = (
  patients: string,
) => `select p.id, coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name as name,
      bool_or(g.rights = 'full') as "mayAct"
    from tenant.patient p
    join tenant.guardianship g on g.practice_id = p.practice_id and g.patient_id = p.id
      and g.guardian_person_id = $2 and g.ended_at is null
    where p.practice_id = $1 and p.id = any(${patients}::uuid[])
    group by p.id, p.practice_id, p.preferred_name, p.first_name, p.last_name
    order by array_position(${patients}::uuid[], p.id)`;

const childrenRead = { name: "acting-patients", text: guardedChildrenSql("$3") };
