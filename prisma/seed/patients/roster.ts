import type { ClinicMade } from "../clinic/clinic-people";
import type { Making } from "../making";
import { mailAddress, type Someone } from "../people";
import { type PhoneNumbers, phoneNumbers } from "../phone-numbers";
import type { TreatmentPoint } from "../treatment/course";
import { firstNames, lastNames, shortNames, unusualNames } from "../words/names";
import { addPatient, birthday, type PatientWithCourse } from "./patient-rows";
import { addPeopleWithoutLogin } from "./without-login";

/** Gives out names, numbers and orthodontists, each name and number once. */
export interface Roster {
  readonly numbers: PhoneNumbers;
  someone(): Someone;
  mailOf(someone: Someone): string;
  orthodontist(): ClinicMade["orthodontists"][number];
}

/** The points in treatment, in the order in which patients get them: the first ones show most. */
const points: readonly TreatmentPoint[] = [
  "due_today",
  "midway",
  "uneven",
  "refinement",
  "stop_visit",
  "before_first",
  "retention",
  "overdue",
  "midway",
  "paused",
  "stop_photo",
  "due_today",
  "extended",
  "midway",
  "new",
  "refinement",
  "backtracked",
  "uneven",
  "midway",
  "retention",
  "finished",
  "due_today",
];

export function openRoster(making: Making, clinic: ClinicMade): Roster {
  const { words } = making;
  // A sequence of its own: the demo's people keep their names when anything else is added.
  const chance = making.chance.fork("names");
  const numbers = phoneNumbers(words.shortName);
  const shuffledFirst = chance.shuffled(firstNames);
  const shuffledLast = chance.shuffled(lastNames);
  const taken = new Set<string>();
  let given = 0;
  let turn = 0;
  return {
    numbers,
    someone() {
      for (;;) {
        const firstName = shuffledFirst[given % shuffledFirst.length] ?? "";
        const lastName = shuffledLast[(given * 7) % shuffledLast.length] ?? "";
        given += 1;
        const name = `${firstName} ${lastName}`;
        if (taken.has(name)) continue;
        taken.add(name);
        return { firstName, lastName };
      }
    },
    mailOf(someone) {
      const domain = turn % 3 === 0 ? "example.com" : "example.org";
      let number = 1;
      while (making.shared.emails.has(mailAddress(someone, domain, number))) number += 1;
      const address = mailAddress(someone, domain, number);
      making.shared.emails.add(address);
      return address;
    },
    orthodontist() {
      const next = clinic.orthodontists[turn % clinic.orthodontists.length];
      turn += 1;
      if (next === undefined) throw new Error("A practice needs an orthodontist.");
      return next;
    },
  };
}

/** Everybody on the practice's list, the registered patients first. */
export function addPatients(making: Making, roster: Roster): PatientWithCourse[] {
  const { words, chance } = making;
  const registered = Array.from({ length: words.registered }, (_, i) => {
    // Unusual names stand further down: the first patients are the ones a visitor meets.
    const unusual = unusualNames[i - 12];
    const someone = unusual ? { firstName: unusual[0], lastName: unusual[1] } : roster.someone();
    const age = chance.happens(0.3) ? chance.between(16, 19) : chance.between(20, 61);
    const isFirst = i === 0;
    const shortName = shortNames[someone.firstName];
    return addPatient(making, {
      ...someone,
      ...(shortName !== undefined && i === 3 ? { preferredName: shortName } : {}),
      dateOfBirth: birthday(making, isFirst ? 29 : age),
      orthodontist: roster.orthodontist(),
      point: points[i % points.length] ?? "midway",
      email: roster.mailOf(someone),
      mobile: roster.numbers.mobile(),
      ...(chance.happens(0.3) ? { homePhone: roster.numbers.landline() } : {}),
      ...(chance.happens(0.4) ? { emergencyContact: roster.someone() } : {}),
      registered: true,
      // The last one: a portal without booking (R9).
      bookingRestricted: i === words.registered - 1,
    });
  });
  return [...registered, ...addPeopleWithoutLogin(making, roster)];
}
