import { ok, refused } from "@/domain/result";
import type { LineType, PhoneLookupPort } from "@/ports/phone-lookup";
import {
  queryRefusal,
  type TwilioAccount,
  twilioClient,
  twilioFailure,
} from "../sms/twilio-client";

const lines: Readonly<Record<string, LineType>> = {
  mobile: "mobile",
  nonFixedVoip: "non-fixed-voip",
  landline: "landline",
  fixedVoip: "fixed-voip",
  tollFree: "other",
  premium: "other",
  sharedCost: "other",
  personal: "other",
  uan: "other",
  voicemail: "other",
  pager: "other",
};

/** Twilio Lookup v2 with line types (paid per question). */
export function twilioPhoneLookup(account: TwilioAccount): PhoneLookupPort {
  const client = twilioClient(account);
  return {
    lineType: async (e164) => {
      try {
        const found = await client.lookups.v2
          .phoneNumbers(e164)
          .fetch({ fields: "line_type_intelligence" });
        if (!found.valid) return ok("invalid");
        return ok(lines[String(found.lineTypeIntelligence?.type)] ?? "unknown");
      } catch (error) {
        const failure = twilioFailure(error);
        return failure.status === 404 ? ok("invalid") : refused(queryRefusal(failure));
      }
    },
  };
}
