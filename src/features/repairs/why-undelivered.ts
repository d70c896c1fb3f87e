import type { Tx } from "@/db/client";

/**
 * Why a mail or text did not arrive, as a word that `repairs.why` explains: from what the provider or mail server said
 * (Twilio's error codes, SMTP's replies).
 */
export function whyOf(lastError: string | null): string {
  const code = /\d{3,5}/.exec(lastError ?? "")?.[0] ?? "";
  return known[code] ?? known[lastError?.split(" ")[0] ?? ""] ?? "unknown";
}

const known: Readonly<Record<string, string>> = {
  // https://www.twilio.com/docs/api/errors: 21xxx when asked to send, 30xxx from the carrier.
  "21211": "number_wrong",
  "21610": "opted_out",
  "21614": "not_mobile",
  "30003": "phone_off",
  "30004": "blocked",
  "30005": "number_wrong",
  "30006": "not_mobile",
  "30007": "filtered",
  "30008": "unknown",
  // RFC 5321 4.2.3 and 4.2.4.
  "450": "mailbox_busy",
  "452": "mailbox_full",
  "550": "mailbox_unknown",
  "551": "mailbox_unknown",
  "552": "mailbox_full",
  "553": "address_wrong",
  "554": "mail_refused",
  unreachable: "unreachable",
  not_sent: "unreachable",
  gave_up: "unreachable",
  unauthorized: "unauthorized",
  not_verified: "not_verified",
  not_linked: "not_linked",
};

/** Why the text of a failed registration did not arrive (R8), or why the newest text to its number did not. */
export async function whyUndelivered(
  tx: Tx,
  practiceId: string,
  entry: { readonly deliveryId: string | null; readonly mobile: string },
): Promise<string> {
  const delivery = await tx.delivery.findFirst({
    where:
      entry.deliveryId === null
        ? { practiceId, kind: "sms", recipient: entry.mobile, state: "undelivered" }
        : { practiceId, id: entry.deliveryId },
    orderBy: { createdAt: "desc" },
    select: { lastError: true },
  });
  return whyOf(delivery?.lastError ?? null);
}
