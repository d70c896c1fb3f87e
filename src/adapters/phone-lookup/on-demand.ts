import type { PhoneLookupPort } from "@/ports/phone-lookup";
import type { TwilioAccount } from "../sms/twilio-client";

/** Somebody waits for the answer; without one, a code that comes back decides (S4). */
const patienceMs = 2_000;

/** Twilio Lookup for processes that seldom ask: the SDK, which is large, is loaded with the first question. */
export function phoneLookupOnDemand(account: TwilioAccount): PhoneLookupPort {
  let loading: Promise<PhoneLookupPort> | undefined;
  return {
    lineType: async (e164) => {
      loading ??= import("./twilio").then(({ twilioPhoneLookup }) =>
        twilioPhoneLookup({ timeoutMs: patienceMs, ...account }),
      );
      return (await loading).lineType(e164);
    },
  };
}
