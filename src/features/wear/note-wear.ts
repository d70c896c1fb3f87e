import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { decideWear } from "@/domain/wear/wear-day";
import type { PatientActor } from "@/features/access/actors";
import { mayAct } from "@/features/access/may-act";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { dayIn, loadPlan } from "@/features/treatment/load-facts";
import { viewOf } from "@/features/treatment/treatment-view";
import type { Services } from "@/server/services";
import type { NoteWearReason } from "./refusals";
import type { WearInput, WearNotedView } from "./schema";
import { firstWornOn } from "./wear-view";

/**
 * Notes how long a day's aligners were worn, or corrects it (R23). The day is one of the practice's zone; the same note
 * twice is one. Refused as `decideWear`, and `view_only` for a guardian who may only look.
 */
export async function noteWear(
  services: Services,
  actor: PatientActor,
  input: WearInput,
): Promise<Result<WearNotedView, NoteWearReason>> {
  return inPractice(services.db, actor.practiceId, async (tx) => {
    if (!(await mayAct(tx, actor))) return refused("view_only");
    const today = dayIn(actor.zone, services.now);
    const firstOn = firstWornOn(viewOf(await loadPlan(tx, actor), today));
    const wish = { on: Temporal.PlainDate.from(input.on), minutes: input.minutes };
    const decided = decideWear(wish, { today, zone: actor.zone, firstOn });
    if (!decided.ok) return decided;
    const { on, minutes } = input;
    const changed =
      minutes === null
        ? await remove(tx, actor, on)
        : await write(tx, services, actor, { on, minutes });
    if (changed > 0) {
      await recordAudit(tx, services, auditActor(actor), {
        action: minutes === null ? "wear_log.removed" : "wear_log.recorded",
        practiceId: actor.practiceId,
        objectKind: "patient",
        objectId: actor.patientId,
        patientId: actor.patientId,
        detail: { on },
      });
    }
    return ok({ on, minutes });
  });
}

/** One row per day, whoever comes first; writes nothing where the same stands there already. */
function write(
  tx: Tx,
  services: Services,
  { practiceId, patientId, personId }: PatientActor,
  { on, minutes }: { on: string; minutes: number },
): Promise<number> {
  return tx.$executeRaw`
    insert into tenant.wear_log as w (practice_id, id, patient_id, "on", minutes, recorded_by_person_id, recorded_at)
    values (${practiceId}::uuid, ${services.random.uuid()}::uuid, ${patientId}::uuid, ${on}::date, ${minutes},
      ${personId}::uuid, ${fromInstant(services.now)})
    on conflict (practice_id, patient_id, "on") do update
      set minutes = excluded.minutes, recorded_by_person_id = excluded.recorded_by_person_id,
        recorded_at = excluded.recorded_at
      where w.minutes <> excluded.minutes`;
}

function remove(tx: Tx, { practiceId, patientId }: PatientActor, on: string): Promise<number> {
  return tx.$executeRaw`
    delete from tenant.wear_log
    where practice_id = ${practiceId}::uuid and patient_id = ${patientId}::uuid and "on" = ${on}::date`;
}
