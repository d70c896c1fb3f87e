import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import {
  matchRecord,
  type RecordFacts,
  type RegistrationDetails,
} from "@/domain/registration/matching";
import { isSameFirstName, isSameLastName } from "@/domain/registration/whose-name";

const letters = "abcdefghijklmnopqrstuvwxyzåäöüøæßéñçł";
const word = fc.string({ unit: fc.constantFrom(...letters), minLength: 2, maxLength: 9 });
const name = fc.array(word, { minLength: 1, maxLength: 3 }).map((words) => words.join(" "));
const day = fc
  .record({
    year: fc.integer({ min: 1930, max: 2015 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 28 }),
  })
  .map((given) => Temporal.PlainDate.from(given));
const mobile = fc
  .integer({ min: 0, max: 94 })
  .map((n) => `+467017406${String(n + 5).padStart(2, "0")}`);

const person = fc.record({
  firstName: name,
  lastName: name,
  dateOfBirth: day,
  email: fc.constantFrom("one@example.com", "family@example.com"),
  mobile,
});

const recordOf = (details: RegistrationDetails, id = "r1"): RecordFacts => ({
  ...details,
  id,
  alsoCalled: [],
  homePhone: null,
  workPhone: null,
  isArchived: false,
  isRegistered: false,
});

/** A practice's list of few names, phones and mails, so that records come close to one another. */
const list = fc.array(
  fc.record({ details: person, isArchived: fc.boolean(), isRegistered: fc.boolean() }),
  { maxLength: 6 },
);

it("R5: a record matches the details it was made of, however they are written", () => {
  fc.assert(
    fc.property(person, (details) => {
      const typed = {
        ...details,
        firstName: ` ${details.firstName.toUpperCase().replaceAll(" ", "-")}`,
        lastName: details.lastName.normalize("NFD"),
        email: ` ${details.email.toUpperCase()}`,
      };
      expect(matchRecord(typed, [recordOf(details)])).toEqual({ kind: "one", recordId: "r1" });
    }),
  );
});

it("R5: whatever else is on the list, two fitting records are never one", () => {
  fc.assert(
    fc.property(person, list, fc.boolean(), (details, others, isRegistered) => {
      const records = [
        recordOf(details, "a"),
        ...others.map(({ details: other, ...rest }, index) => ({
          ...recordOf(other, `o${index}`),
          ...rest,
        })),
        { ...recordOf(details, "b"), isRegistered },
      ];
      const match = matchRecord(details, records);
      expect(match.kind).toBe("two");
      expect(match).toMatchObject({ recordIds: expect.arrayContaining(["a", "b"]) });
    }),
  );
});

it("R5: the order of the list decides nothing", () => {
  fc.assert(
    fc.property(person, list, (details, others) => {
      const records = others.map(({ details: other, ...rest }, index) => ({
        ...recordOf(index % 2 === 0 ? other : details, `o${index}`),
        ...rest,
      }));
      const [there, back] = [records, records.toReversed()].map((all) => matchRecord(details, all));
      expect(back?.kind).toBe(there?.kind);
      if (there && "recordId" in there) expect(back).toEqual(there);
    }),
  );
});

it("R5: with one detail wrong nobody is matched, and a swapped birth date is told apart for staff", () => {
  fc.assert(
    fc.property(person, day, (details, other) => {
      fc.pre(!other.equals(details.dateOfBirth));
      const match = matchRecord({ ...details, dateOfBirth: other }, [recordOf(details)]);
      const { year, month, day: date } = details.dateOfBirth;
      const isSwapped = other.year === year && other.month === date && other.day === month;
      expect(match).toEqual({
        kind: "none",
        near: [{ recordId: "r1", differs: isSwapped ? "dayMonthSwapped" : "dateOfBirth" }],
      });
    }),
  );
});

it("R5: day and month the other way round never match", () => {
  fc.assert(
    fc.property(
      person,
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 12 }),
      (details, a, b) => {
        fc.pre(a !== b);
        const { year } = details.dateOfBirth;
        const known = Temporal.PlainDate.from({ year, month: a, day: b });
        const typed = Temporal.PlainDate.from({ year, month: b, day: a });
        const match = matchRecord({ ...details, dateOfBirth: typed }, [
          recordOf({ ...details, dateOfBirth: known }),
        ]);
        expect(match).toEqual({
          kind: "none",
          near: [{ recordId: "r1", differs: "dayMonthSwapped" }],
        });
      },
    ),
  );
});

it("R5: names are the same both ways round, and each is its own", () => {
  fc.assert(
    fc.property(name, name, (a, b) => {
      for (const isSame of [isSameFirstName, isSameLastName]) {
        expect(isSame(a, b)).toBe(isSame(b, a));
        expect(isSame(a, a)).toBe(true);
      }
    }),
  );
});
