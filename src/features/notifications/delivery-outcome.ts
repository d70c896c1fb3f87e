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

/** What a try came to. */
export type DeliveryOutcome = Succeeded | Failed | { readonly became: "dropped" };
