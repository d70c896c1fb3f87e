import type { Tx } from "@/db/client";
import type { ThreadState } from "@/domain/messages/thread-state";
import type { ClinicActor } from "@/features/access/actors";
import { reachOf } from "../thread-member";

export interface HeldThread {
  readonly id: string;
  readonly patientId: string;
  readonly state: ThreadState;
  readonly withStaff: boolean;
  readonly messageCount: number;
  /** The patient's side wrote last, automatic replies apart. */
  readonly askedLast: boolean;
  readonly assignedToPersonId: string | null;
  /** Null too once it has come back. */
  readonly snoozedUntilAt: Date | null;
}

/** A thread held until the end of the transaction; null where the actor does not reach it (S12). */
export async function lockThread(
  tx: Tx,
  actor: ClinicActor,
  id: string,
): Promise<HeldThread | null> {
  const rows = await tx.$queryRaw<HeldThread[]>`
    select id, patient_id as "patientId", state, with_staff as "withStaff", message_count as "messageCount",
      last_message_by_patient as "askedLast", assigned_to_person_id as "assignedToPersonId",
      case when snoozed_until_at > app_now() then snoozed_until_at end as "snoozedUntilAt"
    from tenant.thread
    where practice_id = ${actor.practiceId}::uuid and id = ${id}::uuid
      and (not ${reachOf(actor).withStaffOnly}::boolean or with_staff)
    for update`;
  return rows[0] ?? null;
}
