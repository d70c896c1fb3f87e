import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  matchRecord,
  type RecordFacts,
  type RegistrationDetails,
} from "@/domain/registration/matching";
import { isSameName } from "@/domain/registration/names";

const ANNA: RegistrationDetails = {
  firstName: "Anna",
  lastName: "Svensson",
  dateOfBirth: Temporal.PlainDate.from("1990-03-07"),
  email: "anna@example.com",
  mobile: "+46701740605",
};
const RECORD: RecordFacts = {
  ...ANNA,
  id: "r1",
  alsoCalled: [],
  homePhone: null,
  workPhone: null,
  isArchived: false,
  isRegistered: false,
};
const BROTHER: RecordFacts = { ...RECORD, id: "r2", firstName: "Erik" };

describe("R5: names compare without accents, case, blanks, hyphens", () => {
  it.each([
    ["Anna", "ANNA"],
    ["José", "Jose"],
    ["Anna-Maria", "Anna Maria"],
    ["Annamaria", "Anna-Maria"],
    ["O'Brien", "OBrien"],
    ["O’Brien", "O'Brien"],
    [" Svensson ", "Svensson"],
    ["Groß", "Gross"],
    ["Åse", "Aase"],
    ["Åse", "Ase"],
    ["Sørensen", "Soerensen"],
    ["Sørensen", "Sorensen"],
    ["Sørensen", "Sörensen"],
    ["Jörg", "Joerg"],
    ["Jörg", "Jorg"],
    ["Jo\u0308rg", "Jörg"],
    ["Müller-Lüdenscheidt", "Muller Luedenscheidt"],
    ["Kjærgaard", "Kjaergaard"],
    ["Łukasz", "Lukasz"],
    ["Nuñez", "Nunez"],
    ["李", "李"],
  ])("%s is %s", (a, b) => {
    expect(isSameName(a, b)).toBe(true);
    expect(isSameName(b, a)).toBe(true);
  });

  it.each([
    ["Anna", "Hanna"],
    ["Anna", "Anne"],
    ["Michael", "Michal"],
    ["Joel", "Jol"],
    ["Aron", "Aaron"],
    ["", ""],
    ["-", " "],
    ["Müller", "Mueler"],
  ])("%s is not %s", (a, b) => {
    expect(isSameName(a, b)).toBe(false);
  });

  it("stays quick on a name of nothing but variants", () => {
    expect(isSameName("ö".repeat(200), "o".repeat(200))).toBe(true);
  });
});

describe("R5, R6: four details and the practice's list", () => {
  it("one record that agrees in all four", () => {
    expect(matchRecord(ANNA, [BROTHER, RECORD])).toEqual({ kind: "one", recordId: "r1" });
  });

  it.each([
    ["case and blanks in the e-mail", { email: " Anna@Example.COM " }],
    ["another spelling of the name", { firstName: "ANNA ", lastName: "Svénsson" }],
  ])("%s do not matter", (_, typed) => {
    expect(matchRecord({ ...ANNA, ...typed }, [RECORD])).toMatchObject({ kind: "one" });
  });

  it("a preferred name counts as a first name", () => {
    const record = { ...RECORD, firstName: "Johanna", alsoCalled: ["Anna"] };
    expect(matchRecord(ANNA, [record])).toMatchObject({ kind: "one" });
  });

  it("a family's shared e-mail and phone do not confuse it", () => {
    expect(matchRecord({ ...ANNA, firstName: "Erik" }, [RECORD, BROTHER])).toEqual({
      kind: "one",
      recordId: "r2",
    });
  });

  it.each([
    ["twice the same person", { ...RECORD, id: "r2" }],
    ["one of them registered", { ...RECORD, id: "r2", isRegistered: true }],
  ])("two records are never resolved by a guess: %s", (_, other) => {
    expect(matchRecord(ANNA, [RECORD, other])).toEqual({ kind: "two", recordIds: ["r1", "r2"] });
  });

  it("an archived twin does not stand in the way", () => {
    expect(matchRecord(ANNA, [{ ...RECORD, id: "r2", isArchived: true }, RECORD])).toEqual({
      kind: "one",
      recordId: "r1",
    });
  });

  it("R9: an archived record alone is archived", () => {
    expect(matchRecord(ANNA, [{ ...RECORD, isArchived: true }])).toEqual({
      kind: "archived",
      recordIds: ["r1"],
    });
  });

  it("somebody who is registered already is told apart", () => {
    expect(matchRecord(ANNA, [{ ...RECORD, isRegistered: true }])).toEqual({
      kind: "registered",
      recordId: "r1",
    });
  });

  it.each(["home", "work"] as const)("R6: the number only in the %s field", (field) => {
    const record = { ...RECORD, mobile: null, [`${field}Phone`]: ANNA.mobile };
    expect(matchRecord(ANNA, [record])).toEqual({
      kind: "number_in_other_field",
      recordIds: ["r1"],
      field,
    });
  });

  it("R6: in the mobile field and another is fine; in another field of an archived record is not", () => {
    expect(matchRecord(ANNA, [{ ...RECORD, workPhone: ANNA.mobile }])).toMatchObject({
      kind: "one",
    });
    const archived = { ...RECORD, mobile: null, workPhone: ANNA.mobile, isArchived: true };
    expect(matchRecord(ANNA, [archived])).toMatchObject({ kind: "none" });
  });

  it.each([
    ["name", { firstName: "Hanna" }],
    ["name", { lastName: "Svenson" }],
    ["name", { firstName: "Svenson", lastName: "Anna" }],
    ["namesSwapped", { firstName: "Svensson", lastName: "Anna" }],
    ["dateOfBirth", { dateOfBirth: Temporal.PlainDate.from("1990-03-08") }],
    ["dayMonthSwapped", { dateOfBirth: Temporal.PlainDate.from("1990-07-03") }],
    ["email", { email: "anna@example.org" }],
    ["mobile", { mobile: "+46701740606" }],
  ] as const)("no match when the %s differs, and staff see which", (differs, typed) => {
    expect(matchRecord({ ...ANNA, ...typed }, [RECORD])).toEqual({
      kind: "none",
      near: [{ recordId: "r1", differs }],
    });
  });

  it("a record without e-mail or mobile matches nobody", () => {
    expect(matchRecord(ANNA, [{ ...RECORD, email: null }])).toMatchObject({ kind: "none" });
    expect(matchRecord(ANNA, [{ ...RECORD, email: null, mobile: null }])).toEqual({
      kind: "none",
      near: [],
    });
    expect(matchRecord(ANNA, [])).toEqual({ kind: "none", near: [] });
  });

  it("a name of hundreds of spellings is not held against everybody born that day", () => {
    const records = Array.from({ length: 1000 }, (_, index) => ({
      ...RECORD,
      id: `r${index}`,
      lastName: "Müller-Österberg",
      email: `somebody${index}@example.com`,
      mobile: null,
    }));
    const hostile = { ...ANNA, firstName: "öü ".repeat(33), lastName: "ö".repeat(100) };
    expect(matchRecord(hostile, records)).toEqual({ kind: "none", near: [] });
  });
});
