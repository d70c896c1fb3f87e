import type { Temporal } from "temporal-polyfill";
import { toInstant } from "@/db/time";
import { isExpired } from "@/domain/notifications/delivery-tries";
import { carriesToken } from "@/features/notifications/link-for";

/**
 * again: the same once more. link: its link is gone for good, a new login link takes its place. none: a code, or a
 * link only its owner may ask for; or its time is over.
 */
export type Resending = "again" | "link" | "none";

interface Given {
  readonly kind: "mail" | "sms" | "pms_update" | "lab_case" | "push";
  readonly purpose: string;
  readonly patientId: string | null;
  readonly expiresAt: Date | null;
}

/** S17: what resending a given-up delivery means. Its secret was erased; a code is never sent by anybody's hand (S3). */
export function resendingOf(given: Given, now: Temporal.Instant): Resending {
  if (given.purpose === "login_link") return given.patientId === null ? "none" : "link";
  if (given.kind === "lab_case" || given.purpose.endsWith("_code")) return "none";
  if (carriesToken(given.purpose)) return "none";
  return isExpired(given.expiresAt && toInstant(given.expiresAt), now) ? "none" : "again";
}
