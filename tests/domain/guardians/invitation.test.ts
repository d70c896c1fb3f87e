import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { decideInvitation, type KnownPerson, samePerson } from "@/domain/guardians/invitation";

const day = (text: string) => Temporal.PlainDate.from(text);
const wanted = {
  firstName: "Jörg",
  lastName: "Müller",
  dateOfBirth: day("1984-03-27"),
  email: "joerg@mail.example.com",
  mobile: "+4917640690001",
};
const known: KnownPerson = {
  personId: "one",
  firstName: "Joerg",
  lastName: "Mueller",
  alsoCalled: [],
  dateOfBirth: day("1984-03-27"),
  emails: ["JOERG@mail.example.com"],
  mobiles: [],
};

describe("R10: who an invited guardian is", () => {
  it.each<[string, KnownPerson[], string | null]>([
    ["the same by address", [known], "one"],
    ["the same by number", [{ ...known, emails: [], mobiles: [wanted.mobile] }], "one"],
    [
      "the same by a preferred name",
      [{ ...known, firstName: "Georg", alsoCalled: ["Jorg"] }],
      "one",
    ],
    ["nobody with another address and number", [{ ...known, emails: ["x@example.com"] }], null],
    ["nobody with another birth date", [{ ...known, dateOfBirth: day("1984-03-28") }], null],
    ["nobody with a birth date unknown", [{ ...known, dateOfBirth: null }], null],
    ["nobody with another name", [{ ...known, lastName: "Maier" }], null],
    ["two are never told apart by a guess", [known, { ...known, personId: "two" }], null],
    ["one person known in two ways", [known, { ...known, emails: [wanted.email] }], "one"],
  ])("%s", (_name, people, expected) => {
    expect(samePerson(wanted, people)?.personId ?? null).toBe(expected);
  });
});

describe("R10: whether an invitation can be", () => {
  const today = day("2026-11-22");
  const period = (fromOn: string, untilOn: string | null) => ({
    fromOn: day(fromOn),
    untilOn: untilOn === null ? null : day(untilOn),
  });
  it.each([
    ["an ordinary one", "1984-03-27", "2014-05-01", period("2026-11-22", null), "invite"],
    ["until tomorrow", "1984-03-27", "2014-05-01", period("2026-11-22", "2026-11-23"), "invite"],
    [
      "a young person of age",
      "1984-03-27",
      "2010-11-22",
      period("2026-11-22", null),
      "patient_of_age",
    ],
    ["the day before the age", "1984-03-27", "2010-11-23", period("2026-11-22", null), "invite"],
    [
      "of age when it would begin",
      "1984-03-27",
      "2010-12-01",
      period("2026-12-01", null),
      "patient_of_age",
    ],
    [
      "a guardian of 17",
      "2008-11-23",
      "2014-05-01",
      period("2026-11-22", null),
      "guardian_too_young",
    ],
    ["a guardian of 18 today", "2008-11-22", "2014-05-01", period("2026-11-22", null), "invite"],
    [
      "over before it begins",
      "1984-03-27",
      "2014-05-01",
      period("2026-12-22", "2026-12-22"),
      "until_too_early",
    ],
    [
      "over today",
      "1984-03-27",
      "2014-05-01",
      period("2026-01-01", "2026-11-22"),
      "until_too_early",
    ],
  ])("%s", (_name, guardianBorn, patientBorn, when, expected) => {
    const decided = decideInvitation(day(guardianBorn), day(patientBorn), 16, when, today);
    expect(decided.ok ? decided.value : decided.reason).toBe(expected);
  });
});
