import { describe, expect, it } from "vitest";
import {
  formatPhone,
  isPhoneCountry,
  maskPhone,
  mobileVerdict,
  parseMobile,
  parsePhone,
} from "@/lib/phone";

const countries = ["SE", "GB", "DE", "US"];

describe("S4: numbers as people write them", () => {
  it.each([
    ["070-174 06 05", "SE", "+46701740605", "SE", "mobile"],
    ["+46 (0)70 174 06 05", "GB", "+46701740605", "SE", "mobile"],
    ["0046701740605", "SE", "+46701740605", "SE", "mobile"],
    ["  0176 4069 0012 ", "DE", "+4917640690012", "DE", "mobile"],
    ["020 7946 0123", "GB", "+442079460123", "GB", "landline"],
    ["(212) 555-0123", "US", "+12125550123", "US", "fixed-line-or-mobile"],
    ["0800 123 4567", "GB", "+448001234567", "GB", "toll-free"],
  ])("%s in %s is %s", (input, home, e164, country, type) => {
    expect(parsePhone(input, home, countries)).toEqual({
      ok: true,
      value: { e164, country, type },
    });
  });

  it.each([
    ["", "not-a-number"],
    ["call me", "not-a-number"],
    ["my number is 0701740605", "not-a-number"],
    ["0701740605\0", "not-a-number"],
    ["07017406050000000000", "not-a-number"],
    ["9".repeat(10_000), "not-a-number"],
    ["+46701740605 ext. 12", "extension"],
    ["+33612345678", "country-not-allowed"],
    ["+870773111632", "country-not-allowed"],
  ])("%s is refused: %s", (input, reason) => {
    expect(parsePhone(input, "SE", countries)).toEqual({ ok: false, reason });
  });

  it("takes every country when the practice names none, and no unknown home country", () => {
    expect(parsePhone("+33612345678", "SE", [])).toMatchObject({ ok: true });
    expect(parsePhone("0701740605", "XX", [])).toEqual({ ok: false, reason: "not-a-number" });
    expect(isPhoneCountry("SE")).toBe(true);
    expect(isPhoneCountry("XX")).toBe(false);
  });

  it.each([
    ["0701740605", "SE", { ok: true }],
    ["(212) 555-0123", "US", { ok: true, value: { type: "fixed-line-or-mobile" } }],
    ["020 7946 0123", "GB", { ok: false, reason: "not-mobile" }],
    ["0800 123 4567", "GB", { ok: false, reason: "not-mobile" }],
    ["0701740605;ext=5", "SE", { ok: false, reason: "extension" }],
  ])("as a mobile, %s in %s gives %o", (input, home, answer) => {
    expect(parseMobile(input, home, countries)).toMatchObject(answer);
  });

  it.each([
    ["mobile", "accepted"],
    ["fixed-line-or-mobile", "needs-proof"],
    ["landline", "refused"],
    ["voip", "refused"],
    ["unknown", "refused"],
  ] as const)("a %s number is %s", (type, verdict) => {
    expect(mobileVerdict(type)).toBe(verdict);
  });

  it("shows and hides numbers", () => {
    expect(formatPhone("+46701740605")).toBe("+46 70 174 06 05");
    expect(formatPhone("odd")).toBe("odd");
    expect(maskPhone("+46701740605")).toBe("•• 05");
  });
});
