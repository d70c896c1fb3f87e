import { Temporal } from "temporal-polyfill";
import { latinLetters } from "@/domain/access/latin-letters";
import type { OrthodontistMade } from "../clinic/clinic-people";
import { ago, at, type Making, on } from "../making";
import { addMembership, issueLogin, type Someone } from "../people";
import { type Course, courseAt, type TreatmentPoint } from "../treatment/course";
import type { PatientMade } from "./patient-made";

export interface PatientWish extends Someone {
  readonly dateOfBirth: Temporal.PlainDate;
  readonly orthodontist: OrthodontistMade;
  readonly point: TreatmentPoint;
  readonly email: string | null;
  readonly mobile: string | null;
  readonly homePhone?: string;
  readonly workPhone?: string;
  readonly postcode?: string;
  readonly registered?: boolean;
  readonly bookingRestricted?: boolean;
  readonly archivedReason?: string;
  readonly emergencyContact?: Someone;
}

export interface PatientWithCourse extends PatientMade {
  readonly course: Course | null;
}

/** A record of the practice's list with its login name (R12), and the login itself where it is registered. */
export function addPatient(making: Making, wish: PatientWish): PatientWithCourse {
  const { rows, practiceId, chance, words } = making;
  const course = courseAt(wish.point, chance.fork(`${wish.firstName} ${wish.lastName}`));
  const createdAt = ago(making, {
    days: Math.max(course?.beganDaysAgo ?? 0, 0) + chance.between(30, 75),
  });
  const id = chance.id(createdAt);
  const { email, mobile } = wish;
  const registeredAt = createdAt.add({ hours: chance.between(30, 24 * 12) });
  const proven =
    wish.registered && email !== null
      ? { role: "patient" as const, email, mobile, registeredAt }
      : undefined;
  const login = issueLogin(making, wish, createdAt, proven);
  const [town, postcode] = chance.pick(words.towns);
  const pmsPatientId = String(words.pmsFirstId + rows.of("tenant.patient").length);
  const archivedAt = wish.archivedReason ? ago(making, { days: 40 }) : null;
  rows.add("tenant.patient", {
    practiceId,
    id,
    firstName: wish.firstName,
    lastName: wish.lastName,
    preferredName: wish.preferredName ?? null,
    searchName: latinLetters(`${wish.firstName} ${wish.lastName}`),
    dateOfBirth: on(wish.dateOfBirth),
    email,
    mobilePhone: mobile,
    homePhone: wish.homePhone ?? null,
    workPhone: wish.workPhone ?? null,
    addressLine1: `${chance.between(1, 140)} ${chance.pick(streets)}`,
    town,
    postcode: wish.postcode ?? postcode,
    emergencyContactName: wish.emergencyContact
      ? `${wish.emergencyContact.firstName} ${wish.emergencyContact.lastName}`
      : null,
    emergencyContactRelationship: wish.emergencyContact ? "Family" : null,
    practitionerId: wish.orthodontist.practitionerId,
    loginId: login.loginId,
    personId: login.personId,
    pmsPatientId,
    portalStatus: proven ? "registered" : "none",
    emailVerifiedAt: proven ? at(registeredAt) : null,
    mobileVerifiedAt: proven ? at(registeredAt) : null,
    bookingRestrictedAt: wish.bookingRestricted ? at(ago(making, { days: 12 })) : null,
    archivedAt: archivedAt ? at(archivedAt) : null,
    archivedReason: wish.archivedReason ?? null,
    createdAt: at(createdAt),
    updatedAt: at(proven ? registeredAt : createdAt),
  });
  if (proven) addMembership(making, login, "patient", registeredAt, id);
  return {
    id,
    firstName: wish.firstName,
    lastName: wish.lastName,
    name: login.name,
    dateOfBirth: wish.dateOfBirth,
    email,
    mobile,
    login,
    orthodontist: wish.orthodontist,
    registered: proven !== undefined,
    archived: archivedAt !== null,
    point: wish.point,
    createdAt,
    pmsPatientId,
    course,
  };
}

/** A birthday that makes somebody the age, on any day of the year. */
export function birthday(making: Making, age: number): Temporal.PlainDate {
  const { chance, today } = making;
  const year = today.year - age - 1;
  const from = Temporal.PlainDate.from({ year, month: today.month, day: 1 });
  return from.add({ days: chance.between(32, 360) });
}

const streets = [
  "Example Street",
  "Sample Lane",
  "Placeholder Road",
  "Specimen Terrace",
  "Dummy Hill",
];
