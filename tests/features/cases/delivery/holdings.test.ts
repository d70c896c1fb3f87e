import { beforeEach, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { deliveryOfCase } from "@/features/cases/delivery/delivery-of-case";
import { caseTroubleCount, labHoldings } from "@/features/cases/delivery/lab-holdings";
import { openWorld } from "../../../support/world";
import { openCaseWorld, type Scene } from "./case-world";

const world = await openWorld();
const cases = openCaseWorld(world);
beforeEach(async () => {
  await cases.lab().clock.moveTo((await world.services()).now);
});

const shown = async ({ actor }: Scene) => {
  const { value } = await labHoldings(await world.services(), actor);
  return value.items;
};
const count = async ({ actor }: Scene) => caseTroubleCount(await world.services(), actor);

describe("R46: what the lab has, and what it does not", () => {
  it("lists each open case once, with its reason, tries and the next one", async () => {
    const scene = await cases.scene();
    const there = await cases.submitted(scene);
    await cases.deliver(there);
    const tried = await cases.submitted(scene);
    await cases.lab().faults.set("lab", "error");
    await cases.deliver(tried);
    await cases.lab().faults.set("lab", "ok");
    const [holding] = await shown(scene);
    expect(holding).toMatchObject({
      lab: "Alder",
      has: [{ number: there.number, state: "received" }],
      hasNot: [{ number: tried.number, state: "sending", why: "no_answer", tries: 1 }],
    });
    expect(holding?.hasNot[0]?.nextTryAt).not.toBeNull();
    expect(await count(scene)).toBe(0);
    const facts = await inPractice(world.db, tried.practiceId, (tx) => deliveryOfCase(tx, tried));
    expect(facts).toMatchObject({ why: "no_answer", tries: 1, isHeld: false, canResend: false });
    expect(
      await inPractice(world.db, there.practiceId, (tx) => deliveryOfCase(tx, there)),
    ).toBeNull();
  });

  it("says why a case is held, and what failed can be resent", async () => {
    const scene = await cases.scene();
    const failed = await cases.submitted(scene);
    await cases.deliver(failed);
    const twin = await cases.submitted(await cases.scene(), { number: failed.number });
    await cases.deliver(twin);
    await world.advance("P31D");
    const held = await cases.submitted(scene);
    const [holding] = await shown(scene);
    expect(holding?.hasNot).toMatchObject([
      { number: held.number, why: "inactive", canResend: false },
    ]);
    expect(await count(scene)).toBe(1);
    const facts = await inPractice(world.db, twin.practiceId, (tx) => deliveryOfCase(tx, twin));
    expect(facts).toMatchObject({ why: "refused", canResend: true });
  });

  it("S12: shows nobody else's", async () => {
    const scene = await cases.scene();
    await cases.submitted(scene);
    const other = await cases.scene();
    expect(await shown(other)).toEqual([]);
    expect(await count(other)).toBe(0);
  });
});
