import { expect, it } from "vitest";
import { type Candidate, decideAnswer, isSamePostcode } from "@/domain/registration/question";

const one: Candidate = { id: "r1", postcode: "SW1A 1AA", isRegistered: false };
const other: Candidate = { id: "r2", postcode: "ZZ1 4AB", isRegistered: false };

it.each([
  ["SW1A 1AA", "sw1a1aa"],
  ["114 55", "11455"],
  ["SE-114 55", "114 55"],
  ["D-80331", "80331"],
  ["12345-6789", "12345"],
  ["１２３４５", "12345"],
  ["1234 AB", "1234ab"],
  ["L1A 2B3", "l1a-2b3"],
])("R5: %s is %s", (a, b) => {
  expect(isSamePostcode(a, b)).toBe(true);
  expect(isSamePostcode(b, a)).toBe(true);
});

it.each([
  ["", ""],
  [" - ", ""],
  ["12345", null],
  ["12345", "12346"],
  ["1234AB", "1234"],
])("R5: %s is not %s", (a, b) => {
  expect(isSamePostcode(a, b)).toBe(false);
});

it("R5: the postcode of one record alone settles it", () => {
  expect(decideAnswer("zz14ab", [one, other], 1)).toEqual({ kind: "settled", recordId: "r2" });
});

it("R5: what does not settle it is answered alike, whatever the records have", () => {
  const third = { ...other, id: "r3" };
  const candidates = [one, other, third];
  for (const answer of ["ZZ1 4AB", "AB1 2CD"]) {
    expect(decideAnswer(answer, candidates, 1)).toEqual({ kind: "again", triesLeft: 2 });
    expect(decideAnswer(answer, candidates, 2)).toEqual({ kind: "again", triesLeft: 1 });
    expect(decideAnswer(answer, candidates, 3)).toEqual({ kind: "open" });
  }
});

it.each<[string, readonly Candidate[]]>([
  ["one postcode for both", [one, { ...other, postcode: "SW1A 1AA" }]],
  [
    "no postcode at all",
    [
      { ...one, postcode: null },
      { ...other, postcode: "-" },
    ],
  ],
  ["nobody left", []],
  [
    "only somebody registered has another",
    [one, { ...one, id: "r3" }, { ...other, isRegistered: true }],
  ],
])("R5: staff decide at once where no postcode could settle it: %s", (_, candidates) => {
  for (const answer of ["SW1A 1AA", "ZZ1 4AB", "nothing"]) {
    expect(decideAnswer(answer, candidates, 1)).toEqual({ kind: "open" });
  }
});

it("R5: whoever cannot say leaves it to staff at the first try", () => {
  expect(decideAnswer("", [one, other], 1)).toEqual({ kind: "open" });
  expect(decideAnswer(" – ", [one, other], 1)).toEqual({ kind: "open" });
});

it("R5: the postcode of a registered record does not let anybody in", () => {
  const registered = { ...other, isRegistered: true };
  expect(decideAnswer("ZZ1 4AB", [one, registered], 1)).toEqual({ kind: "again", triesLeft: 2 });
});
