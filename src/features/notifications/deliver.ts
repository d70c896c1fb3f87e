import type { Temporal } from "temporal-polyfill";
import { inPractice } from "@/db/transaction";
import { isExpired, MOST_TRIES } from "@/domain/notifications/delivery-tries";
import { quietUntil } from "@/domain/reminders/due-at";
import { deliverCase } from "@/features/cases/delivery/deliver-case";
import { deliveryPractice } from "@/features/practices/delivery-practice";
import type { JobServices } from "@/server/services";
import type { DeliveryOutcome } from "./delivery-outcome";
import { type LeasedDelivery, leaseDelivery } from "./lease-delivery";
import { keepsQuietHours } from "./purposes";
import { quietHoursOf } from "./quiet-hours";
import { sendMail } from "./send-mail";
import { sendPmsUpdate } from "./send-pms-update";
import { sendPush } from "./send-push";
import { sendText } from "./send-text";
import { type Along, settleDelivery } from "./settle-delivery";
import { isReadMeanwhile } from "./still-unread";

/**
 * One try of one delivery: lease, send outside of any transaction, settle (S17). Ends without effect when the row is
 * settled, not due, or in other hands. What dies under way is taken up again when its lease lapses.
 */
export async function deliver(
  services: JobServices,
  subject: { readonly practiceId: string; readonly deliveryId: string },
): Promise<void> {
  const leased = await leaseDelivery(services, subject);
  if (!leased) return;
  const tried = await tryOnce(services, leased);
  const { outcome } = tried;
  const state = await settleDelivery(services, tried.leased, outcome, tried.along);
  services.log.info(
    {
      delivery: leased.id,
      kind: leased.kind,
      purpose: leased.purpose,
      tries: leased.tries,
      state: state ?? "in other hands",
      error: "error" in outcome ? outcome.error : undefined,
    },
    "delivery",
  );
}

interface Tried {
  readonly leased: LeasedDelivery;
  readonly outcome: DeliveryOutcome;
  readonly along?: Along;
}

/** What goes to a lab may take long, and changes its case with itself. */
async function tryOnce(services: JobServices, leased: LeasedDelivery): Promise<Tried> {
  return leased.kind === "lab_case"
    ? deliverCase(services, leased)
    : { leased, outcome: await attempt(services, leased) };
}

async function attempt(services: JobServices, leased: LeasedDelivery): Promise<DeliveryOutcome> {
  // Tries that died before they could be settled count too.
  if (leased.tries > MOST_TRIES) return { became: "refused", error: "gave_up" };
  const isTextToLookFor = leased.kind === "sms" && leased.mayBeSent;
  if (isExpired(leased.expiresAt, leased.now) && !isTextToLookFor) return { became: "dropped" };
  if (!leased.mayBeSent && (await isReadMeanwhile(services, leased))) return { became: "dropped" };
  const untilAt = await nightEndsAt(services, leased);
  if (untilAt) return { became: "postponed", untilAt };
  switch (leased.kind) {
    case "mail":
      return sendMail(services, leased);
    case "sms":
      return sendText(services, leased);
    case "push":
      return sendPush(services, leased);
    case "pms_update":
      return sendPmsUpdate(services, leased);
    case "lab_case":
      return { became: "refused", error: "unknown_kind" };
  }
}

/** Until when a reminder waits that would otherwise be tried again in the quiet hours (R35); null: it may go out. */
async function nightEndsAt(
  { db }: JobServices,
  leased: LeasedDelivery,
): Promise<Temporal.Instant | null> {
  if (!keepsQuietHours(leased.purpose)) return null;
  const { practiceId, now } = leased;
  return inPractice(db, practiceId, async (tx) => {
    const { zone } = await deliveryPractice(tx, practiceId);
    return quietUntil(leased, now, { zone, quiet: await quietHoursOf(tx, practiceId) });
  });
}
