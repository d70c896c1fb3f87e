import { ok, type Result, refused } from "@/domain/result";
import { actsFor, isPatientRole, type SessionActor } from "@/features/access/actors";

/**
 * Whom a request is about that both sides may make: the patient named, or the only one this login acts for; null on the
 * practice's side. Refusals as at the patient's gate: `not_found` for a patient one does not act for, `patient_required`
 * where several could be meant.
 */
export function askedPatient(
  actor: SessionActor,
  asked: string | undefined,
): Result<string | null, "not_found" | "patient_required"> {
  const patientId = asked?.toLowerCase();
  if (!isPatientRole(actor.role)) return patientId === undefined ? ok(null) : refused("not_found");
  const theirs = actsFor(actor);
  if (patientId !== undefined)
    return theirs.includes(patientId) ? ok(patientId) : refused("not_found");
  const [only, ...more] = theirs;
  return only !== undefined && more.length === 0 ? ok(only) : refused("patient_required");
}
