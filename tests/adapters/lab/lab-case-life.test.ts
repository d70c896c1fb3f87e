import { Temporal } from "temporal-polyfill";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { testDatabase } from "../../support/test-database";
import { caseAt, moved } from "./case-at";
import { caseOf, orderOf, type SimulatedLab, simulatedLab } from "./simulated-lab";

const database = await testDatabase();
let lab: SimulatedLab;
beforeAll(async () => {
  lab = await simulatedLab(database.owner);
});
afterAll(() => lab.close());
beforeEach(() => lab.reset());
afterEach(async () => {
  await lab.faults.set("lab", "ok");
  await lab.clock.moveTo(Temporal.Now.instant());
});

const plan = {
  upperStages: 18,
  lowerStages: 14,
  daysPerStage: 10,
  attachmentsAtStage: 3,
  ipr: [{ between: [41, 31], millimetres: 0.2, beforeStage: 5 }],
  stopStages: [6, 12],
  note: "The midline moves by one millimetre.",
};

describe("R48: the lab reports every status", () => {
  it("from the receipt to the shipment, in sequence, with reason, plan and tracking", async () => {
    const { labCaseId } = await caseAt(lab, "C-1", "planning");
    await moved(lab, labCaseId, { status: "on_hold", reason: "We wait for a new printer" });
    await moved(lab, labCaseId, { status: "planning" });
    const planned = await moved(lab, labCaseId, { status: "plan_ready", plan });
    const planId = planned.reports.at(-1)?.plan?.planId ?? "";
    const review = { planId, decision: "approve", comments: "" } as const;
    caseOf(await lab.port.reviewPlan(lab.access(), labCaseId, review, "approve"));
    await moved(lab, labCaseId, { status: "in_production" });
    const shipped = await moved(lab, labCaseId, { status: "shipped", tracking: "1Z 999 AA1" });
    expect(shipped.status).toBe("shipped");
    expect(shipped.reports.map(({ sequence, status }) => [sequence, status])).toEqual([
      [1, "received"],
      [2, "in_review"],
      [3, "planning"],
      [4, "on_hold"],
      [5, "planning"],
      [6, "plan_ready"],
      [7, "in_production"],
      [8, "shipped"],
    ]);
    expect(shipped.reports[3]?.reason).toBe("We wait for a new printer");
    expect(shipped.reports[5]?.plan).toEqual({ planId, number: 1, ...plan });
    expect(shipped.reports[7]?.tracking).toBe("1Z 999 AA1");
    expect(new Set(shipped.reports.map(({ reportId }) => reportId)).size).toBe(8);
  });

  it("shows the same reports in the list, and the case again after each change", async () => {
    const first = await caseAt(lab, "C-2", "received");
    const other = await caseAt(lab, "C-3", "received");
    const page = await lab.port.listCases(lab.access(), { cursor: null });
    if (!page.ok) throw new Error(page.reason);
    expect(page.value.cases).toEqual([first, other]);
    const changed = await moved(lab, first.labCaseId, { status: "in_review" });
    const next = await lab.port.listCases(lab.access(), { cursor: page.value.next });
    expect(next).toMatchObject({ ok: true, value: { cases: [changed] } });
  });

  it("lists a change also when the clock went back before it", async () => {
    await lab.clock.moveTo((await lab.clock.now()).add({ hours: 48 }));
    const { labCaseId } = await caseAt(lab, "C-4", "received");
    const page = await lab.port.listCases(lab.access(), { cursor: null });
    if (!page.ok) throw new Error(page.reason);
    await lab.clock.moveTo(Temporal.Now.instant());
    await moved(lab, labCaseId, { status: "in_review" });
    const next = await lab.port.listCases(lab.access(), { cursor: page.value.next });
    expect(next).toMatchObject({ value: { cases: [{ labCaseId, status: "in_review" }] } });
  });

  it.each([
    ["received", { status: "planning" }, 409, "move_not_possible"],
    ["received", { status: "cancelled" }, 409, "move_not_possible"],
    ["received", { status: "lost" }, 409, "move_not_possible"],
    ["in_review", { status: "needs_records" }, 422, "reason_missing"],
    ["in_review", { status: "rejected", reason: "  " }, 422, "refused"],
    ["in_review", { status: "planning", plan }, 422, "plan_not_wanted"],
    ["planning", { status: "plan_ready", plan: { ...plan, stopStages: [30] } }, 422, "refused"],
    [
      "planning",
      { status: "plan_ready", plan: { ...plan, upperStages: 0, lowerStages: 0 } },
      422,
      "refused",
    ],
    ["plan_ready", { status: "in_production" }, 409, "move_not_possible"],
  ] as const)("refuses in %s: %j", async (status, move, answered, code) => {
    const before = await caseAt(lab, "C-5", status);
    const answer = await lab.move(before.labCaseId, move);
    expect([answer.status, answer.body.error?.code]).toEqual([answered, code]);
    expect(await lab.port.readCase(lab.access(), before.labCaseId)).toEqual({
      ok: true,
      value: before,
    });
  });

  it.each([[[11, 31]], [[19, 20]], [[11, 13]], [[51, 52]]])(
    "takes no plan that strips between %j",
    async (between) => {
      const { labCaseId } = await caseAt(lab, "C-6", "planning");
      const wrong = { ...plan, ipr: [{ between, millimetres: 0.2, beforeStage: 5 }] };
      const answer = await lab.move(labCaseId, { status: "plan_ready", plan: wrong });
      expect(answer.status).toBe(422);
    },
  );

  it("moves one case by twenty clicks at once a single time", async () => {
    const { labCaseId } = await caseAt(lab, "C-7", "received");
    const all = await Promise.all(
      Array.from({ length: 20 }, () => lab.move(labCaseId, { status: "in_review" })),
    );
    expect(all.filter(({ status }) => status === 200)).toHaveLength(1);
    const { reports } = caseOf(await lab.port.readCase(lab.access(), labCaseId));
    expect(reports.map(({ sequence }) => sequence)).toEqual([1, 2]);
  });

  it("reads no case of another orthodontist, and none that is not there", async () => {
    const { labCaseId } = await caseAt(lab, "C-8", "received");
    const other = lab.access("token-of-eva-birch", "birch");
    for (const [access, id] of [
      [other, labCaseId],
      [lab.access(), crypto.randomUUID()],
    ] as const) {
      expect(await lab.port.readCase(access, id)).toMatchObject({
        reason: "refused",
        detail: { status: 404, code: "not_found" },
      });
    }
  });
});

