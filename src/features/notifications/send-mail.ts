import { inPractice } from "@/db/transaction";
import { deliveryPractice } from "@/features/practices/delivery-practice";
import type { JobServices } from "@/server/services";
import type { DeliveryOutcome } from "./delivery-outcome";
import { openSecret } from "./delivery-secret";
import type { LeasedDelivery } from "./lease-delivery";
import { renderMail } from "./mails/render-mail";
import { mailPurposes } from "./purposes";
import { visitMail } from "./visit-mail";

/** One try of a mail. Every try has the row's one Message-ID, so that a repeat can be told as one (S17). */
export async function sendMail(
  services: JobServices,
  leased: LeasedDelivery,
): Promise<DeliveryOutcome> {
  const purpose = mailPurposes.find((known) => known === leased.purpose);
  if (!purpose) return { became: "refused", error: "unknown_purpose" };
  const secret = openSecret(services, leased);
  if (!secret.ok) return { became: "refused", error: secret.reason };
  const practice = await inPractice(services.db, leased.practiceId, (tx) =>
    deliveryPractice(tx, leased.practiceId),
  );
  const about = await visitMail(services, leased, purpose, practice);
  if (about === "outdated") return { became: "dropped" };
  const { language } = leased;
  const { values, calendar } = about ?? { values: leased.values };
  const rendered = await renderMail(services.env, {
    purpose,
    language,
    values,
    secret: secret.value,
    practice,
  });
  const messageId = `${leased.id}@${new URL(services.env.appUrl).hostname}`;
  const sent = await services.outside.mail.send({
    ...rendered,
    messageId,
    from: { name: practice.name, address: practice.mailFrom },
    to: { address: leased.recipient },
    ...(calendar && { calendar }),
  });
  if (sent.ok) return { became: "sent", messageId };
  const error = errorWord(sent);
  if (sent.reason === "refused") return { became: "refused", error };
  return { became: sent.reason === "unclear" ? "unclear" : "not_sent", error };
}

function errorWord({ reason, detail }: { reason: string; detail?: Record<string, unknown> }) {
  const status = detail?.status ?? detail?.code;
  return status === undefined || status === null || status === "" ? reason : `${reason} ${status}`;
}
