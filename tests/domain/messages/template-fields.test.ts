import { describe, expect, it } from "vitest";
import {
  fieldToken,
  filledIn,
  openFields,
  TEMPLATE_FIELDS,
  type TemplateField,
  unknownFields,
} from "@/domain/messages/template-fields";

const known = {
  patient: "Robin",
  orthodontist: "Dr Lind",
  me: "Maren",
  practice: "Northgate",
  phone: "020 7946 0000",
  visit: null,
};

describe("R40: fields of a template", () => {
  it("are filled with what is known; the others stay as they stand", () => {
    const text = "Hello {patient's first name}, we see you on {next visit}. {My Name}, {practice}";
    const filled = filledIn(text, known);
    expect(filled).toBe("Hello Robin, we see you on {next visit}. Maren, Northgate");
    expect(openFields(filled)).toEqual(["{next visit}"]);
  });

  it.each(Object.keys(TEMPLATE_FIELDS) as TemplateField[])("%s is known by its token", (field) => {
    expect(openFields(`a ${fieldToken(field)} b`)).toEqual([fieldToken(field)]);
    expect(unknownFields(fieldToken(field))).toEqual([]);
  });

  it("a typographer's apostrophe and spaces mean the same", () => {
    expect(filledIn("{ Patient’s  first name }", known)).toBe("Robin");
  });

  it("names that mean nothing are told, each once, and are never filled", () => {
    const text = "{doctor} and {doctor} and {patient’s first name}, {}";
    expect(unknownFields(text)).toEqual(["{doctor}"]);
    expect(filledIn("{doctor}", known)).toBe("{doctor}");
  });

  it("what is filled in is not read again", () => {
    const sly = { ...known, patient: "{practice}", practice: "N" };
    expect(filledIn("{patient's first name}", sly)).toBe("{practice}");
  });
});
