import type { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { startTreatment } from "@/features/cases/start-treatment";
import { treatmentView } from "@/features/treatment/queries";
import { makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { makePlan, today } from "../treatment/made-plan";
import { type CaseCast, makeCaseCast, presented, rowOf, standing } from "./case-world";

const world = await openWorld();

/** A case whose aligners lie at the practice, and its patient, who has a login. */
async function arrived(zone?: string) {
  const cast = await makeCaseCast(world, zone);
  const { practice, practitionerId } = cast;
  const patient = await makePatientActor(world, practice.id, { practitionerId });
  const of = { ...cast, patientId: patient.patientId };
  const id = await standing(world, of, { state: "at_practice", isAtLab: true });
  await presented(world, of, id, { number: 1, decision: "changes_requested", plan: tooLong });
  await presented(world, of, id, { number: 2, decision: "approved" });
  return { cast: of, patient, id };
}
const tooLong = {
  ...{ upperStages: 40, lowerStages: 40, daysPerStage: 7, attachmentsAtStage: null },
  ...{ ipr: [], stopStages: [], note: null },
};
const start = async (
  by: CaseCast["doctor"],
  id: string,
  startsOn: string,
  { asRefinement = false, key }: { asRefinement?: boolean; key?: string } = {},
) =>
  startTreatment(await world.services({ idempotencyKey: key }), by, { id, startsOn, asRefinement });
const plansOf = ({ practice, patientId }: CaseCast) =>
  inPractice(world.db, practice.id, (tx) =>
    tx.treatmentPlan.findMany({
      where: { patientId },
      include: {
        treatmentSeries: {
          orderBy: { number: "asc" },
          include: { stages: { orderBy: [{ arch: "asc" }, { number: "asc" }] } },
        },
      },
    }),
  );

describe("R41: the patient's stages start from the lab's plan", () => {
  it("exactly as the lab planned them at last, and the patient sees them", async () => {
    const { cast, patient, id } = await arrived();
    const day = await today(world, cast.practice);
    expect(await start(cast.doctor, id, day)).toMatchObject({ value: { state: "in_treatment" } });
    const [plan, ...others] = await plansOf(cast);
    expect(others).toEqual([]);
    expect(plan?.approvedAt).not.toBeNull();
    expect((await rowOf(world, cast, id)).treatmentPlanId).toBe(plan?.id);
    expect(plan?.treatmentSeries.map(({ kind }) => kind)).toEqual(["initial"]);
    const stages = plan?.treatmentSeries[0]?.stages ?? [];
    const named = stages.map(({ arch, number, intervalDays, stopAfter, ipr }) => [
      `${arch} ${number}`,
      intervalDays,
      stopAfter,
      Array.isArray(ipr) ? ipr.length : 0,
    ]);
    expect(named).toEqual([
      ["upper 1", 10, "none", 0],
      ["upper 2", 10, "visit", 0],
      ["upper 3", 10, "none", 1],
      ["upper 4", 10, "none", 0],
      ["lower 1", 10, "none", 0],
      ["lower 2", 10, "visit", 0],
      ["lower 3", 10, "none", 0],
    ]);
    expect(stages.filter(({ note }) => note?.startsWith("Attachments"))).toHaveLength(2);
    const seen = await treatmentView(await world.services(), patient);
    expect(seen).toMatchObject({
      value: { planId: plan?.id, task: { kind: "not_started", startsOn: day } },
    });
  });

  it("pressed twice: one plan, and the second press is told that it has begun", async () => {
    const { cast, id } = await arrived();
    const day = await today(world, cast.practice);
    const answers = await Promise.all([
      start(cast.doctor, id, day),
      start(cast.doctor, id, day, { asRefinement: true }),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({
      reason: "case_wrong_state",
      detail: { state: "in_treatment" },
    });
    const plans = await plansOf(cast);
    expect(plans.map(({ treatmentSeries }) => treatmentSeries.length)).toEqual([1]);
  });

  it("S13: the same press sent again answers the same", async () => {
    const { cast, id } = await arrived();
    const day = await today(world, cast.practice);
    const key = crypto.randomUUID();
    const first = await start(cast.doctor, id, day, { key });
    expect(await start(cast.doctor, id, day, { key })).toEqual(first);
    expect(await plansOf(cast)).toHaveLength(1);
  });

  it("a plan that runs is left alone, unless the stages are to follow it as a refinement", async () => {
    const { cast, id } = await arrived();
    await makePlan(world, cast.practice, cast.patientId, { worn: { upper: 2, lower: 2 } });
    const day = await today(world, cast.practice, 30);
    expect(await start(cast.doctor, id, day)).toMatchObject({ reason: "plan_running" });
    expect((await rowOf(world, cast, id)).state).toBe("at_practice");
    expect(await start(cast.doctor, id, day, { asRefinement: true })).toMatchObject({ ok: true });
    const [plan, ...others] = await plansOf(cast);
    expect(others).toEqual([]);
    expect(plan?.treatmentSeries.map(({ kind, stages }) => [kind, stages.length])).toEqual([
      ["initial", 10],
      ["refinement", 7],
    ]);
  });

  it("a draft that nobody approved is not approved by the way", async () => {
    const { cast, id } = await arrived();
    await makePlan(world, cast.practice, cast.patientId, { approved: false });
    const day = await today(world, cast.practice);
    expect(await start(cast.doctor, id, day)).toMatchObject({ reason: "plan_draft" });
    expect((await plansOf(cast)).map(({ approvedAt }) => approvedAt)).toEqual([null]);
  });

  it.each([
    ["Pacific/Kiritimati", 1],
    ["Pacific/Pago_Pago", -1],
  ])("from today on as the practice counts days: %s", async (zone, ahead) => {
    const { cast, id } = await arrived(zone);
    const services = await world.services();
    const utc = services.now.toZonedDateTimeISO("UTC").toPlainDate();
    // A moment at which the practice's day is not that of UTC.
    const now = utc
      .toZonedDateTime("UTC")
      .add({ hours: ahead > 0 ? 20 : 5 })
      .toInstant();
    const own = utc.add({ days: ahead });
    const on = (day: Temporal.PlainDate) =>
      startTreatment({ ...services, now }, cast.doctor, {
        ...{ id, startsOn: day.toString(), asRefinement: false },
      });
    expect(await on(own.subtract({ days: 1 }))).toMatchObject({ reason: "starts_too_early" });
    expect(await on(own)).toMatchObject({ ok: true });
    const [plan] = await plansOf(cast);
    const series = plan?.treatmentSeries[0];
    const begins = series?.startsOn ?? plan?.startsOn;
    expect(begins?.toISOString().slice(0, 10)).toBe(own.toString());
  });

  it("not from a plan that came without its stages, nor from one that was never approved", async () => {
    const cast = await makeCaseCast(world);
    const id = await standing(world, cast, { state: "at_practice", isAtLab: true });
    const day = await today(world, cast.practice);
    await presented(world, cast, id, { number: 1, decision: "changes_requested" });
    expect(await start(cast.doctor, id, day)).toMatchObject({ reason: "no_lab_plan" });
    await presented(world, cast, id, {
      number: 2,
      decision: "approved",
      plan: { upperStages: "4" },
    });
    expect(await start(cast.doctor, id, day)).toMatchObject({ reason: "no_lab_plan" });
    expect(await plansOf(cast)).toEqual([]);
  });

  it("R43, S12: by its own orthodontist alone, and not before the aligners are there", async () => {
    const { cast, id } = await arrived();
    const day = await today(world, cast.practice);
    const stranger = (await makeCaseCast(world)).doctor;
    expect(await start(cast.colleague, id, day)).toMatchObject({ reason: "not_your_case" });
    expect(await start(stranger, id, day)).toMatchObject({ reason: "not_found" });
    const early = await standing(world, cast, { state: "shipped", isAtLab: true });
    await presented(world, cast, early, { decision: "approved" });
    expect(await start(cast.doctor, early, day)).toMatchObject({ reason: "case_wrong_state" });
    expect(await plansOf(cast)).toEqual([]);
  });
});
