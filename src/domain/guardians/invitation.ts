import { Temporal } from "temporal-polyfill";
import { isSameName } from "@/domain/registration/names";
import { ok, type Result, refused } from "@/domain/result";
import { ownLoginOn } from "./own-login-age";
import { endsTooEarly, type Period } from "./period";

export interface GuardianDetails {
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: Temporal.PlainDate;
  readonly email: string;
  /** E.164. */
  readonly mobile: string;
}

/** Somebody the practice knows already: a guardian of another child, or a patient. */
export interface KnownPerson {
  readonly personId: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly alsoCalled: readonly string[];
  readonly dateOfBirth: Temporal.PlainDate | null;
  readonly emails: readonly string[];
  readonly mobiles: readonly string[];
}

/**
 * The one known person these details are: name, birth date, and the mobile or the address agree (R5's care: families
 * share numbers, so neither is enough alone). Null for nobody, and for two, who are never told apart by a guess.
 */
export function samePerson<Known extends KnownPerson>(
  details: GuardianDetails,
  known: readonly Known[],
): Known | null {
  const found = known.filter(
    (person) =>
      person.dateOfBirth?.equals(details.dateOfBirth) &&
      [person.firstName, ...person.alsoCalled].some((name) =>
        isSameName(name, details.firstName),
      ) &&
      isSameName(person.lastName, details.lastName) &&
      (person.mobiles.includes(details.mobile) ||
        person.emails.some((email) => email.toLowerCase() === details.email.toLowerCase())),
  );
  const [first, second] = found;
  return first && (second === undefined || second.personId === first.personId) ? first : null;
}

/** R10: a guardian is grown up, begins before it ends, and nobody acts for who has reached the practice's age. */
export function decideInvitation(
  guardianBorn: Temporal.PlainDate,
  patientBorn: Temporal.PlainDate,
  ageYears: number,
  period: Period,
  today: Temporal.PlainDate,
): Result<"invite", "patient_of_age" | "guardian_too_young" | "until_too_early"> {
  const ageOn = ownLoginOn(patientBorn, ageYears);
  if (
    Temporal.PlainDate.compare(ageOn, today) <= 0 ||
    Temporal.PlainDate.compare(ageOn, period.fromOn) <= 0
  )
    return refused("patient_of_age", { age: ageYears });
  if (Temporal.PlainDate.compare(ownLoginOn(guardianBorn, 18), today) > 0)
    return refused("guardian_too_young");
  if (endsTooEarly(period, today)) return refused("until_too_early");
  return ok("invite");
}
