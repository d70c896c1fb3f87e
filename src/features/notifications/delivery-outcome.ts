import type { Temporal } from "temporal-polyfill";
import type { FailedTry } from "@/domain/notifications/delivery-tries";

/** delivered: the other side said it is there; sent: it was taken on. */
export interface Succeeded {
  readonly became: "sent" | "delivered";
  readonly providerId?: string;
  readonly segments?: number;
  readonly messageId?: string;
}

/** `error` is a word or code for staff and logs, never the other side's own text (S20). */
export interface Failed {
  readonly became: FailedTry;
  readonly error: string;
  /** How long the other side asked us to wait. */
  readonly waitSeconds?: number;
}

/** Nothing was sent: it waits for the end of the quiet hours, and this was no try. */
export interface Postponed {
  readonly became: "postponed";
  readonly untilAt: Temporal.Instant;
}

/** Nothing was sent: its lab wants its orthodontist first (R46). Tries begin anew when it goes on. */
export interface Held {
  readonly became: "held";
  readonly untilAt: Temporal.Instant;
}

/** What a try came to. */
export type DeliveryOutcome =
  | Succeeded
  | Failed
  | Postponed
  | Held
  | { readonly became: "dropped" };
