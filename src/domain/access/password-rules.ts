import type { Temporal } from "temporal-polyfill";
import { birthDatePatterns } from "@/domain/access/birth-date-forms";
import { ok, type Result, refused } from "@/domain/result";

export const MIN_PASSWORD_CODE_POINTS = 12;
export const MAX_PASSWORD_CODE_POINTS = 128;
/** S1: with a personal word in it, this many other letters must remain. */
export const MIN_OWN_LETTERS = 6;
const PRODUCT_WORDS = ["archway"];

export type PasswordRefusal = "password_too_short" | "password_too_long" | "password_personal";

/** What the refused password contained; shown to the person (S1). */
export type PersonalWord = "loginName" | "name" | "email" | "birthDate" | "practice" | "product";

export interface PasswordOwner {
  readonly loginName?: string;
  /** Every name the person has: first, last, preferred. */
  readonly names: readonly string[];
  readonly email?: string;
  readonly dateOfBirth?: Temporal.PlainDate;
  /** The practice's name and short name. */
  readonly practiceNames: readonly string[];
}

/** The form in which passwords are counted, hashed and compared (S1, SP 800-63B-4). */
export function normalizePassword(password: string): string {
  return password.normalize("NFC");
}

/**
 * R16, S1: 12 to 128 code points after NFC, and not made of the person's own words. Answers the
 * normalised password. `password_personal` carries `found`. Commonness is judged elsewhere.
 */
export function decidePassword(
  password: string,
  owner: PasswordOwner,
): Result<string, PasswordRefusal> {
  const normalized = normalizePassword(password);
  const length = [...normalized].length;
  if (length < MIN_PASSWORD_CODE_POINTS) {
    return refused("password_too_short", { minimum: MIN_PASSWORD_CODE_POINTS });
  }
  if (length > MAX_PASSWORD_CODE_POINTS) {
    return refused("password_too_long", { maximum: MAX_PASSWORD_CODE_POINTS });
  }
  const { found, ownLetters } = withoutPersonalWords(normalized, owner);
  if (found !== null && ownLetters < MIN_OWN_LETTERS)
    return refused("password_personal", { found });
  return ok(normalized);
}

function withoutPersonalWords(
  password: string,
  owner: PasswordOwner,
): { found: PersonalWord | null; ownLetters: number } {
  let rest = fold(password);
  let found: PersonalWord | null = null;
  for (const { kind, word } of personalWords(owner)) {
    if (!rest.includes(word)) continue;
    found ??= kind;
    // A blank keeps what stood on both sides from joining into a word nobody typed.
    rest = rest.replaceAll(word, " ");
  }
  if (owner.dateOfBirth) {
    for (const pattern of birthDatePatterns(owner.dateOfBirth)) {
      if (!pattern.test(rest)) continue;
      found ??= "birthDate";
      rest = rest.replace(pattern, " ");
    }
  }
  return { found, ownLetters: rest.match(/\p{L}/gu)?.length ?? 0 };
}

function personalWords(owner: PasswordOwner): { kind: PersonalWord; word: string }[] {
  const sources: [PersonalWord, readonly string[]][] = [
    // Names first: a login name is mostly made of them, and people know their names.
    ["name", owner.names],
    ["loginName", owner.loginName ? [owner.loginName] : []],
    ["email", owner.email ? [owner.email.split("@")[0] ?? ""] : []],
    ["practice", owner.practiceNames],
    ["product", PRODUCT_WORDS],
  ];
  const words = sources.flatMap(([kind, texts]) =>
    texts.flatMap((text) => partsOf(text).map((word) => ({ kind, word }))),
  );
  // Longest first, so that "anna.svensson" goes before "anna" leaves a rest of it.
  return words.sort((a, b) => b.word.length - a.word.length);
}

/** A text whole, and each word in it; a single Latin letter is an initial, not a word. */
function partsOf(text: string): string[] {
  const whole = fold(text).trim();
  const parts = whole.split(/[^\p{L}\p{N}]+/u).filter((part) => /\p{L}/u.test(part));
  return [...new Set([whole, parts.join(""), ...parts])].filter((word) => !/^[a-z]?$/.test(word));
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
}
