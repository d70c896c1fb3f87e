import * as z from "zod";
import type { Tx } from "@/db/client";
import type { PushTarget } from "@/ports/push";

const kept = z.object({ p256dh: z.string(), auth: z.string() });

/** Where a browser's notices go, or null when it no longer wants any. */
export async function pushTarget(
  tx: Tx,
  { practiceId, id }: { readonly practiceId: string; readonly id: string },
): Promise<PushTarget | null> {
  const row = await tx.pushSubscription.findUnique({
    where: { practiceId_id: { practiceId, id } },
    select: { endpoint: true, keys: true },
  });
  return row && { endpoint: row.endpoint, keys: kept.parse(row.keys) };
}
