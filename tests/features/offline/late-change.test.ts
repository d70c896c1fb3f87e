import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { recordAlignerChange } from "@/features/treatment/record-aligner-change";
import { openWorld } from "../../support/world";
import { today, treatedPatient } from "../treatment/made-plan";

const world = await openWorld();

describe("R21: a change that was marked without a network", () => {
  it("keeps the day it was done and the moment it arrived, once, however often it is sent", async () => {
    const { actor, plan, practice } = await treatedPatient(world, { daysAgo: 13 });
    const body = { stage: 3, changedOn: await today(world, practice, -2) };
    const services = await world.services({ idempotencyKey: "kept-on-a-phone-1" });
    const tries = await Promise.all(
      Array.from({ length: 4 }, () => recordAlignerChange(services, actor, body)),
    );
    for (const answer of tries) expect(answer).toEqual(tries[0]);
    expect(tries[0]?.ok).toBe(true);
    const { practiceId } = actor;
    const rows = await inPractice(world.db, practiceId, (tx) =>
      tx.alignerChange.findMany({
        where: { practiceId, planId: plan.planId, stage: { number: 3 } },
        select: { changedOn: true, recordedAt: true },
      }),
    );
    expect(rows).toHaveLength(2);
    for (const { changedOn, recordedAt } of rows) {
      expect(changedOn.toISOString().slice(0, 10)).toBe(body.changedOn);
      expect(recordedAt.toISOString().slice(0, 19)).toBe(services.now.toString().slice(0, 19));
    }
  });
});
