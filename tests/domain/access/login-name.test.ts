import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  foldLoginName,
  generateLoginName,
  isEmailTyped,
  parseLoginName,
} from "@/domain/access/login-name";

describe("R12: login names", () => {
  it.each([
    ["  Anna.Svensson ", "anna.svensson"],
    ["ANNA", "anna"],
    ["ａｎｎａ", "anna"],
    ["a-b.c9", "a-b.c9"],
    ["anna.svensson-von.der-heide-3267", "anna.svensson-von.der-heide-3267"],
  ])("accepts %j", (typed, name) => {
    expect(parseLoginName(typed)).toEqual({ ok: true, value: name });
  });

  it.each([
    ["", "login_name_too_short"],
    ["abc", "login_name_too_short"],
    ["a".repeat(33), "login_name_too_long"],
    ["anna svensson", "login_name_characters"],
    ["åsa.berg", "login_name_characters"],
    ["anna_b", "login_name_characters"],
    ["anna@example.com", "login_name_characters"],
    ["anna\u0000b", "login_name_characters"],
  ])("refuses %j: %s", (typed, reason) => {
    expect(parseLoginName(typed)).toMatchObject({ ok: false, reason });
  });

  it("tells an e-mail address from a login name", () => {
    expect(isEmailTyped("anna@example.com")).toBe(true);
    expect(isEmailTyped("anna.svensson")).toBe(false);
    expect(foldLoginName(" Anna@Example.com ")).toBe("anna@example.com");
  });
});

describe("R12: a login name made from a person's names", () => {
  it.each([
    ["Anna", "Svensson", "anna.svensson"],
    ["Åse", "Sørensen", "ase.sorensen"],
    ["Jörg", "Groß", "jorg.gross"],
    ["Anna Maria", "von der Heide", "anna-maria.von-der-heide"],
    ["Seán", "O'Brien", "sean.obrien"],
    ["Łukasz", "Żak", "lukasz.zak"],
    ["Bo", "", "bo.01"],
    ["", "X", "x.01"],
    ["李", "王", "person"],
  ])("%s %s: %s", (firstName, lastName, expected) => {
    expect(generateLoginName({ firstName, lastName }, () => false)).toBe(expected);
  });

  it("numbers from 2 on when taken, within 32 characters", () => {
    const taken = new Set(["anna.svensson", "anna.svensson2", "bo.01"]);
    const make = (firstName: string, lastName: string) =>
      generateLoginName({ firstName, lastName }, (name) => taken.has(name));
    expect(make("Anna", "Svensson")).toBe("anna.svensson3");
    expect(make("Bo", "")).toBe("bo.02");
    const long = make("Maximiliana", "Featherstonehaugh-Cholmondeley");
    taken.add(long);
    expect(long).toHaveLength(32);
    expect(make("Maximiliana", "Featherstonehaugh-Cholmondeley")).toBe(`${long.slice(0, 31)}2`);
  });

  it("is always valid and free, whatever the names and whatever is taken", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme" }),
        fc.string({ unit: "grapheme" }),
        fc.integer({ min: 0, max: 120 }),
        (firstName, lastName, collisions) => {
          const tried = new Set<string>();
          const name = generateLoginName({ firstName, lastName }, (candidate) => {
            if (tried.size >= collisions) return false;
            tried.add(candidate);
            return true;
          });
          expect(parseLoginName(name)).toEqual({ ok: true, value: name });
          expect(tried.has(name)).toBe(false);
        },
      ),
      { numRuns: 60 },
    );
  });
});
