import type { Tx } from "@/db/client";

/** Whether a locked record was changed since the form read it. */
export async function isOldForm(
  tx: Tx,
  practiceId: string,
  { id, version }: { readonly id: string; readonly version: number },
): Promise<boolean> {
  return (await tx.patient.count({ where: { practiceId, id, version } })) === 0;
}
