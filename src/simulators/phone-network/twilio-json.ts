import type { HttpAnswer } from "../http/serve";
import type { MessageRow } from "./message-store";

/** A message as api.twilio.com shows it: snake case, numbers as strings, dates in RFC 2822. */
export function messageJson(row: MessageRow): Record<string, unknown> {
  const path = `/2010-04-01/Accounts/${row.account_sid}/Messages/${row.sid}`;
  return {
    sid: row.sid,
    account_sid: row.account_sid,
    api_version: "2010-04-01",
    body: row.body,
    date_created: rfc2822(row.created_at),
    date_updated: rfc2822(row.sent_at ?? row.created_at),
    date_sent: row.sent_at === null ? null : rfc2822(row.sent_at),
    direction: "outbound-api",
    error_code: row.error_code,
    error_message: row.error_code === null ? null : "Landline or unreachable carrier",
    from: row.sender,
    to: row.recipient,
    messaging_service_sid: null,
    num_media: "0",
    num_segments: String(row.segments),
    price: row.price,
    price_unit: "USD",
    status: row.status,
    subresource_uris: { media: `${path}/Media.json` },
    uri: `${path}.json`,
  };
}

/** A refusal as the Twilio SDK expects it. */
export function twilioError(status: number, code: number, message: string): HttpAnswer {
  return {
    status,
    body: { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status },
  };
}

function rfc2822(at: Date): string {
  return at.toUTCString().replace("GMT", "+0000");
}
