import { Temporal } from "temporal-polyfill";
import { ok, type Result, refused } from "@/domain/result";

/** Limits on texts with codes: installation settings, these are S3's defaults. */
export interface CodeSendingPolicy {
  readonly resendAfterSeconds: number;
  readonly loginCodesPerQuarterHour: number;
  readonly loginCodesPerDay: number;
  readonly textsPerPracticePerDay: number;
  readonly warnAtPercent: number;
}

export const DEFAULT_CODE_SENDING: CodeSendingPolicy = {
  resendAfterSeconds: 60,
  loginCodesPerQuarterHour: 3,
  loginCodesPerDay: 20,
  textsPerPracticePerDay: 200,
  warnAtPercent: 80,
};

export type SendingRefusal = "resend_too_soon" | "too_many_codes";

/**
 * Whether one more login code may be sent, given when this login's earlier ones were (S3).
 * Refusals carry `retryAfterSeconds`.
 */
export function decideLoginCode(
  sentAt: readonly Temporal.Instant[],
  now: Temporal.Instant,
  policy: CodeSendingPolicy = DEFAULT_CODE_SENDING,
): Result<"send", SendingRefusal> {
  const newestFirst = [...sentAt].sort((a, b) => Temporal.Instant.compare(b, a));
  const soon = waitSeconds(newestFirst, now, 1, { seconds: policy.resendAfterSeconds });
  const many = Math.max(
    waitSeconds(newestFirst, now, policy.loginCodesPerQuarterHour, { minutes: 15 }),
    waitSeconds(newestFirst, now, policy.loginCodesPerDay, { hours: 24 }),
  );
  if (many > soon) return refused("too_many_codes", { retryAfterSeconds: many });
  if (soon > 0) return refused("resend_too_soon", { retryAfterSeconds: soon });
  return ok("send");
}

/** Whole seconds until another code, or a mail with a link, may be asked for (S3); 0 when it may be now. */
export function resendWaitSeconds(sentAt: Temporal.Instant, now: Temporal.Instant): number {
  return waitSeconds([sentAt], now, 1, { seconds: DEFAULT_CODE_SENDING.resendAfterSeconds });
}

/** Seconds until fewer than `limit` of these lie within the window; 0 when that is so now. */
function waitSeconds(
  newestFirst: readonly Temporal.Instant[],
  now: Temporal.Instant,
  limit: number,
  window: { seconds?: number; minutes?: number; hours?: number },
): number {
  const oldestThatCounts = newestFirst[limit - 1];
  if (!oldestThatCounts) return 0;
  const freeAt = oldestThatCounts.add(window);
  return Math.max(Math.ceil((freeAt.epochMilliseconds - now.epochMilliseconds) / 1000), 0);
}

/** S3: a number's prefix for limits, all but its last four digits. Takes E.164. */
export function numberPrefix(mobile: string): string {
  return mobile.slice(0, -4);
}

/** S3: how a practice's daily cap stands after `sentToday` texts; `stopped` sends no more SMS. */
export function dailyCapState(
  sentToday: number,
  policy: Pick<
    CodeSendingPolicy,
    "textsPerPracticePerDay" | "warnAtPercent"
  > = DEFAULT_CODE_SENDING,
): "open" | "warn" | "stopped" {
  if (sentToday >= policy.textsPerPracticePerDay) return "stopped";
  return sentToday * 100 >= policy.textsPerPracticePerDay * policy.warnAtPercent ? "warn" : "open";
}
