import { ok, type Result, refused } from "@/domain/result";
import { isMailAddress } from "@/lib/mail-address";
import { isPhoneCountry, parsePhone } from "@/lib/phone";
import type { PracticeIdentity } from "./practice-identity";
import type { PracticeRequest } from "./schema";

export type IdentityRefusal =
  | "support_phone_wrong"
  | "support_email_wrong"
  | "mail_from_wrong"
  | "colour_wrong"
  | "country_unknown";

/** Judges what an admin typed; the own country always stays allowed. */
export function readIdentity(
  wish: Omit<PracticeRequest, "seen">,
  { defaultCountry }: Pick<PracticeIdentity, "defaultCountry">,
): Result<PracticeIdentity, IdentityRefusal> {
  const phone = parsePhone(wish.supportPhone, defaultCountry, []);
  if (!phone.ok) return refused("support_phone_wrong");
  if (!isMailAddress(wish.supportEmail)) return refused("support_email_wrong");
  if (!isMailAddress(wish.mailFrom)) return refused("mail_from_wrong");
  const colour = wish.accentColour.toLowerCase();
  if (colour !== "" && !/^#[0-9a-f]{6}$/.test(colour)) return refused("colour_wrong");
  const typed = wish.countries.toUpperCase().split(/[\s,;]+/);
  const countries = typed.filter((one) => one !== "");
  const strange = countries.find((one) => !isPhoneCountry(one));
  if (strange !== undefined) return refused("country_unknown", { country: strange.slice(0, 20) });
  return ok({
    name: wish.name.normalize("NFC"),
    supportPhone: phone.value.e164,
    supportEmail: wish.supportEmail,
    mailFrom: wish.mailFrom,
    accentColour: colour || null,
    defaultCountry,
    allowedCountries: [...new Set([defaultCountry, ...countries])],
    smsDailyCap: wish.smsDailyCap,
  });
}
