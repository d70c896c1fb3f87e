import { Temporal } from "temporal-polyfill";
import { latinLetters } from "@/domain/access/latin-letters";
import { pastedDate } from "@/lib/pasted-date";

/** What was typed at the desk, read in every way it can be meant. */
export interface RecordSearch {
  /** Words as `patient.search_name` spells them; empty when a date or number was typed. */
  readonly words: readonly string[];
  /** YYYY-MM-DD. */
  readonly dateOfBirth: string | null;
  /** At least four digits, without the zeros a national number starts with. */
  readonly digits: string | null;
  /** Lower case, from the start of the address on. */
  readonly email: string | null;
}

const FEWEST_DIGITS = 4;
const MOST_WORDS = 6;

/** Reads a name or part of one, a birth date in any usual form, an e-mail address, or a telephone number. */
export function readSearch(typed: string, language: string): RecordSearch {
  // A NUL byte is in nobody's record, and PostgreSQL takes none.
  const text = typed.replaceAll("\0", " ").trim();
  const dateOfBirth = readDate(text, language);
  const email = text.includes("@") ? text.toLowerCase() : null;
  const digits = dateOfBirth === null ? readDigits(text) : null;
  const isName = dateOfBirth === null && email === null && digits === null;
  const words = isName ? latinLetters(text).split(/\s+/).filter(Boolean).slice(0, MOST_WORDS) : [];
  return { words, dateOfBirth, digits, email };
}

function readDate(text: string, language: string): string | null {
  const parts = pastedDate(text, language);
  if (!parts) return null;
  const [year, month, day] = [parts.year, parts.month, parts.day].map(Number);
  if (!year || !month || !day || month > 12 || day > 31) return null;
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }).toString();
  } catch {
    // The 31st of a month that has none.
    return null;
  }
}

function readDigits(text: string): string | null {
  if (!/^[+()\d\s./-]+$/.test(text)) return null;
  const digits = text.replace(/\D/g, "").replace(/^0+/, "");
  return digits.length >= FEWEST_DIGITS ? digits : null;
}
