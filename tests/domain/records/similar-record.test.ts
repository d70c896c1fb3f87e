import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { isSimilarRecord } from "@/domain/records/similar-record";

const day = (text: string) => Temporal.PlainDate.from(text);
const anna = {
  firstName: "Anna",
  lastName: "Lindqvist",
  dateOfBirth: day("1990-04-02"),
  mobile: "+4917640690001",
};

it.each([
  ["the same again", {}, true],
  ["a twin", { firstName: "Berta" }, true],
  ["married, the birth date the same", { lastName: "Okafor", mobile: null }, true],
  ["another spelling", { firstName: "ÁNNA ", lastName: "Lindqvíst" }, true],
  ["another birth date, the same telephone", { dateOfBirth: day("1991-04-02") }, true],
  [
    "a mother with the family's telephone",
    { firstName: "Eva", dateOfBirth: day("1960-01-01") },
    false,
  ],
  ["a namesake", { dateOfBirth: day("1991-04-02"), mobile: null }, false],
  ["born the same day", { firstName: "Eva", lastName: "Okafor", mobile: null }, false],
])("%s", (_, other, alike) => {
  expect(isSimilarRecord(anna, { ...anna, ...other })).toBe(alike);
  expect(isSimilarRecord({ ...anna, ...other }, anna)).toBe(alike);
});
