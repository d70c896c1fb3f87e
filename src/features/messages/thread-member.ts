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
