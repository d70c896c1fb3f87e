import type { Tx } from "@/db/client";
import type { CheckInState } from "@/domain/check-ins/check-in-state";

export interface LockedCheckIn {
  readonly id: string;
  readonly patientId: string;
  readonly stageId: string | null;
  readonly state: CheckInState;
}

/** A check-in kept for this transaction, so that whatever changes it is decided on the state before; null for none. */
export async function lockCheckIn(
  tx: Tx,
  where: { readonly practiceId: string; readonly id: string; readonly patientId?: string },
): Promise<LockedCheckIn | null> {
  const { practiceId, id, patientId = null } = where;
  const rows = await tx.$queryRaw<LockedCheckIn[]>`
    select id, patient_id as "patientId", stage_id as "stageId", state::text
    from tenant.check_in
    where practice_id = ${practiceId}::uuid and id = ${id}::uuid
      and (${patientId}::uuid is null or patient_id = ${patientId}::uuid)
    for update`;
  return rows[0] ?? null;
}
