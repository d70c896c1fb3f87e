import type { Tx } from "@/db/client";

/** Whether the practice's records live in Archway: beside a management system of its own they are made and named there (R49). */
export async function areRecordsOurs(tx: Tx, practiceId: string): Promise<boolean> {
  const where = { practiceId, kind: { not: "local" } } as const;
  return (await tx.pmsConnection.count({ where })) === 0;
}
