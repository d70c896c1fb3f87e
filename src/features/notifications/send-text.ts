import { inPractice } from "@/db/transaction";
import { isExpired } from "@/domain/notifications/delivery-tries";
import { deliveryPractice } from "@/features/practices/delivery-practice";
import type { SentSms } from "@/ports/sms";
import type { JobServices } from "@/server/services";
import type { DeliveryOutcome } from "./delivery-outcome";
import { openSecret } from "./delivery-secret";
import type { LeasedDelivery } from "./lease-delivery";
import { smsPurposes } from "./purposes";
import { textBody } from "./text-body";
import { textStopped } from "./text-stopped";

/**
 * One try of a text. What an earlier try may have sent is looked for at the provider first, and sent again only when
 * the provider does not have it: by then every earlier request is long over (S17).
 */
export async function sendText(
  services: JobServices,
  leased: LeasedDelivery,
): Promise<DeliveryOutcome> {
  const { sms } = services.outside;
  const purpose = smsPurposes.find((known) => known === leased.purpose);
  if (!purpose) return { became: "refused", error: "unknown_purpose" };
  const secret = openSecret(services, leased);
  if (!secret.ok) return { became: "refused", error: secret.reason };
  const { practice, stopped } = await inPractice(services.db, leased.practiceId, async (tx) => ({
    practice: await deliveryPractice(tx, leased.practiceId),
    stopped: await textStopped(tx, leased),
  }));
  if (stopped !== null) return { became: "refused", error: stopped };
  const to = leased.recipient;
  const body = textBody(services.env, {
    purpose,
    language: leased.language,
    values: leased.values,
    secret: secret.value,
    practiceName: practice.name,
    zone: practice.zone,
  });
  if (leased.mayBeSent) {
    const found = await sms.findSent({ to, body, since: leased.firstTriedAt });
    if (!found.ok) return { became: "unclear", error: `looking_for_it ${found.reason}` };
    if (found.value !== null) return sentAs(found.value);
    if (isExpired(leased.expiresAt, leased.now)) return { became: "dropped" };
  }
  const statusCallbackUrl = statusAddress(services.env.appUrl, leased);
  const sent = await sms.send({ to, body, ...(statusCallbackUrl && { statusCallbackUrl }) });
  if (sent.ok) return sentAs(sent.value);
  const code = sent.detail?.code ?? sent.detail?.status;
  const error = typeof code === "number" ? `${sent.reason} ${code}` : sent.reason;
  if (sent.reason === "refused") return { became: "refused", error };
  return { became: sent.reason === "unclear" ? "unclear" : "not_sent", error };
}

function sentAs({ providerId, status, segments }: SentSms): DeliveryOutcome {
  const counted = segments > 0 ? { segments } : {};
  return { became: status === "delivered" ? "delivered" : "sent", providerId, ...counted };
}

/** Where the provider reports the status: the address carries the practice and the delivery (S12). */
export function statusAddress(
  appUrl: string,
  { practiceId, id }: { readonly practiceId: string; readonly id: string },
): string {
  return `${appUrl}/api/webhooks/sms?practice=${practiceId}&delivery=${id}`;
}
