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
  const { practiceId, personId, personName, ownPatientId, guardedPatientIds } = session;
  const me = ownPatientId ? [{ id: ownPatientId, name: personName, isMe: true, mayAct: true }] : [];
  if (guardedPatientIds.length === 0) return me;
  const children = await readInPractice<Omit<ActingPatient, "isMe">>(
    services.db,
    practiceId,
    childrenRead,
    [practiceId, personId, [...guardedPatientIds]],
  );
  return [...me, ...children.map((child) => ({ ...child, isMe: false }))];
}

const childrenRead = {
  name: "acting-patients",
  text: `select p.id, coalesce(p.preferred_name, p.first_name) || ' ' || p.last_name as name,
      bool_or(g.rights = 'full') as "mayAct"
    from tenant.patient p
    join tenant.guardianship g on g.practice_id = p.practice_id and g.patient_id = p.id
      and g.guardian_person_id = $2 and g.ended_at is null
    where p.practice_id = $1 and p.id = any($3::uuid[])
    group by p.id, p.practice_id, p.preferred_name, p.first_name, p.last_name
    order by array_position($3::uuid[], p.id)`,
};
