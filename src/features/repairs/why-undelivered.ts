import type { Tx } from "@/db/client";
import { undeliveredReason } from "@/domain/registration/failure-reason";

/** Why something did not arrive, as a word that `repairs.why` explains, by what the other side said last (S17). */
export function whyOf(kind: string, lastError: string | null): string {
  if (kind === "sms") return undeliveredReason(lastError);
  const code = /\b\d{3}\b/.exec(lastError ?? "")?.[0] ?? "";
  const word = lastError?.split(" ")[0] ?? "";
  return byReply[code] ?? (words.has(word) ? word : "unknown_failure");
}

// RFC 5321, 4.2.3.
const byReply: Readonly<Record<string, string>> = {
  "450": "mailbox_busy",
  "452": "mailbox_full",
  "550": "mailbox_unknown",
  "551": "mailbox_unknown",
  "552": "mailbox_full",
  "553": "address_wrong",
  "554": "mail_refused",
};
const words: ReadonlySet<string> = new Set([
  "unauthorized",
  "not_verified",
  "not_linked",
  "disabled",
]);

/** Why the text of a failed registration did not arrive (R8), or why the newest text to its number did not. */
export async function whyTextUndelivered(
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
  return whyOf("sms", delivery?.lastError ?? null);
}
