import type { AppointmentActor } from "@/domain/appointments/appointment-state";
import type { ClinicActor, PatientActor } from "@/features/access/actors";

/** Who acts on a visit: the patient's side for its patient, or the practice for the patient it names. */
export type VisitActor = PatientActor | (ClinicActor & { readonly patientId: string });

/** In which role somebody acts on a visit. */
export function visitRole(actor: VisitActor): Exclude<AppointmentActor, "system"> {
  return actor.kind === "clinic" ? actor.role : bookerRole(actor);
}

/** In which role somebody acts for the patient: their own visit, or a child's (R10). */
export function bookerRole(actor: PatientActor): Extract<AppointmentActor, "patient" | "guardian"> {
  return actor.patientId === actor.ownPatientId ? "patient" : "guardian";
}

/** The person whose guardianship has to carry the act; null for the practice and for who acts for themselves. */
export function guardianOf(actor: VisitActor): string | null {
  return visitRole(actor) === "guardian" ? actor.personId : null;
}
