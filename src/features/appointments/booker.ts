import type { AppointmentActor } from "@/domain/appointments/appointment-state";
import type { PatientActor } from "@/features/access/actors";

/** In which role somebody acts for the patient: their own visit, or a child's (R10). */
export function bookerRole(actor: PatientActor): Extract<AppointmentActor, "patient" | "guardian"> {
  return actor.patientId === actor.ownPatientId ? "patient" : "guardian";
}

/** The person whose guardianship has to carry the act; null for who acts for themselves. */
export function guardianOf(actor: PatientActor): string | null {
  return bookerRole(actor) === "guardian" ? actor.personId : null;
}
