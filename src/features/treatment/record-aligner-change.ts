import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { RolledBack } from "@/db/transaction";
import { ok, type Result, refused } from "@/domain/result";
import { type AlignerChangeDecision, decideAlignerChange } from "@/domain/treatment/aligner-change";
import type { PatientActor } from "@/features/access/actors";
import { mayAct } from "@/features/access/may-act";
import { auditActor } from "@/features/audit/audit-actor";
import { recordAudit } from "@/features/audit/record-audit";
import { submitOnce } from "@/features/idempotency/submit-once";
import type { Services } from "@/server/services";
import { dayIn, factsOf, loadPlan, type PlanRow } from "./load-facts";
import { plainDetail } from "./plain-detail";
import type { RecordChangeRefusal } from "./refusals";
import type { AlignerChangeInput, AlignerChangeView } from "./schema";
import { viewOf } from "./treatment-view";

/**
 * The patient, or a guardian for them, put the next aligner on (R21). Days are those of the practice's zone. Refused as
 * `decideAlignerChange`, and: `no_plan`; `view_only` for a guardian who may only look.
 */
export async function recordAlignerChange(
  services: Services,
  actor: PatientActor,
  input: AlignerChangeInput,
): Promise<Result<AlignerChangeView, RecordChangeRefusal>> {
  return submitOnce(services, actor, "POST /api/treatment/aligner-changes", input, decideAndRecord);
}

async function decideAndRecord(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  input: AlignerChangeInput,
): Promise<Result<AlignerChangeView, RecordChangeRefusal>> {
  if (!(await mayAct(tx, actor))) return refused("view_only");
  const { practiceId, patientId } = actor;
  // Changes of one plan follow each other, so that each is decided on the facts of the one before.
  const locked = await tx.$queryRaw<{ id: string }[]>`
    select id from tenant.treatment_plan
    where practice_id = ${practiceId}::uuid and patient_id = ${patientId}::uuid
      and completed_at is null and approved_at is not null
    for update`;
  const plan = locked.length === 0 ? null : await loadPlan(tx, actor);
  if (plan === null) return refused("no_plan");

  const today = dayIn(actor.zone, services.now);
  const wish = {
    stage: input.stage,
    changedOn: Temporal.PlainDate.from(input.changedOn),
    ...(input.arch && { arch: input.arch }),
  };
  const decided = decideAlignerChange(factsOf(plan), wish, today);
  if (!decided.ok) return refused(decided.reason, plainDetail(decided.detail));

  const ids = await insertChanges(tx, services, actor, plan, decided.value);
  const changes = decided.value.differences.map(({ arch, stage }, index) => ({
    id: ids[index] ?? "",
    arch,
    stage,
    changedOn: input.changedOn,
  }));
  await recordAudit(tx, services, auditActor(actor), {
    action: "aligner_change.recorded",
    practiceId,
    objectKind: "treatment_plan",
    objectId: plan.id,
    patientId,
    detail: { changes: changes.map(({ id: _, ...change }) => change) },
  });
  const treatment = viewOf(withChanges(plan, decided.value, services.now), today);
  return ok({ changes, differences: [...decided.value.differences], treatment });
}

/** The unique index judges what the lock on the plan let through. Backtracks taken back count, too: numbers only grow. */
async function insertChanges(
  tx: Tx,
  services: Services,
  actor: PatientActor,
  plan: PlanRow,
  decision: AlignerChangeDecision,
): Promise<string[]> {
  const ids: string[] = [];
  for (const event of decision.events) {
    const id = services.random.uuid();
    const inserted = await tx.$executeRaw`
      insert into tenant.aligner_change (practice_id, id, plan_id, stage_id, patient_id, changed_on,
        recorded_by_person_id, recorded_at, after_backtracks)
      values (${actor.practiceId}::uuid, ${id}::uuid, ${plan.id}::uuid, ${event.stageId}::uuid,
        ${actor.patientId}::uuid, ${event.on.toString()}::date, ${actor.personId}::uuid,
        ${fromInstant(services.now)},
        (select count(*) from tenant.backtrack b
          where b.practice_id = ${actor.practiceId}::uuid and b.plan_id = ${plan.id}::uuid))
      on conflict do nothing`;
    if (inserted === 0) throw new RolledBack(refused("already_done"));
    ids.push(id);
  }
  return ids;
}

function withChanges(
  plan: PlanRow,
  decision: AlignerChangeDecision,
  recordedAt: Temporal.Instant,
): PlanRow {
  const added = decision.events.map(({ event, stageId, on }) => ({
    event,
    stageId,
    on: on.toString(),
    recordedAt: recordedAt.toString(),
  }));
  return { ...plan, events: [...plan.events, ...added] };
}
