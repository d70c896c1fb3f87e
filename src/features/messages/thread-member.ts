import type { Prisma } from "@/db/generated/client";
import type { Role } from "@/db/generated/enums";
import { sql } from "@/db/sql";
import type { ClinicActor, PatientActor } from "@/features/access/actors";

/** Whoever may be in a thread: minted by the gate `patientOrClinic`. */
export type ThreadMember = PatientActor | ClinicActor;

/**
 * What a person may see of threads, as values for SQL: one patient's alone, or those with staff alone (R52). Both null
 * and false: an orthodontist, every patient of the practice.
 */
export interface Reach {
  readonly patientId: string | null;
  readonly withStaffOnly: boolean;
}

/** Which threads somebody reaches: a patient those about them, staff those they take part in, orthodontists all. */
export function reachOf(actor: ThreadMember): Reach {
  if (actor.kind === "patient") return { patientId: actor.patientId, withStaffOnly: false };
  return { patientId: null, withStaffOnly: actor.role !== "orthodontist" };
}

/** Somebody with a treatment of their own is a guardian while they act for a child (R10). */
export function roleIn(actor: ThreadMember): Role {
  if (actor.kind === "clinic") return actor.role;
  return actor.patientId === actor.ownPatientId ? "patient" : "guardian";
}

/** The name by which the others know somebody: orthodontists' is the one the practice uses for them. */
export function shownName(actor: ThreadMember): Prisma.Sql {
  const { practiceId, personId, personName } = actor;
  if (actor.kind === "patient") return sql`${personName}::text`;
  return sql`coalesce((select o.name from tenant.practitioner o where o.practice_id = ${practiceId}::uuid
    and o.person_id = ${personId}::uuid and o.archived_at is null limit 1), ${personName}::text)`;
}
