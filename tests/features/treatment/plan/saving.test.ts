import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { approvePlan } from "@/features/treatment/plan/approve-plan";
import { previewPlan } from "@/features/treatment/plan/preview-plan";
import { readPlan } from "@/features/treatment/plan/read-plan";
import { readVersion } from "@/features/treatment/plan/read-version";
import { patientHome, treatmentTimeline, treatmentView } from "@/features/treatment/queries";
import { recordAlignerChange } from "@/features/treatment/record-aligner-change";
import { makeClinicActor, makePatientActor } from "../../../support/people";
import { makePractice, makePractitioner } from "../../../support/world";
import { today } from "../made-plan";
import { edited, opened, save, series, treated, versionsOf, world } from "./plan-world";

describe("R22: a new plan", () => {
  it("is a draft the patient does not see until it is approved, exactly as it stands", async () => {
    const practice = await makePractice(world);
    const doctor = await makeClinicActor(world, practice.id, "orthodontist");
    await makePractitioner(world, practice, doctor.personId);
    const patient = await makePatientActor(world, practice.id);
    const plan = { wearGoalMinutes: 1320, series: [series("initial", 3, 2)] };
    const made = await save(doctor, patient.patientId, { version: 0, plan });
    expect(made).toMatchObject({ ok: true, value: { version: 1, state: "draft" } });
    const services = await world.services();
    expect((await treatmentView(services, patient)).value.phase).toBe("no_plan");

    const id = patient.patientId;
    const wrong = await approvePlan(services, doctor, { id, version: 2 });
    expect(wrong).toMatchObject({ reason: "changed_meanwhile", detail: { version: 1 } });
    expect((await approvePlan(services, doctor, { id, version: 1 })).ok).toBe(true);
    expect(await approvePlan(services, doctor, { id, version: 1 })).toMatchObject({
      reason: "already_approved",
    });
    const seen = (await treatmentView(services, patient)).value;
    expect(seen.arches.map(({ stages }) => stages.length)).toEqual([3, 2]);
    const audit = await inPractice(world.db, practice.id, (tx) =>
      tx.auditEntry.findMany({ orderBy: { id: "asc" }, select: { action: true, detail: true } }),
    );
    expect(audit).toEqual([
      { action: "plan.created", detail: { version: 1, changes: 1 } },
      { action: "plan.approved", detail: { version: 1 } },
    ]);
  });

  it("needs an orthodontist to be in the practice", async () => {
    const practice = await makePractice(world);
    const doctor = await makeClinicActor(world, practice.id, "orthodontist");
    const { patientId } = await makePatientActor(world, practice.id);
    const plan = { wearGoalMinutes: 1320, series: [series("initial", 1, 1)] };
    expect(await save(doctor, patientId, { version: 0, plan })).toMatchObject({
      reason: "no_orthodontist",
    });
  });
});

