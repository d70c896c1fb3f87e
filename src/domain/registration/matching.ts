import type { Temporal } from "temporal-polyfill";
import { isSameFirstName, isSameLastName } from "@/domain/registration/whose-name";

/** What a person gives to register (R1). */
export interface RegistrationDetails {
  readonly firstName: string;
  readonly lastName: string;
  readonly dateOfBirth: Temporal.PlainDate;
  readonly email: string;
  /** E.164, as are the phone numbers of records. */
  readonly mobile: string;
}

/** One record of the practice's list. */
export interface RecordFacts {
  readonly id: string;
  readonly firstName: string;
  readonly lastName: string;
  /** Other first names that count: the preferred name. */
  readonly alsoCalled: readonly string[];
  readonly dateOfBirth: Temporal.PlainDate;
  readonly email: string | null;
  readonly mobile: string | null;
  readonly homePhone: string | null;
  readonly workPhone: string | null;
  readonly isArchived: boolean;
  readonly isRegistered: boolean;
}

export type Detail = "name" | "dateOfBirth" | "email" | "mobile";
/** How a record differs. Day and month, or the names, the other way round are a slip, and still no match. */
export type Difference = Detail | "dayMonthSwapped" | "namesSwapped";
export type OtherField = "home" | "work";

/**
 * R5, R6, R8. Only `one` sends a code to a record's owner alone; `two` asks a question after the
 * code. All others look alike from outside and are told apart for staff.
 */
export type MatchOutcome =
  | { readonly kind: "one"; readonly recordId: string }
  | { readonly kind: "two"; readonly recordIds: readonly string[] }
  | { readonly kind: "registered"; readonly recordId: string }
  | {
      readonly kind: "number_in_other_field";
      readonly recordIds: readonly string[];
      readonly field: OtherField;
    }
  | { readonly kind: "archived"; readonly recordIds: readonly string[] }
  | { readonly kind: "none"; readonly near: readonly NearMiss[] };

/** A record in which exactly one of the four details differs; for staff's eyes only. */
export interface NearMiss {
  readonly recordId: string;
  readonly differs: Difference;
}

/** Compares the four details with every candidate; never picks one of several (R5). */
export function matchRecord(
  details: RegistrationDetails,
  records: readonly RecordFacts[],
): MatchOutcome {
  const compared = records.map((record) => ({ record, differs: differences(details, record) }));
  const equal = compared.filter(({ differs }) => differs.length === 0).map(({ record }) => record);
  const active = equal.filter((record) => !record.isArchived);
  const [first, second] = active;
  if (first && second) return { kind: "two", recordIds: active.map((record) => record.id) };
  if (first) return { kind: first.isRegistered ? "registered" : "one", recordId: first.id };

  const onlyNumber = compared
    .filter(({ record, differs }) => !record.isArchived && isOnly(differs, "mobile"))
    .map(({ record }) => record);
  for (const field of ["home", "work"] as const) {
    const holding = onlyNumber.filter((record) => numberIn(record, field) === details.mobile);
    if (holding.length > 0) {
      return {
        kind: "number_in_other_field",
        recordIds: holding.map((record) => record.id),
        field,
      };
    }
  }
  if (equal.length > 0) return { kind: "archived", recordIds: equal.map((record) => record.id) };
  return {
    kind: "none",
    near: compared.flatMap(({ record, differs }) => {
      const [only, another] = differs;
      return only && !another ? [{ recordId: record.id, differs: only }] : [];
    }),
  };
}

/** What differs; names are compared last, and not where two other details differ already: that is no match, nor near one. */
function differences(details: RegistrationDetails, record: RecordFacts): Difference[] {
  const differs: Difference[] = [];
  if (!details.dateOfBirth.equals(record.dateOfBirth)) {
    const isSwapped = isDayMonthSwapped(details.dateOfBirth, record.dateOfBirth);
    differs.push(isSwapped ? "dayMonthSwapped" : "dateOfBirth");
  }
  if (record.email === null || foldEmail(details.email) !== foldEmail(record.email)) {
    differs.push("email");
  }
  if (details.mobile !== record.mobile) differs.push("mobile");
  // A made-up name of hundreds of spellings must not be held against a whole birth date's records.
  if (differs.length < 2 && !isNameOf(details, record)) {
    const { firstName: lastName, lastName: firstName } = details;
    const isSwapped = isNameOf({ ...details, firstName, lastName }, record);
    differs.push(isSwapped ? "namesSwapped" : "name");
  }
  return differs;
}

/** True for 3 July and 7 March of one year. */
function isDayMonthSwapped(a: Temporal.PlainDate, b: Temporal.PlainDate): boolean {
  return a.year === b.year && a.day === b.month && a.month === b.day;
}

function isNameOf(details: RegistrationDetails, record: RecordFacts): boolean {
  if (!isSameLastName(details.lastName, record.lastName)) return false;
  return [record.firstName, ...record.alsoCalled].some((name) =>
    isSameFirstName(details.firstName, name),
  );
}

function isOnly(differs: readonly Difference[], detail: Detail): boolean {
  return differs.length === 1 && differs[0] === detail;
}

function numberIn(record: RecordFacts, field: OtherField): string | null {
  return field === "home" ? record.homePhone : record.workPhone;
}

/** The form in which e-mail addresses are stored for comparison: trimmed, lower case. */
export function foldEmail(email: string): string {
  return email.normalize("NFKC").trim().toLowerCase();
}
