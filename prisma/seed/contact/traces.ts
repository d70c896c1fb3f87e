import type { AuditAction } from "@/features/audit/actions";
import type { ClinicMade } from "../clinic/clinic-people";
import { ago, at, type DemoRole, type Making } from "../making";
import type { PatientWithCourse } from "../patients/patient-rows";
import type { IssuedLogin } from "../people";

/** What people did in the last weeks, as the audit log tells it (R53): logins, and who viewed whose record. */
export function addAudit(
  making: Making,
  clinic: ClinicMade,
  patients: readonly PatientWithCourse[],
): void {
  const { chance } = making;
  const registered = patients.filter((one) => one.registered);
  for (const patient of registered) {
    const minutes = chance.between(60, 40_000);
    entry(making, "login.succeeded", { login: patient.login, role: "patient" }, minutes);
    const colleagues = [
      { login: patient.orthodontist, role: "orthodontist" as const },
      { login: chance.pick(clinic.staff), role: "staff" as const },
    ];
    for (const colleague of colleagues) {
      entry(making, "record.viewed", colleague, chance.between(60, 60_000), patient.id);
    }
  }
  for (const login of clinic.staff) {
    for (let day = 0; day < 10; day += 1) {
      entry(
        making,
        "login.succeeded",
        { login, role: "staff" },
        day * 1_440 + chance.between(30, 300),
      );
    }
  }
}

function entry(
  making: Making,
  action: AuditAction,
  actor: { readonly login: IssuedLogin; readonly role: DemoRole },
  minutesAgo: number,
  patientId: string | null = null,
): void {
  const { rows, practiceId, chance } = making;
  const moment = ago(making, { minutes: minutesAgo });
  rows.add("tenant.audit_entry", {
    id: chance.id(moment),
    practiceId,
    at: at(moment),
    actorPersonId: actor.login.personId,
    actorLoginId: actor.login.loginId,
    actorRole: actor.role,
    actorName: actor.login.name,
    action,
    objectKind: patientId ? "patient" : "login",
    objectId: patientId ?? actor.login.loginId,
    patientId,
    address: "192.0.2.17",
    requestId: Buffer.from(chance.bytes(8)).toString("hex"),
  });
}

/** What some chose to be told about (R17). */
export function addNotificationChoices(
  making: Making,
  patients: readonly PatientWithCourse[],
): void {
  const { rows, practiceId, chance } = making;
  const registered = patients.filter((one) => one.registered);
  registered.forEach((patient, i) => {
    if (i % 3 !== 0) return;
    rows.add("tenant.notification_choice", {
      practiceId,
      id: chance.id(patient.createdAt),
      personId: patient.login.personId,
      topic: "messages",
      mail: true,
      sms: i % 2 === 0,
    });
  });
}
