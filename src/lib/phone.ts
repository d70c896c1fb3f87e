import parsePhoneNumber, { type CountryCode, isSupportedCountry } from "libphonenumber-js/max";

/** The numbering plan's classes; `fixed-line-or-mobile` where the plan leaves it open (US, MX). */
export type PhoneType =
  | "mobile"
  | "fixed-line-or-mobile"
  | "landline"
  | "voip"
  | "toll-free"
  | "premium-rate"
  | "shared-cost"
  | "personal"
  | "pager"
  | "uan"
  | "voicemail"
  | "unknown";

export interface Phone {
  /** `+46701740605` */
  readonly e164: string;
  /** ISO 3166-1 alpha-2; null for numbers of no country, such as satellite networks. */
  readonly country: string | null;
  readonly type: PhoneType;
}

export type PhoneRefusal = "not-a-number" | "extension" | "country-not-allowed";
export type MobileRefusal = PhoneRefusal | "not-mobile";

/** Structurally the domain's Result. */
export type PhoneResult<Reason extends string> =
  | { readonly ok: true; readonly value: Phone }
  | { readonly ok: false; readonly reason: Reason };

const types: Readonly<Record<string, PhoneType>> = {
  MOBILE: "mobile",
  FIXED_LINE_OR_MOBILE: "fixed-line-or-mobile",
  FIXED_LINE: "landline",
  VOIP: "voip",
  TOLL_FREE: "toll-free",
  PREMIUM_RATE: "premium-rate",
  SHARED_COST: "shared-cost",
  PERSONAL_NUMBER: "personal",
  PAGER: "pager",
  UAN: "uan",
  VOICEMAIL: "voicemail",
};

// E.164 has 15 digits; the rest is room for spaces, signs and an extension to be refused by name.
const longestInput = 50;

/**
 * Reads a number as a person writes it, of any line type (S4). `allowedCountries` empty: every country.
 * Refuses what is no valid number, extensions, and countries the practice does not allow.
 */
export function parsePhone(
  input: string,
  defaultCountry: string,
  allowedCountries: readonly string[],
): PhoneResult<PhoneRefusal> {
  if (input.length > longestInput || !isSupportedCountry(defaultCountry)) {
    return { ok: false, reason: "not-a-number" };
  }
  const number = parsePhoneNumber(input.trim(), { defaultCountry, extract: false });
  if (number === undefined || !number.isValid()) return { ok: false, reason: "not-a-number" };
  if (number.ext !== undefined) return { ok: false, reason: "extension" };
  const country = number.country ?? null;
  if (allowedCountries.length > 0 && (country === null || !allowedCountries.includes(country))) {
    return { ok: false, reason: "country-not-allowed" };
  }
  const type = types[number.getType() ?? ""] ?? "unknown";
  return { ok: true, value: { e164: number.number, country, type } };
}

/** `accepted`: texts arrive. `needs-proof`: Lookup, or a code that comes back, decides. `refused`: never (S4). */
export type MobileVerdict = "accepted" | "needs-proof" | "refused";

export function mobileVerdict(type: PhoneType): MobileVerdict {
  if (type === "mobile") return "accepted";
  return type === "fixed-line-or-mobile" ? "needs-proof" : "refused";
}

/** As parsePhone, and refuses what the numbering plan says is no mobile. The type tells whether proof is needed. */
export function parseMobile(
  input: string,
  defaultCountry: string,
  allowedCountries: readonly string[],
): PhoneResult<MobileRefusal> {
  const phone = parsePhone(input, defaultCountry, allowedCountries);
  if (!phone.ok) return phone;
  return mobileVerdict(phone.value.type) === "refused"
    ? { ok: false, reason: "not-mobile" }
    : phone;
}

/** `+46 70 174 06 05`; what cannot be read comes back as it is. */
export function formatPhone(e164: string): string {
  const known = formatted.get(e164);
  if (known !== undefined) return known;
  const made = parsePhoneNumber(e164)?.formatInternational() ?? e164;
  if (formatted.size >= MOST_FORMATTED) formatted.clear();
  formatted.set(e164, made);
  return made;
}

/** A practice's own number stands on every page. */
const MOST_FORMATTED = 500;
const formatted = new Map<string, string>();

/** All but the last two digits hidden: `•• 05` (S20; enough for a person to know their own number). */
export function maskPhone(e164: string): string {
  return `•• ${e164.slice(-2)}`;
}

/** ISO 3166-1 alpha-2 codes that numbers can be read for. */
export function isPhoneCountry(country: string): country is CountryCode {
  return isSupportedCountry(country);
}
