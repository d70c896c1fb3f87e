import type { FailedRegistrationCause } from "@/db/generated/enums";
import type { ClinicMade } from "../clinic/clinic-people";
import { ago, at, type Making, on } from "../making";
import type { PatientWithCourse } from "../patients/patient-rows";
import type { RowOf } from "../tables";

/** Failed registrations of the last days, one per cause (R8); some were repaired. */
export function addFailedRegistrations(
  making: Making,
  clinic: ClinicMade,
  patients: readonly PatientWithCourse[],
): void {
  const { rows, chance } = making;
  const listed = patients.filter((one) => !one.registered && one.email !== null);
  const records = new Map(rows.of("tenant.patient").map((row) => [row.id, row]));
  const record = (find: (row: RowOf<"tenant.patient">, patient: PatientWithCourse) => boolean) =>
    listed.find((one) => {
      const row = records.get(one.id);
      return row !== undefined && find(row, one);
    });
  const plain = listed[4];
  const twins = listed.filter((one) =>
    listed.some((other) => other.id !== one.id && other.name === one.name),
  );
  const wishes: readonly (readonly [
    FailedRegistrationCause,
    PatientWithCourse | undefined,
    number,
  ])[] = [
    ["no_record", undefined, 4],
    ["two_records", twins[0], 26],
    ["wrong_number_field", record((row) => row.mobilePhone === null && row.workPhone !== null), 3],
    ["landline", record((row) => row.mobilePhone?.startsWith("+4420") ?? false), 7],
    ["archived", record((_, one) => one.archived), 50],
    ["locked", listed[5], 75],
    ["link_expired", listed[6], 29],
    ["text_undelivered", plain, 1],
    ["no_record", undefined, 130],
  ];
  wishes.forEach(([cause, patient, hoursAgo], i) => {
    const row = patient && records.get(patient.id);
    const failedAt = ago(making, { hours: hoursAgo });
    const isRepaired = hoursAgo > 48;
    rows.add("tenant.failed_registration", {
      practiceId: making.practiceId,
      id: chance.id(failedAt),
      cause,
      patientId: cause === "no_record" || cause === "two_records" ? null : (patient?.id ?? null),
      firstName: patient?.firstName ?? "Sam",
      lastName: patient?.lastName ?? `Unlisted-${i + 1}`,
      dateOfBirth: patient ? on(patient.dateOfBirth) : new Date("1988-03-14T00:00:00Z"),
      email: patient?.email ?? `sam.unlisted${i + 1}@example.org`,
      mobile: row?.mobilePhone ?? row?.workPhone ?? `+49176040690${String(98 - i)}`,
      failedAt: at(failedAt),
      repairedAt: isRepaired ? at(failedAt.add({ hours: 20 })) : null,
      repairedByPersonId: isRepaired ? chance.pick(clinic.staff).personId : null,
    });
  });
}
