import { Temporal } from "temporal-polyfill";
import { withPatient } from "@/lib/patient-href";
import type { About, AboutView } from "./schema";

/** Where a message about a visit or a stage begins, on the patient's side. */
export function askHref({ kind, id }: About, named: string | undefined): string {
  return withPatient(`/messages/new?about=${kind}:${id}`, named);
}

/** Where the orthodontist writes to a patient about it. */
export function writeAboutHref({ kind, id }: About, patientId: string): string {
  return `/doctor/inbox/new?patient=${patientId}&about=${kind}:${id}`;
}

/** Where the patient's side sees it. */
export function patientAboutHref(named: string | undefined): (about: AboutView) => string {
  return ({ kind }) => withPatient(kind === "visit" ? "/appointments" : "/treatment", named);
}

/** Where the practice sees it: the visit's day in the diary, the stage at its patient's, the case itself. Staff read both at the desk. */
export function clinicAboutHref(
  role: "orthodontist" | "staff" | "admin",
  patientId: string,
  zone: string,
): (about: AboutView) => string {
  const isDoctor = role === "orthodontist";
  return (about) => {
    if (about.kind === "case" && isDoctor) return `/doctor/cases/${about.id}`;
    if (about.kind !== "visit")
      return isDoctor ? `/doctor/patients/${patientId}` : `/desk/records/${patientId}`;
    const on = Temporal.Instant.from(about.startsAt).toZonedDateTimeISO(zone).toPlainDate();
    return `${isDoctor ? "/doctor" : "/desk"}/diary?on=${on}&who=all`;
  };
}
