import parsePhoneNumber from "libphonenumber-js/max";

export type SimulatedLine =
  | "mobile"
  | "landline"
  | "fixedVoip"
  | "nonFixedVoip"
  | "tollFree"
  | "premium"
  | "sharedCost"
  | "personal"
  | "pager"
  | "uan"
  | "voicemail"
  | "unknown";

const lines: Record<string, SimulatedLine> = {
  MOBILE: "mobile",
  FIXED_LINE: "landline",
  VOIP: "fixedVoip",
  TOLL_FREE: "tollFree",
  PREMIUM_RATE: "premium",
  SHARED_COST: "sharedCost",
  PERSONAL_NUMBER: "personal",
  PAGER: "pager",
  UAN: "uan",
  VOICEMAIL: "voicemail",
};

/**
 * What a number is in the simulated world. Where the numbering plan leaves it open (US, MX), the last digit decides:
 * 9 landline, 8 non-fixed VoIP, otherwise mobile.
 */
export function lineOf(e164: string): SimulatedLine | "invalid" {
  const number = parsePhoneNumber(e164);
  if (number === undefined || !number.isValid() || number.number !== e164) return "invalid";
  const type = number.getType();
  if (type === "FIXED_LINE_OR_MOBILE") {
    if (e164.endsWith("9")) return "landline";
    return e164.endsWith("8") ? "nonFixedVoip" : "mobile";
  }
  return (type === undefined ? undefined : lines[type]) ?? "unknown";
}

/** Error 30006: landline or unreachable carrier. Null: the text arrives. */
export function deliveryError(e164: string): number | null {
  const line = lineOf(e164);
  return line === "mobile" || line === "nonFixedVoip" || line === "personal" ? null : 30006;
}

// Twilio's documented magic test numbers, so that its refusals can be produced.
const refusedNumbers: Record<string, readonly [code: number, message: string]> = {
  "+15005550001": [21211, "Invalid 'To' Phone Number"],
  "+15005550002": [21612, "The 'To' phone number is not currently reachable"],
  "+15005550003": [21408, "Permission to send an SMS has not been enabled for the region"],
  "+15005550004": [21610, "Attempt to send to unsubscribed recipient"],
  "+15005550009": [21614, "'To' number is not a valid mobile number"],
};

/** Why the network refuses a recipient at once, or null. */
export function recipientRefusal(to: string): readonly [code: number, message: string] | null {
  const refusal = refusedNumbers[to];
  if (refusal !== undefined) return refusal;
  return lineOf(to) === "invalid" ? [21211, "Invalid 'To' Phone Number"] : null;
}
