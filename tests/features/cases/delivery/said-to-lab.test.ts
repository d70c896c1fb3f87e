import { beforeEach, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { cancelCase } from "@/features/cases/cancel-case";
import { sweepLabCases } from "@/features/cases/delivery/sweep-lab-cases";
import { moveCase } from "@/features/cases/move-case";
import { reviewPlan } from "@/features/cases/review-plan";
import { openWorld } from "../../../support/world";
import { openCaseWorld, type Scene } from "./case-world";

const world = await openWorld();
const cases = openCaseWorld(world);
beforeEach(async () => {
  await cases.lab().clock.moveTo((await world.services()).now);
});

const cancelled = async ({ actor }: Scene, { caseId }: { caseId: string }) =>
  cancelCase(await world.services(), actor, { id: caseId, reason: "Moved abroad" });

/** A case whose plan waits for its orthodontist. */
async function planned(scene: Scene) {
  const subject = await cases.received(scene);
  for (const status of ["in_review", "planning", "plan_ready"]) await subject.moves({ status });
  await cases.follow(scene);
  return subject;
}

describe("R41: a cancelled case is cancelled at the lab", () => {
  it("where the lab has it; said twice, after a lost answer, it stays", async () => {
    const scene = await cases.scene();
    const subject = await cases.received(scene);
    expect(await cancelled(scene, subject)).toMatchObject({ ok: true });
    await cases.lab().faults.set("lab", "accept-then-drop");
    await cases.deliver(subject);
    expect((await cases.case(subject)).deliveries.at(-1)).toMatchObject({
      purpose: "case_cancelled",
      state: "queued",
    });
    expect(await cases.atLab(subject.number)).toMatchObject([{ status: "cancelled" }]);
    await cases.lab().faults.set("lab", "ok");
    await cases.advance("PT1M");
    await cases.deliver(subject);
    expect((await cases.case(subject)).deliveries.at(-1)).toMatchObject({ state: "delivered" });
    expect(await cases.atLab(subject.number)).toMatchObject([{ status: "cancelled" }]);
    expect(await cases.state(subject)).toBe("cancelled");
  });

  it.each([{ isThere: true }, { isThere: false }])(
    "looked for by its number when nobody knew whether it got there (it did: $isThere)",
    async ({ isThere }) => {
      const scene = await cases.scene();
      const subject = await cases.submitted(scene);
      await cases.lab().faults.set("lab", isThere ? "accept-then-drop" : "down");
      await cases.deliver(subject);
      await cases.lab().faults.set("lab", "ok");
      await inPractice(world.db, subject.practiceId, async (tx) => {
        const move = { event: "doubt_delivery", mover: { by: "portal" } } as const;
        const services = await world.services();
        expect(await moveCase(tx, services, subject, move)).toMatchObject({ ok: true });
        await tx.delivery.updateMany({
          where: { caseId: subject.caseId, kind: "lab_case" },
          data: { state: "undelivered", settledAt: new Date(services.now.epochMilliseconds) },
        });
      });
      expect(await cancelled(scene, subject)).toMatchObject({ ok: true });
      await cases.deliver(subject);
      expect((await cases.case(subject)).deliveries.at(-1)).toMatchObject({
        purpose: "case_cancelled",
        state: "delivered",
      });
      const found = await cases.atLab(subject.number);
      expect(found.map(({ status }) => status)).toEqual(isThere ? ["cancelled"] : []);
    },
  );
});

describe("R46: what was decided while the connection had lapsed", () => {
  it("waits for the sign-in and then reaches the lab, once", async () => {
    const scene = await cases.scene();
    const subject = await planned(scene);
    await cases.advance("P31D");
    const approval = {
      id: subject.caseId,
      planNumber: 1,
      decision: "approve",
      comments: "",
    } as const;
    expect(await reviewPlan(await world.services(), scene.actor, approval)).toMatchObject({
      value: { state: "approved" },
    });
    await cases.deliver(subject);
    await sweepLabCases(await world.services());
    await cases.deliver(subject);
    expect((await cases.case(subject)).deliveries.at(-1)).toMatchObject({
      purpose: "case_plan_decided",
      state: "queued",
      lastError: "held",
    });
    expect(await cases.atLab(subject.number)).toMatchObject([{ status: "plan_ready" }]);
    await cases.reEnabled(scene);
    await Promise.all([cases.deliver(subject), cases.deliver(subject)]);
    expect((await cases.case(subject)).deliveries.at(-1)).toMatchObject({ state: "delivered" });
    expect(await cases.atLab(subject.number)).toMatchObject([{ status: "approved" }]);
  });

  it("and was taken back by a cancellation: the lab hears both, in their order, and it ends cancelled", async () => {
    const scene = await cases.scene();
    const subject = await planned(scene);
    await cases.advance("P31D");
    const changes = { id: subject.caseId, planNumber: 1, comments: "Less torque" } as const;
    const services = await world.services();
    await reviewPlan(services, scene.actor, { ...changes, decision: "request_changes" });
    expect(await cancelled(scene, subject)).toMatchObject({ ok: true });
    await cases.deliver(subject);
    await cases.reEnabled(scene);
    await cases.deliver(subject);
    const said = (await cases.case(subject)).deliveries.filter(({ kind }) => kind === "lab_case");
    expect(said.slice(-2)).toMatchObject([
      { purpose: "case_plan_decided", state: "delivered" },
      { purpose: "case_cancelled", state: "delivered" },
    ]);
    expect(await cases.atLab(subject.number)).toMatchObject([{ status: "cancelled" }]);
  });
});
