import { describe, expect, it } from "vitest";
import { adjustPlan } from "@/features/treatment/adjust/adjust-plan";
import type { WishInput } from "@/features/treatment/adjust/schema";
import { makeClinicActor, makePatientActor } from "../../../support/people";
import { makePractice, openWorld } from "../../../support/world";
import { adjustedWorld } from "./adjusted-world";

const world = await openWorld();

const longer: WishInput = { kind: "extension", days: 4 };

describe("S12: another's plan", () => {
  it("is not adjusted from another practice, nor read", async () => {
    const given = await adjustedWorld(world);
    const elsewhere = await makePractice(world);
    const stranger = await makeClinicActor(world, elsewhere.id, "orthodontist");
    expect(await given.preview(longer, stranger)).toMatchObject({ ok: false, reason: "not_found" });
    expect(await given.adjust(longer, stranger)).toMatchObject({ ok: false, reason: "not_found" });
    await given.adjust(longer);
    expect(await given.history(stranger)).toEqual([]);
  });

  it("is another patient's: theirs stays as it was", async () => {
    const given = await adjustedWorld(world);
    const neighbour = await makePatientActor(world, given.practice.id);
    const answer = await adjustPlan(await world.services(), given.orthodontist, {
      id: neighbour.patientId,
      wish: longer,
      reason: "Tight fit",
      seen: "x",
    });
    expect(answer).toMatchObject({ ok: false, reason: "no_plan" });
    expect(await given.history()).toEqual([]);
  });

  it("R52: staff read the history without the reasons and can take nothing back", async () => {
    const given = await adjustedWorld(world);
    await given.adjust(longer);
    const staff = await makeClinicActor(world, given.practice.id, "staff");
    expect(await given.history(staff)).toMatchObject([
      { kind: "extension", reason: null, canBeUndone: false },
    ]);
  });
});
