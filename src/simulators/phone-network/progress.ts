import type { SimulatorOptions } from "../process/simulator";
import type { MessageRow, PhoneAccount } from "./message-store";
import { deliveryError } from "./numbers";
import { twilioSignature } from "./signature";

type World = Pick<SimulatorOptions, "store" | "clock" | "faults">;

/** Real milliseconds after acceptance: when a text is sent, when it arrives, when its price is known. */
const sentAfterMs = 150;
const arrivedAfterMs = 400;
const pricedAfterMs = 1_500;
const pricePerSegment = 0.0079;
const callbackTries = 3;

/** Moves every text one step on: queued → sent → delivered or undelivered, then its price. */
export async function advanceMessages({ store, clock, faults }: World): Promise<void> {
  const due = await store.query<MessageRow>(
    `select * from message
     where (status = 'queued' and accepted_at <= clock_timestamp() - make_interval(secs => $1))
        or (status = 'sent' and accepted_at <= clock_timestamp() - make_interval(secs => $2))
        or (status in ('delivered', 'undelivered') and price is null
            and accepted_at <= clock_timestamp() - make_interval(secs => $3))
     order by position limit 500`,
    [sentAfterMs / 1000, arrivedAfterMs / 1000, pricedAfterMs / 1000],
  );
  if (due.length === 0) return;
  const mode = await faults.mode("sms");
  const now = (await clock.now()).toString({ smallestUnit: "millisecond" });
  for (const row of due) {
    if (row.status === "queued") {
      // Held back, so that the callback of the arrival overtakes this one.
      await step(row, "sent", null, mode === "out-of-order-webhook" ? 1.5 : 0);
    } else if (row.status === "sent") {
      const error = deliveryError(row.recipient);
      await step(row, error === null ? "delivered" : "undelivered", error, 0);
    } else {
      const price = (-pricePerSegment * row.segments).toFixed(5);
      await store.query("update message set price = $2 where sid = $1", [row.sid, price]);
    }
  }

  async function step(row: MessageRow, status: string, error: number | null, heldSeconds: number) {
    await store.transaction(async (tx) => {
      const moved = await tx.query(
        `update message set status = $3, error_code = $4, sent_at = coalesce(sent_at, $5)
         where sid = $1 and status = $2 returning sid`,
        [row.sid, row.status, status, error, now],
      );
      if (moved.length === 0 || row.status_callback === null) return;
      for (let copy = 0; copy < (mode === "duplicate-webhook" ? 2 : 1); copy += 1) {
        await tx.query(
          `insert into callback (sid, url, status, error_code, due_at)
           values ($1, $2, $3, $4, clock_timestamp() + make_interval(secs => $5))`,
          [row.sid, row.status_callback, status, error, heldSeconds],
        );
      }
    });
  }
}

interface CallbackRow extends MessageRow {
  readonly position: string;
  readonly url: string;
  readonly callback_status: string;
  readonly callback_error: number | null;
}

/** Posts what is due, signed; an address that does not answer is tried three times, five seconds apart. */
export async function sendCallbacks({ store }: World, account: PhoneAccount): Promise<void> {
  const due = await store.query<CallbackRow>(
    `update callback c set tries = c.tries + 1, due_at = clock_timestamp() + interval '5 s'
     from message m
     where m.sid = c.sid and c.position in
       (select position from callback where due_at <= clock_timestamp() order by position limit 50)
     returning m.*, c.position, c.url, c.status as callback_status, c.error_code as callback_error`,
  );
  const inOrder = due.toSorted((a, b) => Number(a.position) - Number(b.position));
  for (const row of inOrder) {
    const accepted = await post(row, account);
    await store.query("delete from callback where position = $1 and ($2 or tries >= $3)", [
      row.position,
      accepted,
      callbackTries,
    ]);
  }
}

async function post(row: CallbackRow, account: PhoneAccount): Promise<boolean> {
  const parameters: Record<string, string> = {
    AccountSid: row.account_sid,
    ApiVersion: "2010-04-01",
    From: row.sender,
    To: row.recipient,
    MessageSid: row.sid,
    MessageStatus: row.callback_status,
    SmsSid: row.sid,
    SmsStatus: row.callback_status,
    ...(row.callback_error === null ? {} : { ErrorCode: String(row.callback_error) }),
  };
  try {
    const response = await fetch(row.url, {
      method: "POST",
      headers: {
        "content-type": "application/x-www-form-urlencoded",
        "x-twilio-signature": twilioSignature(account.authToken, row.url, parameters),
      },
      body: new URLSearchParams(parameters).toString(),
      redirect: "manual",
      signal: AbortSignal.timeout(5_000),
    });
    await response.body?.cancel();
    return response.status < 500;
  } catch {
    // Nobody listens there at the moment; tried again.
    return false;
  }
}
