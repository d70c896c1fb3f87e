import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { adjustPlan } from "@/features/treatment/adjust/adjust-plan";
import type { WishInput } from "@/features/treatment/adjust/schema";
import { makeClinicActor } from "../../../support/people";
import { openWorld } from "../../../support/world";
import { adjustedWorld } from "./adjusted-world";

const world = await openWorld();

const longer: WishInput = { kind: "extension", days: 4 };

describe("R22: two at once", () => {
  it("two orthodontists who saw the same dates never both count", async () => {
    const given = await adjustedWorld(world);
    const colleague = await makeClinicActor(world, given.practice.id, "orthodontist");
    const mark = await given.seen(longer);
    const services = await world.services();
    const save = (by: typeof colleague, days: number) =>
      adjustPlan(services, by, {
        id: given.actor.patientId,
        wish: { kind: "extension", days },
        reason: "Tight fit",
        seen: mark,
      });
    const answers = await Promise.all(
      [1, 2, 3, 4, 5, 6].map((days) => save(days % 2 ? colleague : given.orthodontist, days)),
    );
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.flatMap((answer) => (answer.ok ? [] : answer.reason))).toEqual(
      Array(5).fill("changed_meanwhile"),
    );
    expect(await given.history()).toHaveLength(1);
  });

  it("a change marked meanwhile is not extended unseen", async () => {
    const given = await adjustedWorld(world, { daysAgo: 10 });
    const mark = await given.seen(longer);
    expect(await given.change(3)).toMatchObject({ ok: true });
    const late = await adjustPlan(await world.services(), given.orthodontist, {
      id: given.actor.patientId,
      wish: longer,
      reason: "Tight fit",
      seen: mark,
    });
    expect(late).toMatchObject({ ok: false, reason: "changed_meanwhile" });
  });

  it("S16: the same submission again gets the first answer", async () => {
    const given = await adjustedWorld(world);
    const services = await world.services({ idempotencyKey: "adjust-again-1" });
    const input = {
      id: given.actor.patientId,
      wish: longer,
      reason: "Tight fit",
      seen: await given.seen(longer),
    };
    const first = await adjustPlan(services, given.orthodontist, input);
    expect(await adjustPlan(services, given.orthodontist, input)).toEqual(first);
    expect(await given.history()).toHaveLength(1);
  });

  it("the database keeps one number per decision, and history as it was written", async () => {
    const given = await adjustedWorld(world);
    await given.adjust(longer);
    const { id: practiceId } = given.practice;
    const row = { practiceId, planId: given.plan.planId, number: 1, kind: "resume" as const };
    const twice = inPractice(world.db, practiceId, (tx) =>
      tx.planAdjustment.create({
        data: { ...row, byPersonId: crypto.randomUUID(), byName: "A", createdAt: new Date() },
      }),
    );
    await expect(twice).rejects.toThrow(/unique/i);
    const rewritten = inPractice(world.db, practiceId, (tx) =>
      tx.planAdjustment.updateMany({ where: { practiceId }, data: { reason: "Other" } }),
    );
    await expect(rewritten).rejects.toThrow(/denied/i);
  });
});
