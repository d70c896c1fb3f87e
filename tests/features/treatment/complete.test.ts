import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { completePlan, previewCompletion } from "@/features/treatment/complete/complete-plan";
import { treatmentView } from "@/features/treatment/queries";
import { recordAlignerChange } from "@/features/treatment/record-aligner-change";
import { makeClinicActor } from "../../support/people";
import { makePractitioner } from "../../support/world";
import { INTERVAL_DAYS, today, treatedPatient } from "./made-plan";
import { save, series, world } from "./plan/plan-world";

/** A patient who has put on the last of two aligners so many days ago, and their orthodontist. */
async function nearlyDone(daysAgo = INTERVAL_DAYS) {
  const made = await treatedPatient(world, { upper: 2, lower: 2, daysAgo });
  const doctor = await makeClinicActor(world, made.practice.id, "orthodontist");
  const id = made.actor.patientId;
  return {
    ...made,
    doctor,
    id,
    complete: async (version = 1, idempotencyKey?: string, by = doctor) =>
      completePlan(await world.services({ idempotencyKey }), by, { id, version }),
    audited: () =>
      inPractice(world.db, made.practice.id, (tx) =>
        tx.auditEntry.findMany({
          where: { action: "plan.completed" },
          select: { patientId: true, actorPersonId: true, detail: true },
        }),
      ),
  };
}

describe("R22: completing a plan", () => {
  it("is shown in the patient's words first, keeps the plan as it is, and lets a new one begin", async () => {
    const { id, doctor, actor, practice, complete, audited } = await nearlyDone();
    const shown = await previewCompletion(await world.services(), doctor, { id });
    expect(shown).toEqual({
      ok: true,
      value: {
        version: 1,
        said: { title: "Your treatment is complete", text: "All 2 aligners worn to the end." },
      },
    });
    expect(await audited()).toEqual([]);
    expect(await complete()).toEqual({ ok: true, value: { version: 1, state: "completed" } });
    const seen = (await treatmentView(await world.services(), actor)).value;
    expect(seen).toMatchObject({ phase: "finished", isCompleted: true, percentDone: 100 });
    expect(await audited()).toEqual([
      { patientId: id, actorPersonId: doctor.personId, detail: { version: 1 } },
    ]);
    const late = await recordAlignerChange(await world.services(), actor, {
      stage: 3,
      changedOn: await today(world, practice),
    });
    expect(late).toMatchObject({ ok: false });
    await makePractitioner(world, practice, doctor.personId);
    const next = { wearGoalMinutes: 1320, series: [series("initial", 2, 2)] };
    expect(await save(doctor, id, { version: 0, plan: next })).toMatchObject({
      value: { version: 1, state: "draft" },
    });
  });

  it("is refused while an aligner is still worn, for another version, a draft and when it is done", async () => {
    const early = await nearlyDone(INTERVAL_DAYS - 3);
    expect(await early.complete()).toMatchObject({
      reason: "not_finished",
      detail: { daysLeft: 3 },
    });
    const { doctor, id, complete } = await nearlyDone();
    expect(await complete(2)).toMatchObject({ reason: "changed_meanwhile" });
    const stranger = await makeClinicActor(world, early.practice.id, "orthodontist");
    expect(await complete(1, undefined, stranger)).toMatchObject({ reason: "not_found" });
    expect(await previewCompletion(await world.services(), stranger, { id })).toMatchObject({
      reason: "not_found",
    });
    expect((await complete()).ok).toBe(true);
    expect(await complete()).toMatchObject({ reason: "no_plan" });
    expect(await previewCompletion(await world.services(), doctor, { id })).toMatchObject({
      reason: "no_plan",
    });
  });

  it("S16: two at once complete it once, and the same press sent again gets the same answer", async () => {
    const { complete, audited } = await nearlyDone();
    const answers = await Promise.all([complete(1, "key-a"), complete(1, "key-b")]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: "no_plan" });
    const won = answers[0]?.ok ? "key-a" : "key-b";
    expect(await complete(1, won)).toEqual({ ok: true, value: { version: 1, state: "completed" } });
    expect(await audited()).toHaveLength(1);
  });
});