describe("cancelling", () => {
  it("works up to production, also while on hold, and again", async () => {
    const { labCaseId } = await caseAt(lab, "D-1", "plan_ready");
    await moved(lab, labCaseId, { status: "on_hold", reason: "Holidays" });
    for (const attempt of ["first", "again"]) {
      const cancelled = await lab.port.cancelCase(lab.access(), labCaseId, attempt);
      expect(caseOf(cancelled).status).toBe("cancelled");
    }
    expect(await lab.move(labCaseId, { status: "plan_ready" })).toMatchObject({ status: 409 });
  });

  it("is refused in production, on hold there, and for a rejected case", async () => {
    const planned = await caseAt(lab, "D-2", "plan_ready");
    const { labCaseId } = planned;
    const planId = planned.reports.at(-1)?.plan?.planId ?? "";
    const review = { planId, decision: "approve", comments: "" } as const;
    caseOf(await lab.port.reviewPlan(lab.access(), labCaseId, review, "approve"));
    await moved(lab, labCaseId, { status: "in_production" });
    const refusal = { reason: "refused", detail: { status: 409, code: "in_production" } };
    expect(await lab.port.cancelCase(lab.access(), labCaseId, "Too late")).toMatchObject(refusal);
    await moved(lab, labCaseId, { status: "on_hold", reason: "No material" });
    expect(await lab.port.cancelCase(lab.access(), labCaseId, "Too late")).toMatchObject(refusal);
    const reviewed = await caseAt(lab, "D-3", "in_review");
    await moved(lab, reviewed.labCaseId, { status: "rejected", reason: "Two baby teeth remain" });
    const rejected = await lab.port.cancelCase(lab.access(), reviewed.labCaseId, "Never mind");
    expect(rejected).toMatchObject({ detail: { code: "case_rejected" } });
  });

  it("is unclear when the answer is lost, and safe to repeat", async () => {
    const { labCaseId } = caseOf(await lab.port.submitCase(lab.access(), orderOf("D-4"), "d-4"));
    await lab.faults.set("lab", "accept-then-drop");
    const lost = await lab.port.cancelCase(lab.access(), labCaseId, "Entered twice");
    expect(lost).toEqual({ ok: false, reason: "unclear" });
    await lab.faults.set("lab", "ok");
    const again = await lab.port.cancelCase(lab.access(), labCaseId, "Entered twice");
    expect(caseOf(again).status).toBe("cancelled");
  });
});
