import { describe, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { recordAlignerChange } from "@/features/treatment/record-aligner-change";
import { makePatientActor } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import { makePlan, today, treatedPatient } from "./made-plan";

const world = await openWorld();

async function treated(wish: Parameters<typeof makePlan>[3] = {}) {
  const given = await treatedPatient(world, wish);
  const { actor, plan } = given;
  const { practiceId } = actor;
  const changes = () =>
    inPractice(world.db, practiceId, (tx) =>
      tx.alignerChange.findMany({
        where: { practiceId, planId: plan.planId, undoneAt: null },
        orderBy: { recordedAt: "asc" },
      }),
    );
  return { ...given, changes };
}

type Given = Awaited<ReturnType<typeof treated>>;

async function change(given: Given, wish: { arch?: "upper" | "lower"; stage: number; on: string }) {
  const { on, ...rest } = wish;
  return recordAlignerChange(await world.services(), given.actor, { ...rest, changedOn: on });
}

describe("R21: marking an aligner change as done", () => {
  it("changes every arch whose next stage it is, says who, and writes it into the audit log", async () => {
    const given = await treated();
    const on = await today(world, given.practice);
    const answer = await change(given, { stage: 3, on });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        changes: [
          { arch: "upper", stage: 3, changedOn: on },
          { arch: "lower", stage: 3, changedOn: on },
        ],
        differences: [
          { arch: "upper", reason: "on_time", lateDays: 0, movedDays: 0 },
          { arch: "lower", reason: "on_time", lateDays: 0, movedDays: 0 },
        ],
        treatment: { task: { kind: "change_in", days: 10 } },
      },
    });
    const rows = (await given.changes()).slice(-2);
    expect(rows.map((row) => row.recordedByPersonId)).toEqual([
      given.actor.personId,
      given.actor.personId,
    ]);
    const audited = await inPractice(world.db, given.practice.id, (tx) =>
      tx.auditEntry.findMany({ where: { action: "aligner_change.recorded" } }),
    );
    expect(audited).toMatchObject([
      { patientId: given.actor.patientId, actorPersonId: given.actor.personId },
    ]);
  });

  it("moves the dates and says why when the change was late", async () => {
    const given = await treated({ daysAgo: 13 });
    const answer = await change(given, { stage: 3, on: await today(world, given.practice) });
    expect(answer).toMatchObject({
      ok: true,
      value: { differences: [{ reason: "changed_late", lateDays: 3, movedDays: 3 }, {}] },
    });
  });

  it("takes an earlier day, and then moves the dates by less", async () => {
    const given = await treated({ daysAgo: 13 });
    const yesterday = await today(world, given.practice, -1);
    const answer = await change(given, { stage: 3, on: yesterday });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        differences: [{ lateDays: 2, movedDays: 2 }, {}],
        treatment: { arches: [{ nextChangeOn: await today(world, given.practice, 9) }, {}] },
      },
    });
  });

  it("changes one arch alone when it is named", async () => {
    const given = await treated({ worn: { upper: 2, lower: 1 } });
    const on = await today(world, given.practice);
    const answer = await change(given, { arch: "lower", stage: 2, on });
    expect(answer).toMatchObject({ ok: true, value: { changes: [{ arch: "lower", stage: 2 }] } });
    expect(await given.changes()).toHaveLength(4);
  });

  it("is one change for ten presses at once", async () => {
    const given = await treated({ lower: 0, worn: { upper: 2 } });
    const on = await today(world, given.practice);
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => change(given, { stage: 3, on })),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const refusals = answers.filter((answer) => !answer.ok);
    expect(refusals.map((answer) => answer.reason)).toEqual(Array(9).fill("already_done"));
    expect(await given.changes()).toHaveLength(3);
  });

  it("gives a repeated submission its first answer", async () => {
    const given = await treated();
    const input = { stage: 3, changedOn: await today(world, given.practice) };
    const services = await world.services({ idempotencyKey: "again-and-again-1" });
    const first = await recordAlignerChange(services, given.actor, input);
    const second = await recordAlignerChange(services, given.actor, input);
    expect(first.ok).toBe(true);
    expect(second).toEqual(first);
  });

  it.each([
    ["in_future", { plus: 1, stage: 3 }],
    ["not_next_stage", { plus: 0, stage: 4 }],
    ["already_done", { plus: 0, stage: 2 }],
    ["before_previous_change", { plus: -11, stage: 3 }],
  ])("refuses: %s", async (reason, { plus, stage }) => {
    const given = await treated();
    const answer = await change(given, { stage, on: await today(world, given.practice, plus) });
    expect(answer).toMatchObject({ ok: false, reason });
    expect(await given.changes()).toHaveLength(4);
  });

  it("refuses to pass a stop until it is released", async () => {
    const given = await treated({ stopAfter: { stage: 2, stop: "visit" } });
    const on = await today(world, given.practice);
    expect(await change(given, { stage: 3, on })).toMatchObject({
      ok: false,
      reason: "stop_reached",
    });
    const { now } = await world.services();
    await inPractice(world.db, given.practice.id, (tx) =>
      tx.stopRelease.createMany({
        data: (["upper", "lower"] as const).map((arch) => ({
          practiceId: given.practice.id,
          planId: given.plan.planId,
          stageId: given.plan.stageId(arch, 2),
          releasedOn: new Date(on),
          by: "visit" as const,
          byPersonId: crypto.randomUUID(),
          createdAt: fromInstant(now),
        })),
      }),
    );
    expect(await change(given, { stage: 3, on })).toMatchObject({ ok: true });
  });

  it("refuses a day in a pause", async () => {
    const given = await treated();
    const on = await today(world, given.practice);
    const { now } = await world.services();
    await inPractice(world.db, given.practice.id, (tx) =>
      tx.planPause.create({
        data: {
          practiceId: given.practice.id,
          planId: given.plan.planId,
          fromOn: new Date(on),
          byPersonId: crypto.randomUUID(),
          createdAt: fromInstant(now),
        },
      }),
    );
    expect(await change(given, { stage: 3, on })).toMatchObject({ ok: false, reason: "paused" });
  });

  it("lets a stage be put on again after the arch went back (R22)", async () => {
    const given = await treated({ lower: 0, worn: { upper: 3 } });
    const on = await today(world, given.practice);
    const { now } = await world.services();
    await inPractice(world.db, given.practice.id, (tx) =>
      tx.backtrack.create({
        data: {
          practiceId: given.practice.id,
          planId: given.plan.planId,
          arch: "upper",
          toStageId: given.plan.stageId("upper", 2),
          on: new Date(on),
          byPersonId: crypto.randomUUID(),
          createdAt: fromInstant(now),
        },
      }),
    );
    expect(await change(given, { stage: 3, on })).toMatchObject({ ok: true });
    expect(await change(given, { stage: 3, on })).toMatchObject({
      ok: false,
      reason: "already_done",
    });
  });

  it("knows no plan that is still a draft", async () => {
    const given = await treated({ approved: false });
    const on = await today(world, given.practice);
    expect(await change(given, { stage: 3, on })).toMatchObject({ ok: false, reason: "no_plan" });
  });

  it("counts days in the practice's zone", async () => {
    const practice = await makePractice(world, "Pacific/Kiritimati");
    const actor = await makePatientActor(world, practice.id);
    await makePlan(world, practice, actor.patientId, { lower: 0, worn: { upper: 2 } });
    const services = await world.services();
    const there = await today(world, practice);
    const tomorrow = await today(world, practice, 1);
    const wish = { stage: 3, changedOn: tomorrow };
    expect(await recordAlignerChange(services, actor, wish)).toMatchObject({ reason: "in_future" });
    expect(await recordAlignerChange(services, actor, { ...wish, changedOn: there })).toMatchObject(
      { ok: true },
    );
  });
});

describe("S12: another's treatment", () => {
  it("is not reached by a patient of the same practice or of another", async () => {
    const given = await treated();
    const on = await today(world, given.practice);
    const neighbour = await makePatientActor(world, given.practice.id);
    const elsewhere = await makePractice(world);
    const stranger = await makePatientActor(world, elsewhere.id);
    const services = await world.services();
    const wish = { stage: 3, changedOn: on };
    for (const actor of [neighbour, { ...stranger, patientId: given.actor.patientId }]) {
      const answer = await recordAlignerChange(services, actor, wish);
      expect(answer.ok).toBe(false);
    }
    expect(await given.changes()).toHaveLength(4);
  });
});
