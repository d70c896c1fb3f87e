import { ok } from "@/domain/result";
import { type PhoneType, parsePhone } from "@/lib/phone";
import type { LineType, PhoneLookupPort } from "@/ports/phone-lookup";

const lines: Readonly<Record<PhoneType, LineType>> = {
  mobile: "mobile",
  "fixed-line-or-mobile": "fixed-line-or-mobile",
  landline: "landline",
  voip: "fixed-voip",
  "toll-free": "other",
  "premium-rate": "other",
  "shared-cost": "other",
  personal: "other",
  pager: "other",
  uan: "other",
  voicemail: "other",
  unknown: "unknown",
};

/** What the numbering plans alone can say; for installations without Lookup (S4). */
export function offlinePhoneLookup(): PhoneLookupPort {
  return {
    lineType: async (e164) => {
      // The default country plays no part in a number that starts with a plus.
      const phone = e164.startsWith("+") ? parsePhone(e164, "US", []) : { ok: false as const };
      return ok(phone.ok ? lines[phone.value.type] : "invalid");
    },
  };
}
