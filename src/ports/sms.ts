import type { Temporal } from "temporal-polyfill";
import type { Result } from "@/domain/result";

export type SmsStatus = "accepted" | "sent" | "delivered" | "undelivered" | "failed";

export interface Sms {
  /** E.164. */
  readonly to: string;
  readonly body: string;
  /** Where the provider reports each change of status; absent: it is asked. */
  readonly statusCallbackUrl?: string;
}

export interface SentSms {
  readonly providerId: string;
  readonly status: SmsStatus;
  /** Billed parts; 0 while the provider has not counted. */
  readonly segments: number;
  /** The provider's number for why it did not arrive, such as 30006. */
  readonly errorCode: number | null;
}

export interface SmsPrice {
  /** Decimal text without sign, such as `0.00790`. */
  readonly amount: string;
  /** ISO 4217. */
  readonly currency: string;
}

/**
 * refused: this text will never be taken. unauthorized: our credentials are wrong. unreachable: certainly not sent,
 * try later. unclear: it may have been sent; ask with findSent, never blindly repeat (S17).
 */
export type SmsSendRefusal = "refused" | "unauthorized" | "unreachable" | "unclear";
export type SmsQueryRefusal = "unauthorized" | "unreachable";

export interface SmsPort {
  send(sms: Sms): Promise<Result<SentSms, SmsSendRefusal>>;
  /** The newest text with this recipient and body sent at or after `since`, or null when there is none. */
  findSent(sought: {
    readonly to: string;
    readonly body: string;
    readonly since: Temporal.Instant;
  }): Promise<Result<SentSms | null, SmsQueryRefusal>>;
  /** For texts whose status was never reported. `not-found`: the provider knows no such text. */
  fetchStatus(providerId: string): Promise<Result<SentSms, SmsQueryRefusal | "not-found">>;
  /** Null while the price is not known; it comes later than the status. */
  fetchPrice(providerId: string): Promise<Result<SmsPrice | null, SmsQueryRefusal | "not-found">>;
}
