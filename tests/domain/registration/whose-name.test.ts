import { expect, it } from "vitest";
import { isSameFirstName, isSameLastName } from "@/domain/registration/whose-name";

it.each([
  ["Bill", "William"],
  ["Liz", "Elisabeth"],
  ["Pepe", "José"],
  ["Alex", "Alexandra"],
  ["Fritz", "Friedrich"],
  ["Anna", "Anna Maria"],
  ["Anna-Maria", "Anna"],
  ["Maria", "Anna Maria"],
  ["Anna M.", "Anna"],
  ["Bill", "William Henry"],
  ["Jean-Luc", "Jean Luc"],
])("R5: %s may be %s", (a, b) => {
  expect(isSameFirstName(a, b)).toBe(true);
  expect(isSameFirstName(b, a)).toBe(true);
});

it.each([
  ["Alexander", "Alexandra"],
  ["Anna Maria", "Anna Sofia"],
  ["Bill", "Bob"],
  ["M.", "Maria"],
  ["", ""],
  ["Erik", "Anna Erika"],
])("R5: %s is never %s", (a, b) => {
  expect(isSameFirstName(a, b)).toBe(false);
  expect(isSameFirstName(b, a)).toBe(false);
});

it.each([
  ["García", "García López"],
  ["Müller", "Meyer-Mueller"],
  ["von Berg", "Berg"],
  ["van der Vries", "Vries"],
  ["O’Brien", "OBrien"],
  ["Güçlü-Sørensen", "Guclu Soerensen"],
  ["李", "李"],
])("R5: the family name %s may be %s", (a, b) => {
  expect(isSameLastName(a, b)).toBe(true);
  expect(isSameLastName(b, a)).toBe(true);
});

it.each([
  ["de la", "de los"],
  ["García López", "García Ruiz"],
  ["Berg", "Bergman"],
  ["von", "von Berg"],
  ["Will", "William"],
])("R5: the family name %s is never %s", (a, b) => {
  expect(isSameLastName(a, b)).toBe(false);
  expect(isSameLastName(b, a)).toBe(false);
});

it("R5: nicknames are of first names alone", () => {
  expect(isSameLastName("Bill", "William")).toBe(false);
});
