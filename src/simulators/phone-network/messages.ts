import { randomBytes } from "node:crypto";
import type { SimulatorClock } from "../clock/simulator-clock";
import type { HttpAnswer } from "../http/serve";
import type { Store } from "../store/open-store";
import type { MessageRow, PhoneAccount } from "./message-store";
import { recipientRefusal } from "./numbers";
import { countSegments } from "./segments";
import { messageJson, twilioError } from "./twilio-json";

/** `POST …/Messages.json`: takes a text on, or refuses it with Twilio's codes. */
export async function createMessage(
  { store, clock }: { store: Store; clock: SimulatorClock },
  account: PhoneAccount,
  form: URLSearchParams,
): Promise<HttpAnswer> {
  const to = form.get("To") ?? "";
  const from = form.get("From") ?? "";
  const body = (form.get("Body") ?? "").replaceAll("\0", "");
  if (to === "") return twilioError(400, 21604, "A 'To' phone number is required");
  if (from === "") return twilioError(400, 21603, "A 'From' phone number is required");
  if (body === "") return twilioError(400, 21602, "Message body is required");
  if (body.length > 1_600) return twilioError(400, 21617, "The message body is too long");
  const callback = form.get("StatusCallback");
  if (callback !== null && !URL.canParse(callback)) {
    return twilioError(400, 21609, "The 'StatusCallback' address is not valid");
  }
  const refusal = recipientRefusal(to);
  if (refusal !== null) return twilioError(400, ...refusal);
  const [row] = await store.query<MessageRow>(
    `insert into message
       (sid, account_sid, sender, recipient, body, segments, status, status_callback, created_at)
     values ($1, $2, $3, $4, $5, $6, 'queued', $7, $8) returning *`,
    [
      `SM${randomBytes(16).toString("hex")}`,
      account.accountSid,
      from,
      to,
      body,
      countSegments(body),
      callback,
      (await clock.now()).toString({ smallestUnit: "millisecond" }),
    ],
  );
  if (row === undefined) throw new Error("The message was not stored.");
  return { status: 201, body: messageJson(row) };
}

/** `GET …/Messages/{sid}.json`. */
export async function fetchMessage(store: Store, sid: string): Promise<HttpAnswer> {
  const [row] = await store.query<MessageRow>("select * from message where sid = $1", [sid]);
  return row === undefined
    ? twilioError(404, 20404, "The requested resource was not found")
    : { status: 200, body: messageJson(row) };
}

/** `GET …/Messages.json` with To, From and DateSent filters, newest first, in pages. */
export async function listMessages(
  store: Store,
  account: PhoneAccount,
  search: URLSearchParams,
): Promise<HttpAnswer> {
  const page = boundedNumber(search.get("Page"), 0, 10_000) ?? 0;
  const pageSize = boundedNumber(search.get("PageSize"), 1, 1_000) ?? 50;
  const after = search.get("DateSent>") ?? search.get("DateSent>=");
  const before = search.get("DateSent<") ?? search.get("DateSent<=");
  const on = search.get("DateSent");
  if ([after, before, on].some((day) => day !== null && Number.isNaN(Date.parse(day)))) {
    return twilioError(400, 20001, "A date is not valid");
  }
  const rows = await store.query<MessageRow>(
    `select * from message
     where ($1::text is null or recipient = $1)
       and ($2::text is null or sender = $2)
       and ($3::timestamptz is null or coalesce(sent_at, created_at) >= $3)
       and ($4::timestamptz is null or coalesce(sent_at, created_at) <= $4)
       and ($5::date is null or (coalesce(sent_at, created_at) at time zone 'UTC')::date = $5)
     order by position desc limit $6 offset $7`,
    [search.get("To"), search.get("From"), after, before, on, pageSize + 1, page * pageSize],
  );
  const path = `/2010-04-01/Accounts/${account.accountSid}/Messages.json`;
  const next = new URLSearchParams(search);
  next.set("Page", String(page + 1));
  next.set("PageSize", String(pageSize));
  return {
    status: 200,
    body: {
      messages: rows.slice(0, pageSize).map(messageJson),
      page,
      page_size: pageSize,
      uri: path,
      first_page_uri: path,
      previous_page_uri: null,
      next_page_uri: rows.length > pageSize ? `${path}?${next}` : null,
    },
  };
}

function boundedNumber(text: string | null, from: number, to: number): number | null {
  const number = text === null ? Number.NaN : Number(text);
  return Number.isInteger(number) && number >= from && number <= to ? number : null;
}
