import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { nextCaseState } from "@/domain/cases/case-state";
import { seriesFromLab } from "@/domain/cases/plan-from-lab";
import { ok, type Result, refused } from "@/domain/result";
import type { ClinicActor } from "@/features/access/actors";
import { dayIn } from "@/features/treatment/load-facts";
import { approveIn } from "@/features/treatment/plan/approve-in";
import { putPlan } from "@/features/treatment/plan/put-plan";
import type { PlanDraft } from "@/features/treatment/plan/schema";
import { lockedPlan, type StandingPlan } from "@/features/treatment/plan/standing-plan";
import { translationsIn } from "@/lib/translations";
import { languageFor } from "@/lib/words";
import type { Services } from "@/server/services";
import { actOnCase, type HeldCase } from "./act-on-case";
import { moveCase } from "./move-case";
import type { StartTreatmentRefusal } from "./refusals";
import { type CaseAnswer, labPlan, type StartTreatmentInput } from "./schema";

const WEAR_GOAL_MINUTES = 22 * 60;

/**
 * Starts the patient's stages from the lab's approved plan (R41): as their treatment plan, approved with it, or as a
 * refinement of the one that runs. Refusals: `plan_running` and `plan_draft` where there is one already and no refinement
 * was asked for, `no_lab_plan`, `starts_too_early`, `plan_not_possible`, `case_wrong_state`, `not_your_case`.
 */
export function startTreatment(
  services: Services,
  actor: ClinicActor,
  input: StartTreatmentInput,
): Promise<Result<CaseAnswer, StartTreatmentRefusal>> {
  const { practiceId, personId } = actor;
  return actOnCase<StartTreatmentInput, StartTreatmentRefusal>(services, actor, {
    operation: "POST /api/cases/{id}/start-treatment",
    input,
    action: "case.started",
    change: async (tx, held) => {
      if (!held.isMine) return refused("not_your_case");
      // Before the plan is looked at: pressed twice, the plan that runs is this case's own.
      const may = nextCaseState(held.state, "start_treatment", "orthodontist");
      if (!may.ok) return may;
      const today = dayIn(actor.zone, services.now);
      if (Temporal.PlainDate.compare(Temporal.PlainDate.from(input.startsOn), today) < 0)
        return refused("starts_too_early");
      const planned = await makePlan(tx, services, actor, held, input);
      if (!planned.ok) return planned;
      const moved = await moveCase(
        tx,
        services,
        { practiceId, caseId: held.id },
        {
          event: "start_treatment",
          mover: { by: "orthodontist", personId },
          also: { treatmentPlanId: planned.value },
        },
      );
      return moved.ok ? ok({ startsOn: input.startsOn }) : moved;
    },
  });
}

/** Answers the treatment plan's id. */
async function makePlan(
  tx: Tx,
  services: Services,
  actor: ClinicActor,
  held: HeldCase,
  { startsOn, asRefinement }: StartTreatmentInput,
): Promise<Result<string, StartTreatmentRefusal>> {
  const { practiceId } = actor;
  const whose = { practiceId, patientId: held.patientId };
  const review = await tx.labPlanReview.findFirst({
    where: { practiceId, caseId: held.id, decision: "approved" },
    select: { plan: true },
    orderBy: { number: "desc" },
  });
  const stages = labPlan.safeParse(review?.plan);
  if (!stages.success) return refused("no_lab_plan");
  const standing = (await lockedPlan(tx, whose))?.plan ?? null;
  if (standing && !asRefinement)
    return refused(standing.state === "draft" ? "plan_draft" : "plan_running");
  const words = translationsIn(languageFor(services.request.language), "cases.startTreatment");
  const kind = standing ? "refinement" : "initial";
  const series = seriesFromLab(stages.data, kind, startsOn, words("attachmentsNote"));
  const saved = await putPlan(tx, services, actor, {
    id: held.patientId,
    version: standing?.version ?? 0,
    reason: words("reason", { number: held.number }),
    plan: withSeries(standing, series),
  });
  if (!saved.ok) return refused("plan_not_possible", { because: saved.reason });
  const { version, state } = saved.value;
  if (state === "draft") {
    const approved = await approveIn(tx, services, actor, { id: held.patientId, version });
    if (!approved.ok) return refused("plan_not_possible", { because: approved.reason });
  }
  const { plan } = (await lockedPlan(tx, whose)) ?? {};
  return plan ? ok(plan.id) : refused("plan_not_possible");
}

function withSeries(standing: StandingPlan | null, series: PlanDraft["series"][number]): PlanDraft {
  return standing
    ? { ...standing.plan, series: [...standing.plan.series, series] }
    : { wearGoalMinutes: WEAR_GOAL_MINUTES, series: [series] };
}
