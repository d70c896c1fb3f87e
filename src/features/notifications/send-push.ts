import { inPractice } from "@/db/transaction";
import { deliveryPractice } from "@/features/practices/delivery-practice";
import type { JobServices } from "@/server/services";
import type { DeliveryOutcome } from "./delivery-outcome";
import type { LeasedDelivery } from "./lease-delivery";
import { pushPurposes } from "./purposes";
import { pushPayload } from "./push-payload";
import { pushTarget } from "./push-target";

/** A phone that was off for longer is told by the count of unread messages, not by old notices. */
const KEEP_SECONDS = 24 * 3_600;

/** One try of a push to one browser. A browser that no longer wants any is forgotten. */
export async function sendPush(
  services: JobServices,
  leased: LeasedDelivery,
): Promise<DeliveryOutcome> {
  const { practiceId, recipient: id, language, values } = leased;
  const { push } = services.outside;
  const purpose = pushPurposes.find((known) => known === leased.purpose);
  if (!purpose || push === null) return { became: "refused", error: "unknown_purpose" };
  const found = await inPractice(services.db, practiceId, async (tx) => ({
    target: await pushTarget(tx, { practiceId, id }),
    practice: await deliveryPractice(tx, practiceId),
  }));
  if (found.target === null) return { became: "dropped" };
  const practiceName = found.practice.name;
  const payload = pushPayload(services.env, { purpose, language, values, practiceName });
  const sent = await push.send({
    target: found.target,
    payload: JSON.stringify(payload),
    topic: leased.id.replaceAll("-", ""),
    keepSeconds: KEEP_SECONDS,
  });
  if (sent.ok) return { became: "sent" };
  const { status, retryAfterSeconds } = sent.detail ?? {};
  const error = typeof status === "number" ? `${sent.reason} ${status}` : sent.reason;
  switch (sent.reason) {
    case "gone":
      await inPractice(services.db, practiceId, (tx) =>
        tx.pushSubscription.deleteMany({ where: { practiceId, id } }),
      );
      return { became: "dropped" };
    case "refused":
      return { became: "refused", error };
    case "unclear":
      return { became: "unclear", error };
    case "unauthorized":
    case "unreachable":
      return {
        became: "not_sent",
        error,
        ...(typeof retryAfterSeconds === "number" && { waitSeconds: retryAfterSeconds }),
      };
  }
}
