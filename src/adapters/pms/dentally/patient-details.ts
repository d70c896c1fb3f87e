import { decideDetail, type SentDetail } from "@/domain/pms/detail-changes";
import { ok, type Result } from "@/domain/result";
import type { PatientDetailsUpdate, PatientDetailsUpdated, PmsRefusal } from "@/ports/pms";
import { patientAnswer } from "./patients";
import { type DentallyAccess, dentallyRequest } from "./request";

const names = {
  preferredName: "preferred_name",
  addressLine1: "address_line_1",
  addressLine2: "address_line_2",
  town: "town",
  postcode: "postcode",
  homePhone: "home_phone",
  workPhone: "work_phone",
  mobilePhone: "mobile_phone",
  email: "email_address",
  emergencyContactName: "emergency_contact_name",
  emergencyContactPhone: "emergency_contact_phone",
  emergencyContactRelationship: "emergency_contact_relationship",
} as const satisfies Record<SentDetail, string>;

/** Reads the patient first, and writes what nobody else changed there (R50). */
export async function updatePatientDetails(
  access: DentallyAccess,
  { pmsPatientId, changes }: PatientDetailsUpdate,
): Promise<Result<PatientDetailsUpdated, PmsRefusal>> {
  const path = `patients/${encodeURIComponent(pmsPatientId)}`;
  const found = await dentallyRequest(access, { method: "GET", path, answer: patientAnswer });
  if (!found.ok) return found;
  const { patient } = found.value;
  const judged = changes.map((change) => {
    const theirs = patient[names[change.field]];
    return { change, theirs, verdict: decideDetail(change, theirs) };
  });
  const wanted = judged.filter(({ verdict }) => verdict === "write");
  if (wanted.length > 0) {
    const fields = wanted.map(({ change }) => [names[change.field], change.after]);
    const body = { patient: Object.fromEntries(fields) };
    const written = await dentallyRequest(access, {
      method: "PUT",
      path,
      body,
      answer: patientAnswer,
    });
    if (!written.ok) return written;
  }
  const differing = judged
    .filter(({ verdict }) => verdict === "differs")
    .map(({ change, theirs }) => ({ field: change.field, theirs }));
  return ok({ differing });
}
