import parsePhoneNumber from "libphonenumber-js/max";
import type { HttpAnswer } from "../http/serve";
import { lineOf } from "./numbers";

/** `GET /v2/PhoneNumbers/{e164}`: Lookup v2, with the line type when its field is asked for. */
export function lookup(given: string, search: URLSearchParams): HttpAnswer {
  const number = parsePhoneNumber(given);
  const line = lineOf(given);
  const wantsLine = (search.get("Fields") ?? "").split(",").includes("line_type_intelligence");
  return {
    status: 200,
    body: {
      phone_number: given,
      calling_country_code: number?.countryCallingCode ?? null,
      country_code: number?.country ?? null,
      national_format: number?.formatNational() ?? null,
      valid: line !== "invalid",
      validation_errors: line === "invalid" ? ["INVALID_BUT_POSSIBLE"] : [],
      line_type_intelligence:
        wantsLine && line !== "invalid"
          ? {
              type: line,
              carrier_name: "Simulated carrier",
              mobile_country_code: null,
              mobile_network_code: null,
              error_code: null,
            }
          : null,
      url: `https://lookups.twilio.com/v2/PhoneNumbers/${encodeURIComponent(given)}`,
    },
  };
}
