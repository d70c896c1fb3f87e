import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { LabPlanReview } from "@/ports/lab";
import { testDatabase } from "../../support/test-database";
import { caseAt, moved, planOf } from "./case-at";
import { caseOf, type SimulatedLab, scanOf, simulatedLab } from "./simulated-lab";

const database = await testDatabase();
const scan = scanOf("lower-2", "solid lower, longer");
const more = { scans: [scan.declared], photos: [] };
let lab: SimulatedLab;
beforeAll(async () => {
  lab = await simulatedLab(database.owner);
});
afterAll(() => lab.close());
beforeEach(() => lab.reset());
afterEach(() => lab.faults.set("lab", "ok"));

const add = (labCaseId: string, addition: Parameters<typeof lab.port.addToCase>[2], key: string) =>
  lab.port.addToCase(lab.access(), labCaseId, addition, key);
const review = (labCaseId: string, given: LabPlanReview, key: string) =>
  lab.port.reviewPlan(lab.access(), labCaseId, given, key);
const outcomes = async (event: string) =>
  (await lab.log()).filter((one) => one.event === event).map(({ outcome }) => outcome);

describe("R48: records that the lab asked for", () => {
  it("go to the same case number, which is received anew with the last of them", async () => {
    const asked = await caseAt(lab, "A-1", "needs_records");
    expect(asked.reports.at(-1)?.reason).toContain("second molars");
    const { labCaseId } = asked;
    const waiting = caseOf(
      await add(labCaseId, { ...more, prescription: { arches: "lower" } }, "more"),
    );
    expect(waiting).toMatchObject({
      caseNumber: "A-1",
      status: "awaiting_scans",
      receivedAt: null,
    });
    const sent = await lab.port.uploadScan(lab.access(), labCaseId, scan.declared, scan.content);
    const received = caseOf(sent);
    expect(received).toMatchObject({ status: "received", receivedScanIds: ["lower-2"] });
    expect(received.reports.at(-1)).toMatchObject({ sequence: 4, status: "received" });
    expect(received.receivedAt).not.toBeNull();
    expect((await moved(lab, labCaseId, { status: "in_review" })).reports).toHaveLength(5);
  });

  it("may be a changed prescription alone", async () => {
    const { labCaseId } = await caseAt(lab, "A-2", "needs_records");
    const answer = await add(
      labCaseId,
      { scans: [], photos: [], prescription: { arches: "upper" } },
      "words",
    );
    expect(caseOf(answer).status).toBe("received");
    expect(await add(labCaseId, { scans: [], photos: [] }, "nothing")).toMatchObject({
      reason: "refused",
      detail: { status: 422 },
    });
  });

  it("are refused where the lab did not ask", async () => {
    const { labCaseId } = await caseAt(lab, "A-3", "in_review");
    expect(await add(labCaseId, more, "more")).toMatchObject({
      reason: "refused",
      detail: { status: 409, code: "records_not_wanted" },
    });
  });

  it("may name a scan the lab has, but not with another content", async () => {
    const { labCaseId } = await caseAt(lab, "A-4", "needs_records");
    caseOf(await add(labCaseId, more, "first"));
    caseOf(await lab.port.uploadScan(lab.access(), labCaseId, scan.declared, scan.content));
    await moved(lab, labCaseId, { status: "in_review" });
    await moved(lab, labCaseId, { status: "needs_records", reason: "Still too short" });
    const other = { scans: [scanOf("lower-2", "solid other").declared], photos: [] };
    expect(await add(labCaseId, other, "other")).toMatchObject({ detail: { code: "scan_known" } });
    expect(caseOf(await add(labCaseId, more, "same")).status).toBe("received");
  });

  it("S17: come once in a race of twenty, and once when the answer was lost", async () => {
    const { labCaseId } = await caseAt(lab, "A-5", "needs_records");
    await lab.faults.set("lab", "accept-then-drop");
    expect(await add(labCaseId, more, "race")).toEqual({ ok: false, reason: "unclear" });
    await lab.faults.set("lab", "ok");
    const all = await Promise.all(Array.from({ length: 20 }, () => add(labCaseId, more, "race")));
    expect(all.every((one) => caseOf(one).status === "awaiting_scans")).toBe(true);
    expect((await outcomes("addition")).filter((one) => one === "accepted")).toHaveLength(1);
    expect(await lab.cases()).toMatchObject([{ declaredScans: 1 }]);
    const changed = { scans: [scanOf("lower-3", "solid").declared], photos: [] };
    expect(await add(labCaseId, changed, "race")).toMatchObject({
      reason: "refused",
      detail: { status: 422, code: "idempotency_key_reused" },
    });
  });
});

