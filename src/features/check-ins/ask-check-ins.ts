import { inPractice } from "@/db/transaction";
import { photoStop } from "@/domain/check-ins/photo-stop";
import { treatmentSchedule } from "@/domain/treatment/schedule";
import type { PracticeFacts } from "@/features/practices/current-practice";
import { inEveryPractice } from "@/features/practices/in-every-practice";
import { dayIn, factsOf, loadPlan } from "@/features/treatment/load-facts";
import type { Services } from "@/server/services";
import { openRequest } from "./open-request";
import { withdrawMoot } from "./withdraw-moot";

/** Photos at a stop are wanted this many days after it is reached. */
const DUE_AFTER_DAYS = 3;

/**
 * Asks for photos wherever a photo stop is reached and nobody has asked since that stage was put on (R24). Which stops
 * are reached is read from the plan's facts each time; where one was not after all, it asks no longer. Answers how many
 * it asked for.
 */
export function askCheckIns(services: Services): Promise<number> {
  return inEveryPractice(services, askInPractice);
}

async function askInPractice(services: Services, practice: PracticeFacts): Promise<number> {
  await inPractice(services.db, practice.id, (tx) => withdrawMoot(tx, services, practice.id));
  let asked = 0;
  for (const patientId of await maybeAtStop(services, practice))
    if (await askOne(services, practice, patientId)) asked += 1;
  return asked;
}

/** Who has worn a stage with a photo stop for its days and has no request since; the schedule decides. */
async function maybeAtStop(services: Services, { id, zone }: PracticeFacts): Promise<string[]> {
  const today = dayIn(zone, services.now).toString();
  const rows = await inPractice(
    services.db,
    id,
    (tx) => tx.$queryRaw<{ patientId: string }[]>`
      select distinct tp.patient_id as "patientId"
      from tenant.treatment_plan tp
      join tenant.patient p on p.practice_id = tp.practice_id and p.id = tp.patient_id and p.archived_at is null
      join tenant.aligner_change c on c.practice_id = tp.practice_id and c.plan_id = tp.id and c.undone_at is null
      join tenant.stage st on st.practice_id = c.practice_id and st.id = c.stage_id and st.stop_after = 'photo_check_in'
      where tp.practice_id = ${id}::uuid and tp.approved_at is not null and tp.completed_at is null
        and c.changed_on + st.interval_days <= ${today}::date
        and not exists (select from tenant.stop_release r
          where r.practice_id = st.practice_id and r.stage_id = st.id and r.created_at >= c.recorded_at
            and not exists (select from tenant.plan_adjustment u where u.practice_id = r.practice_id
              and u.id = r.adjustment_id and u.undone_at is not null))
        and not exists (select from tenant.check_in k where k.practice_id = tp.practice_id
          and k.patient_id = tp.patient_id
          and (k.state in ('requested', 'submitted') or k.stage_id = st.id and k.created_at >= c.recorded_at))`,
  );
  return rows.map(({ patientId }) => patientId);
}

function askOne(
  services: Services,
  { id: practiceId, zone }: PracticeFacts,
  patientId: string,
): Promise<boolean> {
  return inPractice(services.db, practiceId, async (tx) => {
    const plan = await loadPlan(tx, { practiceId, patientId, zone });
    if (plan === null || plan.completedAt !== null) return false;
    const today = dayIn(zone, services.now);
    const stop = photoStop(treatmentSchedule(factsOf(plan), today));
    if (stop === null) return false;
    const putOn = plan.events.findLast(({ stageId }) => stageId === stop.id);
    const since = await tx.checkIn.count({
      where: {
        practiceId,
        stageId: stop.id,
        ...(putOn && { createdAt: { gte: new Date(putOn.recordedAt) } }),
      },
    });
    if (since > 0) return false;
    const id = await openRequest(
      tx,
      services,
      {},
      {
        practiceId,
        patientId,
        stageId: stop.id,
        byPersonId: null,
        note: null,
        dueOn: today.add({ days: DUE_AFTER_DAYS }),
      },
    );
    return id !== null;
  });
}
