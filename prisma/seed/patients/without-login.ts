import { Temporal } from "temporal-polyfill";
import type { Making } from "../making";
import type { TreatmentPoint } from "../treatment/course";
import { addPatient, birthday, type PatientWish, type PatientWithCourse } from "./patient-rows";
import type { Roster } from "./roster";

const points: readonly TreatmentPoint[] = [
  "new",
  "before_first",
  "midway",
  "new",
  "retention",
  "uneven",
];

/**
 * People on the list who have not registered: some plain, and each case that registration must tell apart (R5, R6, R9).
 * `npm run demo:people` finds out from the rows themselves what is special about whom.
 */
export function addPeopleWithoutLogin(making: Making, roster: Roster): PatientWithCourse[] {
  const { words, chance } = making;
  const { numbers } = roster;
  const made: PatientWithCourse[] = [];
  const person = (): PatientWish => {
    const someone = roster.someone();
    return {
      ...someone,
      dateOfBirth: birthday(making, chance.between(18, 60)),
      orthodontist: roster.orthodontist(),
      point: points[made.length % points.length] ?? "new",
      email: roster.mailOf(someone),
      mobile: numbers.mobile(),
    };
  };
  const add = (wish: Partial<PatientWish> = {}) => {
    const patient = addPatient(making, { ...person(), ...wish });
    made.push(patient);
    return patient;
  };
  for (let i = 0; i < words.plain; i += 1) add();
  add({ mobile: numbers.landline() });
  const movable = numbers.mobile();
  add({ mobile: null, workPhone: movable });
  const parent = add();
  add({ lastName: parent.lastName, email: parent.email, dateOfBirth: birthday(making, 17) });
  const namesake = person();
  add(namesake);
  add({ ...namesake, postcode: "ZZ9 9ZZ" });
  add({ archivedReason: "Moved away" });
  add({ bookingRestricted: true });
  add({ ...child(making), email: null, mobile: null, lastName: parent.lastName });
  if (words.shortName === "northgate") {
    const atHome = numbers.mobile();
    add({ mobile: null, homePhone: atHome });
    const first = add();
    add({ mobile: first.mobile, lastName: first.lastName });
    const twin = { ...person(), postcode: "ZZ1 4AB" };
    add(twin);
    add(twin);
    add({ firstName: "Renée", lastName: "Güçlü-Sørensen", email: "renee.guclu@example.org" });
    add({ ...child(making), email: null, mobile: null, lastName: first.lastName });
  } else {
    // The American plan leaves open which numbers are mobile; here the last digit decides: 9 is a landline.
    add({ mobile: "+12125550131" });
    add({ mobile: "+12125550139" });
  }
  return made;
}

function child(making: Making): Pick<PatientWish, "dateOfBirth" | "point"> {
  const dateOfBirth = Temporal.PlainDate.from(birthday(making, making.chance.between(11, 14)));
  return { dateOfBirth, point: "before_first" };
}
