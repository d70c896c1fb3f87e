import type { FailedRegistrationCause } from "@/db/generated/enums";
import type { FailureReason } from "@/domain/registration/failure-reason";
import type { ClinicMade } from "../clinic/clinic-people";
import { ago, at, type Making, on } from "../making";
import type { PatientWithCourse } from "../patients/patient-rows";
import type { RowOf } from "../tables";

interface FailureWish {
  readonly cause: FailedRegistrationCause;
  readonly patient?: PatientWithCourse | undefined;
  readonly hoursAgo: number;
  readonly times?: number;
  readonly reason?: FailureReason;
  /** What was typed otherwise than the record says. */
  readonly typed?: { readonly email?: string; readonly mobile?: string };
  readonly repairedHow?: string;
}

/** Failed registrations of the last days, each cause open once (R8); some were repaired. */
export function addFailedRegistrations(
  making: Making,
  clinic: ClinicMade,
  patients: readonly PatientWithCourse[],
): void {
  const { rows } = making;
  const listed = patients.filter((one) => !one.registered && one.email !== null);
  const records = new Map(rows.of("tenant.patient").map((row) => [row.id, row]));
  const record = (find: (row: RowOf<"tenant.patient">, patient: PatientWithCourse) => boolean) =>
    listed.find((one) => {
      const row = records.get(one.id);
      return row !== undefined && find(row, one);
    });
  const twins = listed.filter((one) =>
    listed.some((other) => other.id !== one.id && other.name === one.name),
  );
  const locked = lockedPatients(patients)[0];
  const registeredAgain = patients.filter((one) => one.registered && !one.archived).at(-5);
  const wishes: readonly FailureWish[] = [
    { cause: "text_undelivered", patient: listed[4], hoursAgo: 1, reason: "no_mobile" },
    {
      cause: "wrong_number_field",
      patient: record((row) => row.mobilePhone === null && row.workPhone !== null),
      hoursAgo: 3,
      times: 3,
      reason: "work_field",
    },
    { cause: "no_record", hoursAgo: 4 },
    { cause: "locked", patient: locked, hoursAgo: 5 },
    {
      cause: "landline",
      patient: record((row) => row.mobilePhone?.startsWith("+4420") ?? false) ?? listed[3],
      hoursAgo: 7,
      typed: { mobile: making.words.supportPhone },
    },
    {
      cause: "no_record",
      patient: listed[7],
      hoursAgo: 9,
      times: 2,
      reason: "email_differs",
      typed: { email: "my.new.address@example.org" },
    },
    { cause: "two_records", patient: twins[0], hoursAgo: 26 },
    { cause: "link_expired", patient: listed[6], hoursAgo: 29 },
    { cause: "archived", patient: record((_, one) => one.archived), hoursAgo: 50 },
    { cause: "already_registered", patient: registeredAgain, hoursAgo: 6, times: 2 },
    { cause: "locked", patient: listed[5], hoursAgo: 75, repairedHow: "unlock" },
    { cause: "no_record", hoursAgo: 130, repairedHow: "dismiss" },
  ];
  wishes.forEach((wish, i) => {
    for (let time = 0; time < (wish.times ?? 1); time += 1) {
      addFailure(making, clinic, wish, `Unlisted-${i + 1}`, time * 25, twins);
    }
  });
}

/** Registered patients somebody guesses the password of. */
export function lockedPatients(patients: readonly PatientWithCourse[]): PatientWithCourse[] {
  return patients.filter((one) => one.registered && !one.archived).slice(-4, -2);
}

function addFailure(
  making: Making,
  clinic: ClinicMade,
  { cause, patient, hoursAgo, reason, typed, repairedHow }: FailureWish,
  unlisted: string,
  earlierMinutes: number,
  twins: readonly PatientWithCourse[],
): void {
  const { rows, chance, practiceId } = making;
  const row = patient && rows.of("tenant.patient").find(({ id }) => id === patient.id);
  const failedAt = ago(making, { hours: hoursAgo, minutes: earlierMinutes });
  const isTwo = cause === "two_records";
  rows.add("tenant.failed_registration", {
    practiceId,
    id: chance.id(failedAt),
    cause,
    reason: reason ?? null,
    patientId: isTwo ? null : (patient?.id ?? null),
    candidateIds: isTwo
      ? twins.filter((one) => one.name === patient?.name).map(({ id }) => id)
      : [],
    firstName: patient?.firstName ?? "Sam",
    lastName: patient?.lastName ?? unlisted,
    dateOfBirth: patient ? on(patient.dateOfBirth) : new Date("1988-03-14T00:00:00Z"),
    email: typed?.email ?? patient?.email ?? `sam.${unlisted.toLowerCase()}@example.org`,
    mobile: typed?.mobile ?? row?.mobilePhone ?? row?.workPhone ?? "+4917640690098",
    failedAt: at(failedAt),
    repairedAt: repairedHow ? at(failedAt.add({ hours: 20 })) : null,
    repairedByPersonId: repairedHow ? chance.pick(clinic.staff).personId : null,
    repairedHow: repairedHow ?? null,
  });
}
