import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import type { PlanEdit } from "@/domain/treatment/plan/plan-edit";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import type { PlanDraft } from "./schema";

/** Numbers are unique per arch: all step aside first, so that stages can change places. */
const ASIDE = 1_000;

interface Written {
  readonly planId: string;
  readonly version: number;
  readonly reason: string;
  readonly plan: PlanDraft;
  readonly edit: PlanEdit;
}

/** Brings series and stages into the wanted form, keeps it as a version, and gives it back with the ids of what is new. */
export async function writePlan(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  { planId, version, reason, plan, edit }: Written,
): Promise<PlanDraft> {
  const { practiceId } = actor;
  const saved = withIds(plan, () => services.random.uuid());
  await removeParts(tx, practiceId, edit);
  await tx.$executeRaw`
    update tenant.treatment_series set number = number + ${ASIDE}
    where practice_id = ${practiceId}::uuid and plan_id = ${planId}::uuid`;
  await tx.$executeRaw`
    update tenant.stage st set number = st.number + ${ASIDE} from tenant.treatment_series s
    where s.practice_id = ${practiceId}::uuid and s.plan_id = ${planId}::uuid
      and st.practice_id = s.practice_id and st.series_id = s.id and st.kind <> 'template'`;
  await putSeries(tx, practiceId, planId, saved);
  await putStages(tx, practiceId, saved);
  await tx.treatmentPlan.update({
    where: { practiceId_id: { practiceId, id: planId } },
    data: {
      currentVersion: version,
      wearGoalMinutes: saved.wearGoalMinutes,
      startsOn: dateOf(saved.series[0]?.startsOn),
    },
    select: { id: true },
  });
  await tx.planVersion.create({
    data: {
      practiceId,
      id: services.random.uuid(),
      planId,
      version,
      reason,
      snapshot: saved,
      createdByPersonId: actor.personId,
      createdAt: fromInstant(services.now),
    },
    select: { id: true },
  });
  return saved;
}

async function removeParts(tx: Tx, practiceId: string, edit: PlanEdit): Promise<void> {
  await tx.stage.deleteMany({ where: { practiceId, id: { in: [...edit.removedStages] } } });
  await tx.treatmentSeries.deleteMany({
    where: { practiceId, id: { in: [...edit.removedSeries] } },
  });
}

async function putSeries(
  tx: Tx,
  practiceId: string,
  planId: string,
  plan: PlanDraft,
): Promise<void> {
  const rows = plan.series.map(({ stages: _, ...series }, index) => ({
    ...series,
    number: index + 1,
  }));
  await tx.$executeRaw`
    insert into tenant.treatment_series (practice_id, id, plan_id, number, kind, starts_on, ended_on)
    select ${practiceId}::uuid, x.id, ${planId}::uuid, x.number, x.kind::tenant.series_kind, x."startsOn", x."endedOn"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(id uuid, number int, kind text, "startsOn" date, "endedOn" date)
    on conflict (practice_id, id) do update set number = excluded.number, kind = excluded.kind,
      starts_on = excluded.starts_on, ended_on = excluded.ended_on`;
}

async function putStages(tx: Tx, practiceId: string, plan: PlanDraft): Promise<void> {
  const rows = plan.series.flatMap(({ id: seriesId, stages }) =>
    stages.map(({ place, remove, ipr, ...stage }) => ({
      ...stage,
      seriesId,
      attachments: place.length + remove.length > 0 ? { place, remove } : null,
      ipr: ipr.length > 0 ? ipr : null,
    })),
  );
  await tx.$executeRaw`
    insert into tenant.stage (practice_id, id, series_id, arch, number, kind, interval_days, wear_goal_minutes,
      stop_after, attachments, ipr, note)
    select ${practiceId}::uuid, x.id, x."seriesId", x.arch::tenant.arch, x.number, x.kind::tenant.stage_kind,
      x."intervalDays", x."wearGoalMinutes", x."stopAfter"::tenant.stop_kind, nullif(x.attachments, 'null'),
      nullif(x.ipr, 'null'), x.note
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as x(id uuid, "seriesId" uuid, arch text, number int, kind text, "intervalDays" int, "wearGoalMinutes" int,
        "stopAfter" text, attachments jsonb, ipr jsonb, note text)
    on conflict (practice_id, id) do update set number = excluded.number, kind = excluded.kind,
      interval_days = excluded.interval_days, wear_goal_minutes = excluded.wear_goal_minutes,
      stop_after = excluded.stop_after, attachments = excluded.attachments, ipr = excluded.ipr, note = excluded.note`;
}

function withIds(plan: PlanDraft, newId: () => string): PlanDraft {
  return {
    ...plan,
    series: plan.series.map((series) => ({
      ...series,
      id: series.id ?? newId(),
      stages: series.stages.map((stage) => ({ ...stage, id: stage.id ?? newId() })),
    })),
  };
}

function dateOf(text: string | null | undefined): Date | null {
  return text ? new Date(`${text}T00:00:00Z`) : null;
}
