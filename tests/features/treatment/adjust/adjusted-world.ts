import { inPractice } from "@/db/transaction";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { adjustPlan, previewAdjustment } from "@/features/treatment/adjust/adjust-plan";
import { adjustmentHistory } from "@/features/treatment/adjust/adjustment-history";
import type { WishInput } from "@/features/treatment/adjust/schema";
import { previewUndo, undoAdjustment } from "@/features/treatment/adjust/undo-adjustment";
import { treatmentView } from "@/features/treatment/queries";
import { recordAlignerChange } from "@/features/treatment/record-aligner-change";
import { makeClinicActor, makePatientActor } from "../../../support/people";
import { makePractice, type World } from "../../../support/world";
import { makePlan, today } from "../made-plan";

/** A patient who wears the second aligner of five, five days ago; who treats them, and what both can do. */
export async function adjustedWorld(world: World, wish: Parameters<typeof makePlan>[3] = {}) {
  const practice = await makePractice(world);
  const practiceId = practice.id;
  const actor = await makePatientActor(world, practiceId, {
    email: `${crypto.randomUUID()}@example.com`,
  });
  await inPractice(world.db, practiceId, (tx) =>
    tx.patient.updateMany({ where: { id: actor.patientId }, data: { loginId: actor.loginId } }),
  );
  const plan = await makePlan(world, practice, actor.patientId, {
    worn: { upper: 2, lower: 2 },
    daysAgo: 5,
    ...wish,
  });
  const orthodontist = await makeClinicActor(world, practiceId, "orthodontist");
  const id = actor.patientId;

  async function preview(wished: WishInput, by: ClinicActor = orthodontist) {
    return previewAdjustment(await world.services(), by, { id, wish: wished });
  }
  async function seen(wished: WishInput): Promise<string> {
    const shown = await preview(wished);
    return shown.ok ? shown.value.seen : "";
  }
  async function adjust(wished: WishInput, by: ClinicActor = orthodontist, key?: string) {
    const services = await world.services(key === undefined ? {} : { idempotencyKey: key });
    const mark = await seen(wished);
    return adjustPlan(services, by, { id, wish: wished, reason: "Tight fit", seen: mark });
  }
  return {
    practice,
    plan,
    actor,
    orthodontist,
    preview,
    seen,
    adjust,
    day: (plus: number) => today(world, practice, plus),
    async undo(adjustmentId: string, by: ClinicActor = orthodontist) {
      const shown = await previewUndo(await world.services(), by, { id, adjustmentId });
      if (!shown.ok) return shown;
      return undoAdjustment(await world.services(), by, {
        id,
        adjustmentId,
        seen: shown.value.seen,
      });
    },
    async history(by: ClinicActor = orthodontist) {
      return adjustmentHistory(await world.services(), by, id);
    },
    /** What the patient's page says. */
    async view() {
      return (await treatmentView(await world.services(), actor)).value;
    },
    async change(stage: number) {
      const changedOn = await today(world, practice);
      const as: PatientActor = actor;
      return recordAlignerChange(await world.services(), as, { stage, changedOn });
    },
    async audited(action: "plan.adjusted" | "plan.adjustment_undone") {
      return inPractice(world.db, practiceId, (tx) =>
        tx.auditEntry.findMany({
          where: { action },
          select: { patientId: true, actorPersonId: true },
        }),
      );
    },
    async mails() {
      return inPractice(world.db, practiceId, (tx) =>
        tx.delivery.findMany({
          where: { practiceId, purpose: "plan_changed" },
          select: { recipient: true, content: true },
        }),
      );
    },
  };
}

/** The id of what was decided; throws with the reason of a refusal. */
export function idOf(
  answer: { ok: true; value: { id: string } } | { ok: false; reason: string },
): string {
  if (!answer.ok) throw new Error(answer.reason);
  return answer.value.id;
}
