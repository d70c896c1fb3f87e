import { createHmac } from "node:crypto";
import { beforeEach, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { receiveLabReport } from "@/features/cases/delivery/receive-lab-report";
import { reportSecret } from "@/features/cases/delivery/register-reports";
import { takeLabCase } from "@/features/cases/delivery/take-lab-case";
import { moveCase } from "@/features/cases/move-case";
import { queueCaseDelivery } from "@/features/notifications/queue-case-delivery";
import type { LabCase } from "@/ports/lab";
import { openWorld } from "../../../support/world";
import { openCaseWorld, type Scene } from "./case-world";

const world = await openWorld();
const cases = openCaseWorld(world);
beforeEach(async () => {
  await cases.lab().clock.moveTo((await world.services()).now);
});

const toPlan = [{ status: "in_review" }, { status: "planning" }, { status: "plan_ready" }];

describe("R48: what the lab reports", () => {
  it("is taken from its list, each report once, with the lab's own time and reason", async () => {
    const scene = await cases.scene();
    const subject = await cases.received(scene);
    const reason = "The lower scan ends before the second molars";
    await subject.moves({ status: "in_review" }, { status: "needs_records", reason });
    await cases.follow(scene);
    await Promise.all([cases.follow(scene), cases.follow(scene)]);
    const { state, caseEvents } = await cases.case(subject);
    expect(state).toBe("needs_records");
    const asked = caseEvents.filter(({ event }) => event === "request_records");
    expect(asked).toMatchObject([{ reason }]);
    const report = (await subject.read()).reports.at(-1);
    expect(asked[0]?.at.toISOString()).toBe(report?.at.toString({ smallestUnit: "millisecond" }));
    expect(await cases.mails(subject)).toEqual(["case_reported"]);
  });

  it("holds in its order, whatever the order of arrival", async () => {
    const scene = await cases.scene();
    const subject = await cases.received(scene);
    const read: LabCase[] = [];
    for (const move of toPlan) {
      await subject.moves(move);
      read.push(await subject.read());
    }
    const services = await world.services();
    const { connectionId } = scene;
    for (const labCase of [...read.toReversed(), ...read])
      await takeLabCase(services, { practiceId: subject.practiceId, connectionId }, labCase);
    const { state, caseEvents, labPlanReviews } = await cases.case(subject);
    expect(state).toBe("plan_ready");
    expect(caseEvents.map(({ event }) => event).slice(-3)).toEqual([
      "start_review",
      "start_planning",
      "present_plan",
    ]);
    expect(labPlanReviews).toMatchObject([{ number: 1, decision: null }]);
  });

  it("R41: the plan's decision goes back, and the case on to its shipment with tracking", async () => {
    const scene = await cases.scene();
    const subject = await cases.received(scene);
    await subject.moves(...toPlan, { status: "plan_ready" });
    await cases.follow(scene);
    const { labPlanReviews } = await cases.case(subject);
    expect(labPlanReviews.map(({ number }) => number)).toEqual([1, 2]);
    const services = await world.services();
    const { practiceId, caseId } = subject;
    await inPractice(world.db, practiceId, async (tx) => {
      const at = new Date(services.now.epochMilliseconds);
      await tx.labPlanReview.updateMany({
        where: { caseId, number: 2 },
        data: { decision: "approved", decidedAt: at, decidedByPersonId: scene.actor.personId },
      });
      const mover = { by: "orthodontist", personId: scene.actor.personId } as const;
      await moveCase(tx, services, subject, { event: "approve", mover });
      await queueCaseDelivery(tx, services, { practiceId, caseId, purpose: "case_plan_decided" });
    });
    await cases.deliver(subject);
    expect((await subject.read()).status).toBe("approved");
    await subject.moves({ status: "in_production" }, { status: "shipped", tracking: "TRACK-17" });
    await cases.follow(scene);
    expect(await cases.case(subject)).toMatchObject({ state: "shipped", tracking: "TRACK-17" });
  });

  it("records that the lab asked for go out under the same number", async () => {
    const scene = await cases.scene();
    const subject = await cases.received(scene);
    await subject.moves({ status: "in_review" }, { status: "needs_records", reason: "More" });
    await cases.follow(scene);
    await cases.resubmit(scene, subject);
    await cases.deliver(subject);
    const { state, deliveries } = await cases.case(subject);
    expect(state).toBe("received");
    expect(deliveries.at(-1)).toMatchObject({ purpose: "case_records", state: "delivered" });
    expect(await cases.atLab(subject.number)).toMatchObject([{ receivedScans: 2 }]);
    await subject.moves({ status: "in_review" });
    await cases.follow(scene);
    expect(await cases.state(subject)).toBe("in_review");
  });

  it("one that comes during our own hold waits for its end", async () => {
    const scene = await cases.scene();
    const subject = await cases.received(scene);
    await subject.moves({ status: "in_review" }, { status: "planning" });
    await cases.follow(scene);
    const services = await world.services();
    const mover = { by: "orthodontist", personId: scene.actor.personId } as const;
    const move = (event: "put_on_hold" | "resume") =>
      inPractice(world.db, subject.practiceId, (tx) =>
        moveCase(tx, services, subject, { event, mover }),
      );
    await move("put_on_hold");
    await subject.moves({ status: "plan_ready" });
    await cases.follow(scene);
    expect(await cases.state(subject)).toBe("on_hold");
    await move("resume");
    await cases.follow(scene);
    expect(await cases.state(subject)).toBe("plan_ready");
  });
});

describe("S13: the lab's webhook", () => {
  async function called(
    scene: Scene,
    {
      body,
      at,
      secret,
      labKey = "alder",
    }: { body: string; at?: number; secret?: string; labKey?: string },
  ): Promise<number> {
    const { connectionId } = scene;
    const { practiceId } = scene.actor;
    const services = await world.services();
    const row = await inPractice(world.db, practiceId, (tx) =>
      tx.labConnection.findFirstOrThrow({ where: { id: connectionId } }),
    );
    const seconds = at ?? Math.floor(services.now.epochMilliseconds / 1000);
    const key = secret ?? reportSecret(services, row) ?? "";
    const mac = createHmac("sha256", key).update(`${seconds}.${body}`).digest("hex");
    const url = `http://localhost:3000/api/labs/${labKey}/reports/${connectionId}?practice=${practiceId}`;
    const request = new Request(url, {
      method: "POST",
      body,
      headers: { "lab-signature": `t=${seconds},v1=${mac}` },
    });
    return (await receiveLabReport(request, { labKey, connectionId }, world.runtime)).status;
  }

  it("is agreed after the sign-in, and wakes a job that reads the case; it is not believed", async () => {
    const scene = await cases.scene();
    await cases.follow(scene);
    const body = JSON.stringify({ caseId: crypto.randomUUID(), status: "shipped" });
    expect(await called(scene, { body })).toBe(204);
    expect(await called(scene, { body })).toBe(204);
  });

  it("is refused unsigned, signed by somebody else, too old, for another lab, or unreadable", async () => {
    const scene = await cases.scene();
    const body = JSON.stringify({ caseId: "x" });
    expect(await called(scene, { body, secret: "nobody has agreed on one" })).toBe(404);
    await cases.follow(scene);
    const { now } = await world.services();
    const seconds = Math.floor(now.epochMilliseconds / 1000);
    expect(await called(scene, { body, secret: "another" })).toBe(403);
    expect(await called(scene, { body, at: seconds - 301 })).toBe(403);
    expect(await called(scene, { body, labKey: "birch" })).toBe(404);
    expect(await called(scene, { body: "{" })).toBe(400);
    expect(await called(scene, { body: "x".repeat(20_000) })).toBe(413);
  });
});
