import { describe, expect, it } from "vitest";
import { slipIn } from "@/app/(visitor)/register/_components/check-details";

const today = "2026-11-22";

describe("R1: each answer is checked at its own question", () => {
  it.each([
    ["1990-03-09", null],
    ["2024-02-29", null],
    [today, null],
    ["1906-11-22", null],
    ["", "fillDate"],
    ["1990-03-", "fillDate"],
    ["-03-09", "fillDate"],
    ["75-3-9", "fillYear"],
    ["190-3-9", "fillYear"],
    ["1990-02-30", "noSuchDate"],
    ["2023-02-29", "noSuchDate"],
    ["1990-13-01", "noSuchDate"],
    ["1990-Mrz-9", "noSuchDate"],
    ["2026-11-23", "unlikelyDate"],
    ["2075-03-09", "unlikelyDate"],
    ["1906-11-21", "unlikelyDate"],
  ])("born %s: %s", (typed, slip) => {
    expect(slipIn("dateOfBirth", typed, today)).toBe(slip);
  });

  it.each([
    ["anna@example.com", null],
    [" anna.lindqvist+1@mail.example.co.uk ", null],
    ["", "fill"],
    ["x@example", "checkEmail"],
    ["anna", "checkEmail"],
    ["anna@@example.com", "checkEmail"],
    ["anna @example.com", "checkEmail"],
    ["anna@example..com", "checkEmail"],
  ])("e-mail %s: %s", (typed, slip) => {
    expect(slipIn("email", typed, today)).toBe(slip);
  });

  it("a name and a number must be there; what they say is the server's to judge", () => {
    expect(slipIn("firstName", "  ", today)).toBe("fill");
    expect(slipIn("mobile", "070-174 06 79", today)).toBeNull();
  });
});
