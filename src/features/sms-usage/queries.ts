import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";

/** Texts of the practice queued since then, resends and failures included: what a daily cap counts (S3). */
export function textsSince(tx: Tx, practiceId: string, since: Temporal.Instant): Promise<number> {
  return tx.delivery.count({
    where: { practiceId, kind: "sms", createdAt: { gte: fromInstant(since) } },
  });
}
