import type { Making } from "../making";
import { addGuardian, addGuardianship } from "./guardians";
import { addPatient, type PatientWithCourse } from "./patient-rows";
import type { Roster } from "./roster";

/**
 * What the desk sees of guardians besides the usual (R10): one who may only look and has still to confirm a second
 * child, one invited who has not registered, and a young person who reaches the practice's age in twelve days.
 * The guardian who is a patient too acts for the latter. Answers the young person.
 */
export function addFurtherGuardians(
  making: Making,
  roster: Roster,
  [first, second, third]: readonly PatientWithCourse[],
  alsoPatientPersonId: string,
): PatientWithCourse[] {
  if (!first || !second || !third) throw new Error("Too few children.");
  const looks = addGuardian(making, roster, 65);
  addGuardianship(making, looks, first.id, { daysAgo: 60, rights: "view" });
  addGuardianship(making, looks, second.id, { daysAgo: 3, rights: "view", unconfirmed: true });
  const invited = addGuardian(making, roster, null);
  addGuardianship(making, invited, third.id, { daysAgo: 1, unconfirmed: true });
  const young = addPatient(making, {
    ...roster.someone(),
    dateOfBirth: making.today.subtract({ years: 16 }).add({ days: 12 }),
    orthodontist: roster.orthodontist(),
    point: "before_first",
    email: null,
    mobile: roster.numbers.mobile(),
  });
  addGuardianship(making, { personId: alsoPatientPersonId }, young.id, { daysAgo: 200 });
  return [young];
}
