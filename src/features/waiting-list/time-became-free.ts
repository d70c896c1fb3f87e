import type { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";

/**
 * Tells the waiting list of a stretch that became free, in the transaction that freed it (R35). Visits, closures and time
 * off tell it by themselves, through triggers on the same function; where nobody waits, nothing is written.
 */
export async function timeBecameFree(
  tx: Tx,
  practiceId: string,
  freed: {
    /** Null: everybody's. */
    readonly practitionerId: string | null;
    readonly startsAt: Temporal.Instant;
    readonly endsAt: Temporal.Instant;
  },
): Promise<void> {
  const { practitionerId, startsAt, endsAt } = freed;
  await tx.$executeRaw`select tenant.time_became_free(${practiceId}::uuid, ${practitionerId}::uuid,
    ${startsAt.toString()}::timestamptz, ${endsAt.toString()}::timestamptz)`;
}
