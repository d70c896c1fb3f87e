import { ok, type Result, refused } from "@/domain/result";
import { isMailAddress } from "@/lib/mail-address";
import { isPhoneCountry, parsePhone } from "@/lib/phone";
import { languages } from "@/lib/words";

/** A practice as somebody typed it on the command line. */
export interface PracticeWish {
  readonly shortName: string;
  readonly name: string;
  /** A name of the time zone database, `Europe/Berlin`. */
  readonly zone: string;
  /** ISO 3166-1 alpha-2: how numbers without a country code are read. */
  readonly country: string;
  /** Whose mobile numbers may register; the own country alone when empty (S4). */
  readonly countries: readonly string[];
  readonly language: string;
  readonly supportPhone: string;
  readonly supportEmail: string;
  readonly mailFrom: string;
}

export interface NewPractice extends WithoutCountries {
  readonly defaultCountry: string;
  readonly allowedCountries: string[];
}

type WithoutCountries = Omit<PracticeWish, "country" | "countries">;

export type PracticeWishRefusal =
  | "short_name_shape"
  | "name_length"
  | "zone_unknown"
  | "country_unknown"
  | "language_unknown"
  | "support_phone_wrong"
  | "support_email_wrong"
  | "mail_from_wrong";

/** Judges what was typed and brings it into the form of the tables; the refusal names the first thing that is wrong. */
export function readPracticeWish(wish: PracticeWish): Result<NewPractice, PracticeWishRefusal> {
  const shortName = wish.shortName.trim().toLowerCase();
  if (!/^[a-z0-9][a-z0-9-]{1,39}$/.test(shortName)) return refused("short_name_shape");
  const name = wish.name.normalize("NFC").trim();
  if (name.length < 2 || name.length > 100) return refused("name_length");
  const zone = zoneNamed(wish.zone.trim());
  if (zone === null) return refused("zone_unknown");
  const country = wish.country.trim().toUpperCase();
  const countries = [country, ...wish.countries.map((one) => one.trim().toUpperCase())];
  const strange = countries.find((one) => !isPhoneCountry(one));
  if (strange !== undefined) return refused("country_unknown", { country: strange });
  const language = languages.find((one) => one === wish.language.trim().toLowerCase());
  if (!language) return refused("language_unknown", { known: languages.join(", ") });
  const phone = parsePhone(wish.supportPhone, country, []);
  if (!phone.ok) return refused("support_phone_wrong");
  const supportEmail = wish.supportEmail.trim();
  if (!isMailAddress(supportEmail)) return refused("support_email_wrong");
  const mailFrom = wish.mailFrom.trim();
  if (!isMailAddress(mailFrom)) return refused("mail_from_wrong");
  return ok({
    shortName,
    name,
    zone,
    language,
    defaultCountry: country,
    allowedCountries: [...new Set(countries)],
    supportPhone: phone.value.e164,
    supportEmail,
    mailFrom,
  });
}

/** The zone under its usual name, whatever case it was typed in; offsets such as `+02:00` are no places. */
function zoneNamed(typed: string): string | null {
  if (!/^[A-Za-z]/.test(typed)) return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: typed }).resolvedOptions().timeZone;
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
