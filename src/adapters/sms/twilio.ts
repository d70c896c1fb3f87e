import type { MessageInstance } from "twilio/lib/rest/api/v2010/account/message";
import { ok, type Refused, type Result, refused } from "@/domain/result";
import { smsStatus } from "@/lib/twilio-status";
import type { SentSms, SmsPort, SmsQueryRefusal, SmsSendRefusal } from "@/ports/sms";
import { queryRefusal, type TwilioAccount, twilioClient, twilioFailure } from "./twilio-client";

export interface TwilioSmsOptions extends TwilioAccount {
  /** A number in E.164, or a messaging service (`MG…`). */
  readonly from: string;
}

/** Texts through Twilio's Messages; also speaks to the simulated phone network. */
export function twilioSms({ from, ...account }: TwilioSmsOptions): SmsPort {
  const client = twilioClient(account);
  const sender = from.startsWith("MG") ? { messagingServiceSid: from } : { from };

  async function fetchMessage(
    providerId: string,
  ): Promise<Result<MessageInstance, SmsQueryRefusal | "not-found">> {
    try {
      return ok(await client.messages(providerId).fetch());
    } catch (error) {
      const failure = twilioFailure(error);
      return refused(failure.status === 404 ? "not-found" : queryRefusal(failure));
    }
  }

  return {
    send: async ({ to, body, statusCallbackUrl }) => {
      try {
        const message = await client.messages.create({
          ...sender,
          to,
          body,
          ...(statusCallbackUrl === undefined ? {} : { statusCallback: statusCallbackUrl }),
        });
        return ok(sentSms(message));
      } catch (error) {
        return sendRefusal(error);
      }
    },
    findSent: async ({ to, body, since }) => {
      try {
        // Twilio files a text under the day it was sent; an earlier start takes in clocks that differ.
        const dateSentAfter = new Date(since.epochMilliseconds - 60_000);
        const messages = await client.messages.list({ to, dateSentAfter, limit: 200 });
        const found = messages
          .filter((message) => message.body === body && createdMs(message) >= secondOf(since))
          .toSorted((a, b) => createdMs(b) - createdMs(a))[0];
        return ok(found === undefined ? null : sentSms(found));
      } catch (error) {
        return refused(queryRefusal(twilioFailure(error)));
      }
    },
    fetchStatus: async (providerId) => {
      const message = await fetchMessage(providerId);
      return message.ok ? ok(sentSms(message.value)) : message;
    },
    fetchPrice: async (providerId) => {
      const message = await fetchMessage(providerId);
      if (!message.ok) return message;
      const { price, priceUnit } = message.value;
      // Charges are negative there.
      return ok(price ? { amount: price.replace(/^-/, ""), currency: priceUnit } : null);
    },
  };
}

/** 429 and 503 are answered before a text is taken; other 5xx and silence leave it open. */
function sendRefusal(error: unknown): Refused<SmsSendRefusal> {
  const { status, code, isBeforeSending } = twilioFailure(error);
  const detail = { status, code };
  if (isBeforeSending || status === 429 || status === 503) return refused("unreachable", detail);
  if (status === null || status >= 500) return refused("unclear", detail);
  if (status === 401 || status === 403) return refused("unauthorized", detail);
  return refused("refused", detail);
}

function sentSms(message: MessageInstance): SentSms {
  return {
    providerId: message.sid,
    status: smsStatus(message.status),
    segments: Number(message.numSegments),
    // The SDK reads a missing code as NaN.
    errorCode: message.errorCode || null,
  };
}

/** Twilio keeps whole seconds. */
function secondOf(since: { epochMilliseconds: number }): number {
  return Math.floor(since.epochMilliseconds / 1000) * 1000;
}

function createdMs(message: MessageInstance): number {
  return message.dateCreated.getTime();
}
