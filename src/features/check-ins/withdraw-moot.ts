import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { recordAudit } from "@/features/audit/record-audit";
import type { Services } from "@/server/services";

/**
 * Takes back what was asked for by itself at a stop whose aligner was never put on after all: its change was taken back
 * (R21, R24). Photos already taken keep the request.
 */
export async function withdrawMoot(tx: Tx, services: Services, practiceId: string): Promise<void> {
  const withdrawn = await tx.$queryRaw<{ id: string; patientId: string }[]>`
    update tenant.check_in k set state = 'cancelled', cancelled_at = ${fromInstant(services.now)}
    where k.practice_id = ${practiceId}::uuid and k.state = 'requested' and k.requested_by_person_id is null
      and k.stage_id is not null
      and not exists (select from tenant.aligner_change c where c.practice_id = k.practice_id
        and c.stage_id = k.stage_id and c.undone_at is null)
      and not exists (select from tenant.check_in_photo f where f.practice_id = k.practice_id
        and f.check_in_id = k.id)
    returning k.id, k.patient_id as "patientId"`;
  for (const { id, patientId } of withdrawn)
    await recordAudit(
      tx,
      services,
      {},
      {
        action: "check_in.cancelled",
        practiceId,
        objectKind: "check_in",
        objectId: id,
        patientId,
      },
    );
}