describe("R41: the orthodontist's word on a plan", () => {
  it("approves it, or sends it back with comments for a next one", async () => {
    const first = await caseAt(lab, "B-1", "plan_ready");
    const { labCaseId } = first;
    const wish = { decision: "request_changes", comments: "Fewer attachments above" } as const;
    const back = await review(labCaseId, { planId: planOf(first), ...wish }, "wish");
    expect(caseOf(back).status).toBe("planning");
    const second = await moved(lab, labCaseId, { status: "plan_ready" });
    expect(second.reports.at(-1)?.plan?.number).toBe(2);
    const yes = { planId: planOf(second), decision: "approve", comments: "" } as const;
    expect(caseOf(await review(labCaseId, yes, "yes")).status).toBe("approved");
    expect((await lab.log()).map(({ detail }) => detail)).toContain(
      "request_changes: Fewer attachments above",
    );
    const late = await review(labCaseId, { ...yes, ...wish }, "late");
    expect(late).toMatchObject({ reason: "refused", detail: { code: "plan_decided" } });
  });

  it("does not approve a plan that was replaced meanwhile", async () => {
    const first = await caseAt(lab, "B-2", "plan_ready");
    const { labCaseId } = first;
    const second = await moved(lab, labCaseId, { status: "plan_ready" });
    const yes = { planId: planOf(first), decision: "approve", comments: "" } as const;
    expect(await review(labCaseId, yes, "old")).toMatchObject({
      reason: "refused",
      detail: { status: 409, code: "plan_outdated" },
    });
    expect(caseOf(await lab.port.readCase(lab.access(), labCaseId)).status).toBe("plan_ready");
    const fresh = { ...yes, planId: planOf(second) };
    expect(caseOf(await review(labCaseId, fresh, "new")).status).toBe("approved");
  });

  it("is refused on hold, for a plan of nobody, and without words for a change", async () => {
    const planned = await caseAt(lab, "B-3", "plan_ready");
    const { labCaseId } = planned;
    const yes = { planId: planOf(planned), decision: "approve", comments: "" } as const;
    expect(await review(labCaseId, { ...yes, decision: "request_changes" }, "a")).toMatchObject({
      detail: { status: 422 },
    });
    expect(await review(labCaseId, { ...yes, planId: crypto.randomUUID() }, "b")).toMatchObject({
      detail: { status: 422, code: "plan_unknown" },
    });
    await moved(lab, labCaseId, { status: "on_hold", reason: "We look again" });
    expect(await review(labCaseId, yes, "c")).toMatchObject({ detail: { code: "case_on_hold" } });
    const resumed = await moved(lab, labCaseId, { status: "plan_ready" });
    expect(resumed.reports.at(-1)?.plan).toBeNull();
    expect(caseOf(await review(labCaseId, yes, "d")).status).toBe("approved");
  });

  it("S17: counts once in a race; of two different words at once one is refused", async () => {
    const planned = await caseAt(lab, "B-4", "plan_ready");
    const { labCaseId } = planned;
    const yes = { planId: planOf(planned), decision: "approve", comments: "" } as const;
    const same = Array.from({ length: 10 }, () => review(labCaseId, yes, "yes"));
    expect((await Promise.all(same)).every((one) => caseOf(one).status === "approved")).toBe(true);
    expect((await outcomes("plan-review")).filter((one) => one === "accepted")).toHaveLength(1);
    const other = await caseAt(lab, "B-5", "plan_ready");
    const planId = planOf(other);
    const both = await Promise.all([
      review(other.labCaseId, { ...yes, planId }, "one"),
      review(other.labCaseId, { planId, decision: "request_changes", comments: "No" }, "two"),
    ]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
    expect(both.find((one) => !one.ok)).toMatchObject({ detail: { code: "plan_decided" } });
  });

  it.each([
    ["down", "unclear"],
    ["error", "transient"],
    ["unauthorized", "unauthorized"],
  ] as const)("%s: %s, and the plan still waits", async (mode, reason) => {
    const planned = await caseAt(lab, "B-6", "plan_ready");
    const yes = { planId: planOf(planned), decision: "approve", comments: "" } as const;
    await lab.faults.set("lab", mode);
    expect(await review(planned.labCaseId, yes, "yes")).toMatchObject({ ok: false, reason });
    await lab.faults.set("lab", "ok");
    expect(await lab.port.readCase(lab.access(), planned.labCaseId)).toEqual({
      ok: true,
      value: planned,
    });
  });
});
