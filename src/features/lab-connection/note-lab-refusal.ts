import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import type { Services } from "@/server/services";

/**
 * Writes down that the lab turned a connection's sign-in down, which beats the clock (R44), unless somebody has signed in
 * meanwhile: `refused` are the sealed tokens the lab did not take. Answers whether it is so now.
 */
export async function noteLabRefusal(
  tx: Tx,
  { random, now }: Services,
  {
    practiceId,
    connectionId,
    refused,
  }: {
    readonly practiceId: string;
    readonly connectionId: string;
    readonly refused: Uint8Array<ArrayBuffer> | null;
  },
): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ since: Date | null; signedInAt: Date | null }[]>`
    select refused_by_lab_at as since, last_authenticated_at as "signedInAt" from tenant.lab_connection
    where practice_id = ${practiceId}::uuid and id = ${connectionId}::uuid
      and sealed_tokens is not distinct from ${refused} for update`;
  if (!row) return false;
  if (row.since && row.signedInAt && row.since > row.signedInAt) return true;
  // After the sign-in, also by a clock that was moved back since.
  const at = new Date(Math.max(now.epochMilliseconds, (row.signedInAt?.getTime() ?? 0) + 1));
  await tx.labConnection.updateMany({
    where: { practiceId, id: connectionId },
    data: { refusedByLabAt: at },
  });
  await tx.labConnectionEvent.create({
    data: {
      practiceId,
      id: random.uuid(),
      connectionId,
      event: "refused_by_lab",
      at: fromInstant(now),
    },
    select: { id: true },
  });
  return true;
}
