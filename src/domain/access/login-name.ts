import { latinLetters } from "@/domain/access/latin-letters";
import { ok, type Result, refused } from "@/domain/result";

export const MIN_LOGIN_NAME_LENGTH = 4;
export const MAX_LOGIN_NAME_LENGTH = 32;

export type LoginNameRefusal =
  | "login_name_too_short"
  | "login_name_too_long"
  | "login_name_characters";

/** The form in which login names are stored and compared: trimmed, case-folded (R12). */
export function foldLoginName(typed: string): string {
  return typed.normalize("NFKC").trim().toLowerCase();
}

/** What was typed at login is an e-mail address rather than a login name (R12). */
export function isEmailTyped(typed: string): boolean {
  return typed.includes("@");
}

/** R12: 4 to 32 of a–z, 0–9, dot and hyphen. Answers the folded name. */
export function parseLoginName(typed: string): Result<string, LoginNameRefusal> {
  const name = foldLoginName(typed);
  if (name.length < MIN_LOGIN_NAME_LENGTH) {
    return refused("login_name_too_short", { minimum: MIN_LOGIN_NAME_LENGTH });
  }
  if (name.length > MAX_LOGIN_NAME_LENGTH) {
    return refused("login_name_too_long", { maximum: MAX_LOGIN_NAME_LENGTH });
  }
  return /^[a-z0-9.-]+$/.test(name) ? ok(name) : refused("login_name_characters");
}

/**
 * A free login name made from a person's names: `anna.svensson`, then `anna.svensson2` … (R12).
 * `isTaken` must also know the names of people who are gone: a name is never used again.
 */
export function generateLoginName(
  person: { readonly firstName: string; readonly lastName: string },
  isTaken: (loginName: string) => boolean,
): string {
  const parts = [person.firstName, person.lastName].map(asPart).filter((part) => part !== "");
  const joined = parts.length > 0 ? parts.join(".") : "person";
  // Too short for a name of its own: always numbered, from 01 on.
  const isShort = joined.length < MIN_LOGIN_NAME_LENGTH;
  for (let number = 1; ; number += 1) {
    const candidate = isShort
      ? `${joined}.${String(number).padStart(2, "0")}`.padEnd(MIN_LOGIN_NAME_LENGTH, "0")
      : shortened(joined, number === 1 ? "" : `${number}`);
    if (!isTaken(candidate)) return candidate;
  }
}

function asPart(name: string): string {
  return latinLetters(name)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
}

function shortened(name: string, suffix: string): string {
  const room = MAX_LOGIN_NAME_LENGTH - suffix.length;
  return name.slice(0, room).replace(/[.-]+$/, "") + suffix;
}
