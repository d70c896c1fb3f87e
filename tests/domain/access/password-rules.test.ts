import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { decidePassword, type PasswordOwner } from "@/domain/access/password-rules";

const ANNA: PasswordOwner = {
  loginName: "anna.svensson",
  names: ["Anna Maria", "Svensson", "Åse"],
  email: "a.svensson90@example.com",
  dateOfBirth: Temporal.PlainDate.from("1990-03-07"),
  practiceNames: ["Harbour Smile Clinic", "harbour"],
};
const NOBODY: PasswordOwner = { names: [], practiceNames: [] };

function verdict(password: string, owner: PasswordOwner = ANNA): string {
  const decided = decidePassword(password, owner);
  if (decided.ok) return "ok";
  return decided.reason === "password_personal"
    ? `personal: ${String(decided.detail?.found)}`
    : decided.reason;
}

describe("S1: 12 to 128 code points", () => {
  it.each([
    ["nothing", "", "password_too_short"],
    ["11 letters", "k".repeat(11), "password_too_short"],
    ["12 letters", "k".repeat(12), "ok"],
    ["128 letters", "k".repeat(128), "ok"],
    ["129 letters", "k".repeat(129), "password_too_long"],
    ["10,000 letters", "k".repeat(10_000), "password_too_long"],
    ["11 signs outside the basic plane", "🦷".repeat(11), "password_too_short"],
    ["12 signs outside the basic plane", "🦷".repeat(12), "ok"],
    ["128 signs outside the basic plane", "🦷".repeat(128), "ok"],
    ["11 letters with combining accents", "e\u0301".repeat(11), "password_too_short"],
    ["128 letters with combining accents", "e\u0301".repeat(128), "ok"],
    ["12 blanks", " ".repeat(12), "ok"],
  ])("%s", (_, password, expected) => {
    expect(verdict(password, NOBODY)).toBe(expected);
  });

  it("answers the NFC form, the one that is hashed", () => {
    const composed = decidePassword("cafe\u0301 au lait", NOBODY);
    expect(composed).toEqual({ ok: true, value: "café au lait" });
  });
});

describe("S1: fewer than six letters beside a personal word", () => {
  it.each([
    ["anna.svensson", "personal: loginName"],
    ["ANNA.SVENSSON1", "personal: loginName"],
    ["annasvensson1", "personal: loginName"],
    ["Svensson-2026!", "personal: name"],
    ["Maria12345678", "personal: name"],
    ["maria+abcde+99", "personal: name"],
    ["maria+abcdef+9", "ok"],
    ["åse-åse-åse-1234", "personal: name"],
    ["ase.ase.ase.1234", "personal: name"],
    ["svensson90svensson90", "personal: email"],
    ["a.svensson90!!", "personal: email"],
    ["Harbour12345!", "personal: practice"],
    ["smile&clinic!", "personal: practice"],
    ["harbour smile abcde", "personal: practice"],
    ["Archway123456", "personal: product"],
    ["archway portal", "ok"],
    ["19900307!!!!", "personal: birthDate"],
    ["1990-03-07-ab", "personal: birthDate"],
    ["07/03/1990abcde", "personal: birthDate"],
    ["7.3.90 7.3.90 x", "personal: birthDate"],
    ["03071990xxxxx", "personal: birthDate"],
    ["900307-900307", "personal: birthDate"],
    ["7 March 1990 abc", "personal: birthDate"],
    ["7mars1990!!!!", "personal: birthDate"],
    ["born in 1990!", "ok"],
    ["tiger1990!!!!", "personal: birthDate"],
    ["violets1990!!", "ok"],
    ["anna likes green umbrellas", "ok"],
    ["123456789012345", "ok"],
    ["xK9#mQ2$vL7p", "ok"],
    ["correct horse battery staple", "ok"],
  ])("%s: %s", (password, expected) => {
    expect(verdict(password)).toBe(expected);
  });

  it("the same password is fine for somebody else", () => {
    expect(verdict("Svensson-2026!", NOBODY)).toBe("ok");
  });

  it("takes away whole words only where they stand, and joins nothing anew", () => {
    // Without "anna" the rest is "sv", "ensson", eight letters, not the last name.
    expect(verdict("svannaensson42", { names: ["Anna", "Svensson"], practiceNames: [] })).toBe(
      "ok",
    );
  });

  it("an initial is no word; a name of two letters or another script is", () => {
    const owner = { names: ["J", "Bo", "李"], practiceNames: [] };
    expect(verdict("jjjjj1234567", owner)).toBe("ok");
    expect(verdict("bobobo-123456", owner)).toBe("personal: name");
    expect(verdict("李李李1234567890", owner)).toBe("personal: name");
  });
});
