import type { Tx } from "@/db/client";
import { targetRefusal } from "@/domain/sms-usage/text-target";
import { countriesOfTexts } from "@/features/practices/delivery-practice";
import { parsePhone } from "@/lib/phone";

/** How the reason of a text begins that was stopped here, before it could cost anything. */
export const STOPPED_TEXT = "number_not_texted";

/** Texts to numbers that nobody has proved yet: whoever types them chooses what they cost. */
const toUnproved: ReadonlySet<string> = new Set([
  "registration_code",
  "new_mobile_code",
  "login_link",
]);

/**
 * Why a text does not leave (R51): a line that costs extra, or a country the practice does not allow. With the network's
 * own code for the like, so that staff read the same words. Null: it may leave. What is no number is the network's to judge.
 */
export async function textStopped(
  tx: Tx,
  { practiceId, purpose, recipient }: Record<"practiceId" | "purpose" | "recipient", string>,
): Promise<string | null> {
  const { defaultCountry, allowedCountries } = await countriesOfTexts(tx, practiceId);
  const phone = parsePhone(recipient, defaultCountry, []);
  if (!phone.ok) return null;
  const refusal = targetRefusal(phone.value, toUnproved.has(purpose) ? allowedCountries : null);
  if (refusal === null) return null;
  return `${STOPPED_TEXT} ${refusal} ${refusal.includes("country") ? 21408 : 21614}`;
}