describe("R22: an edit of a running plan", () => {
  it("adds a refinement with a stop, attachments and IPR, says how the dates move, and the patient sees it", async () => {
    const { doctor, actor, patientId, practice } = await treated();
    const { plan, version } = await opened(doctor, patientId);
    const refinement = series("refinement", 4, 2);
    refinement.startsOn = await today(world, practice, 60);
    refinement.stages = refinement.stages.map((stage) =>
      stage.arch === "upper" && stage.number === 2
        ? {
            ...stage,
            stopAfter: "visit",
            place: [13, 23],
            ipr: [{ between: [11, 21], millimetres: 0.2 }],
            note: "Check the midline",
          }
        : stage,
    );
    const wanted = { ...plan, series: [...plan.series, refinement] };
    const services = await world.services();
    const preview = await previewPlan(services, doctor, { id: patientId, version, plan: wanted });
    expect(preview).toMatchObject({
      ok: true,
      value: {
        changesSaid: [
          "New series 2, Refinement: 4 upper, 2 lower",
          "Upper stage 2, series 2: stop until a visit after it",
          "Upper stage 2, series 2: attachments placed on 13, 23",
          "Upper stage 2, series 2: IPR 11–21 0.2 mm",
          "Upper stage 2, series 2: note written",
        ],
        movement: { reason: "plan_edited", isSame: false },
      },
    });
    expect(await versionsOf(practice.id)).toEqual([]);

    const saved = await save(doctor, patientId, { version, plan: wanted, reason: "Midline" });
    expect(saved).toMatchObject({ ok: true, value: { version: 2, state: "approved" } });
    const { treatment } = await treatmentTimeline(services, actor);
    const upper = treatment.arches[0]?.stages.filter((one) => one.seriesKind === "refinement");
    expect(
      upper?.map(({ number, stopAfter, plannedOn }) => [number, stopAfter, plannedOn !== null]),
    ).toEqual([
      [1, "none", true],
      [2, "visit", true],
      [3, "none", false],
      [4, "none", false],
    ]);
    expect(treatment.arches[0]?.currentStage?.number).toBe(2);
    expect(await versionsOf(practice.id)).toEqual([{ version: 2, reason: "Midline" }]);
    const again = await opened(doctor, patientId);
    expect(again.plan.series[1]).toMatchObject({
      kind: "refinement",
      startsOn: refinement.startsOn,
    });
    expect(
      again.plan.series[1]?.stages.find(({ number, arch }) => number === 2 && arch === "upper"),
    ).toMatchObject({
      place: [13, 23],
      ipr: [{ between: [11, 21], millimetres: 0.2 }],
      note: "Check the midline",
    });
  });

  it("keeps earlier versions readable, and compares any two", async () => {
    const { doctor, patientId } = await treated();
    const first = await opened(doctor, patientId);
    const slower = edited(first.plan, ({ number }) => (number > 2 ? { intervalDays: 14 } : {}));
    const second = await save(doctor, patientId, { version: 1, plan: slower });
    if (!second.ok) throw new Error(second.reason);
    const goal = { ...second.value.plan, wearGoalMinutes: 1200 };
    expect((await save(doctor, patientId, { version: 2, plan: goal, reason: "School" })).ok).toBe(
      true,
    );
    const services = await world.services();
    const third = await readVersion(services, doctor, { id: patientId, version: 3 });
    expect(third).toMatchObject({
      value: {
        version: 3,
        reason: "School",
        against: 2,
        plan: { wearGoalMinutes: 1200 },
        changes: [{ kind: "wear_goal", from: 1320, to: 1200 }],
      },
    });
    const old = await readVersion(services, doctor, { id: patientId, version: 2 });
    expect(old).toMatchObject({ value: { plan: { wearGoalMinutes: 1320 }, changes: [] } });
    const back = await readVersion(services, doctor, { id: patientId, version: 2, against: 3 });
    expect(back).toMatchObject({ value: { against: 3, changes: [{ to: 1320 }] } });
    expect(await readVersion(services, doctor, { id: patientId, version: 9 })).toMatchObject({
      reason: "not_found",
    });
    const list = await readPlan(services, doctor, { id: patientId });
    expect(list.ok && list.value.versions.map(({ version }) => version)).toEqual([3, 2]);
  });

  it("refuses to take away or change what was worn, by name, and saves nothing of it", async () => {
    const { doctor, patientId, plan: made, practice } = await treated();
    const { plan, past } = await opened(doctor, patientId);
    expect(past.worn.toSorted()).toEqual(
      [made.stageId("upper", 1), made.stageId("lower", 1)].toSorted(),
    );
    const faster = edited(plan, () => ({ intervalDays: 5 }));
    expect(await save(doctor, patientId, { version: 1, plan: faster })).toMatchObject({
      reason: "stage_worn",
      detail: { series: 1, arch: "upper", stage: 1 },
    });
    const cut = {
      ...plan,
      series: [
        {
          ...series("initial", 1, 1),
          id: plan.series[0]?.id ?? null,
          startsOn: plan.series[0]?.startsOn ?? null,
        },
      ],
    };
    expect(await save(doctor, patientId, { version: 1, plan: cut })).toMatchObject({
      reason: "stage_begun",
    });
    expect(await save(doctor, patientId, { version: 1, plan })).toMatchObject({
      reason: "unchanged",
    });
    expect(await versionsOf(practice.id)).toEqual([]);
    expect((await opened(doctor, patientId)).plan).toEqual(plan);
  });

  it("keeps a stage whose change was undone: something is recorded for it", async () => {
    const { doctor, actor, patientId, plan: made, practice } = await treated();
    const change = { stage: 3, changedOn: await today(world, practice), arch: "upper" as const };
    await recordAlignerChange(await world.services(), actor, change);
    await inPractice(world.db, practice.id, async (tx) => {
      const at = new Date((await world.services()).now.epochMilliseconds);
      await tx.alignerChange.updateMany({
        where: { stageId: made.stageId("upper", 3) },
        data: { undoneAt: at, undoneByPersonId: actor.personId },
      });
    });
    const { plan } = await opened(doctor, patientId);
    const shorter = {
      ...plan,
      series: plan.series.map((one) => ({
        ...one,
        stages: one.stages.filter(({ arch, number }) => arch === "lower" || number < 3),
      })),
    };
    expect(await save(doctor, patientId, { version: 1, plan: shorter })).toMatchObject({
      reason: "stage_in_use",
      detail: { arch: "upper", stage: 3 },
    });
  });

  it("inserts a stage between others, ends a series early, and has a template that nobody waits for", async () => {
    const { doctor, actor, patientId, practice } = await treated();
    const { plan } = await opened(doctor, patientId);
    const [first] = plan.series;
    if (!first) throw new Error("no series");
    const moved = first.stages.map((stage) =>
      stage.arch === "upper" && stage.number > 3 ? { ...stage, number: stage.number + 1 } : stage,
    );
    const [like] = series("initial", 1, 0).stages;
    if (!like) throw new Error("no stage");
    const template = {
      ...like,
      kind: "template" as const,
      number: 0,
      intervalDays: 0,
      place: [14],
    };
    const inserted = { ...first, stages: [...moved, { ...like, number: 4 }, template] };
    const saved = await save(doctor, patientId, {
      version: 1,
      plan: { ...plan, series: [inserted] },
    });
    expect(saved).toMatchObject({ ok: true });
    const services = await world.services();
    const home = await patientHome(services, actor);
    expect(home.treatment.arches[0]).toMatchObject({ stagesInSeries: 6, nextStage: { number: 3 } });

    const now = await opened(doctor, patientId);
    const ended = {
      ...now.plan,
      series: now.plan.series.map((one) => ({ ...one, endedOn: home.treatment.today })),
    };
    const correction = series("midcourse_correction", 2, 2);
    correction.startsOn = await today(world, practice, 5);
    const wanted = { ...ended, series: [...ended.series, correction] };
    expect((await save(doctor, patientId, { version: 2, plan: wanted })).ok).toBe(true);
    const after = (await treatmentView(services, actor)).value.arches[0];
    expect(after?.nextStage).toMatchObject({ seriesKind: "midcourse_correction", number: 1 });
  });
});
