import { describe, expect, it } from "vitest";
import { cancelCase } from "@/features/cases/cancel-case";
import { completeCase } from "@/features/cases/complete-case";
import { holdCase } from "@/features/cases/hold-case";
import { resumeCase } from "@/features/cases/resume-case";
import { reviewPlan } from "@/features/cases/review-plan";
import { takeDelivery } from "@/features/cases/take-delivery";
import { openWorld } from "../../support/world";
import {
  type CaseCast,
  deliveriesOf,
  makeCaseCast,
  presented,
  rowOf,
  standing,
} from "./case-world";

const world = await openWorld();
type Doctor = CaseCast["doctor"];
type Decision = "approve" | "request_changes";
const decide = async (by: Doctor, id: string, decision: Decision, comments = "", planNumber = 1) =>
  reviewPlan(await world.services(), by, { id, planNumber, decision, comments });
const hold = async (by: Doctor, id: string) =>
  holdCase(await world.services(), by, { id, reason: "The patient is abroad" });
const resume = async (by: Doctor, id: string) => resumeCase(await world.services(), by, { id });
const cancel = async (by: Doctor, id: string) =>
  cancelCase(await world.services(), by, { id, reason: "Another way was chosen" });

async function ready(plans = 1) {
  const cast = await makeCaseCast(world);
  const id = await standing(world, cast, { state: "plan_ready", isAtLab: true });
  for (let number = 1; number < plans; number += 1)
    await presented(world, cast, id, { number, decision: "changes_requested" });
  await presented(world, cast, id, { number: plans });
  return { cast, id };
}

describe("R41: the lab's plan is decided on", () => {
  it("approved: the lab is told, and it stands who decided", async () => {
    const { cast, id } = await ready();
    expect(await decide(cast.doctor, id, "approve")).toMatchObject({
      value: { state: "approved" },
    });
    expect((await rowOf(world, cast, id)).labPlanReviews).toMatchObject([
      { decision: "approved", comments: null, decidedByPersonId: cast.doctor.personId },
    ]);
    expect(await deliveriesOf(world, cast, id)).toEqual(["case_plan_decided"]);
  });

  it("changes are asked for in words, which the lab gets", async () => {
    const { cast, id } = await ready(2);
    expect(await decide(cast.doctor, id, "request_changes", "", 2)).toMatchObject({
      reason: "comments_missing",
    });
    expect(await decide(cast.doctor, id, "request_changes", "Slower", 2)).toMatchObject({
      value: { state: "planning" },
    });
    const { labPlanReviews, caseEvents } = await rowOf(world, cast, id);
    expect(labPlanReviews.at(-1)).toMatchObject({
      decision: "changes_requested",
      comments: "Slower",
    });
    expect(caseEvents.at(-1)).toMatchObject({ event: "request_changes", reason: "Slower" });
  });

  it("not on a plan that a later one has taken the place of", async () => {
    const { cast, id } = await ready(2);
    expect(await decide(cast.doctor, id, "approve", "", 1)).toMatchObject({
      reason: "plan_outdated",
      detail: { planNumber: 2 },
    });
    expect((await rowOf(world, cast, id)).state).toBe("plan_ready");
    expect(await deliveriesOf(world, cast, id)).toEqual([]);
  });

  it("two presses that differ, at once: one counts, and the lab is told that one", async () => {
    const { cast, id } = await ready();
    const answers = await Promise.all([
      decide(cast.doctor, id, "approve"),
      decide(cast.doctor, id, "request_changes", "Slower"),
    ]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(answers.find(({ ok }) => !ok)).toMatchObject({ reason: "case_wrong_state" });
    expect(await deliveriesOf(world, cast, id)).toEqual(["case_plan_decided"]);
    const { state, labPlanReviews } = await rowOf(world, cast, id);
    expect(labPlanReviews[0]?.decision).toBe(
      state === "approved" ? "approved" : "changes_requested",
    );
  });

  it("R43, S12: by its own orthodontist alone", async () => {
    const { cast, id } = await ready();
    const stranger = (await makeCaseCast(world)).doctor;
    expect(await decide(cast.colleague, id, "approve")).toMatchObject({ reason: "not_your_case" });
    expect(await decide(stranger, id, "approve")).toMatchObject({ reason: "not_found" });
  });
});

describe("a case on hold", () => {
  it("says why and goes on where it was, also by a colleague's hand", async () => {
    const cast = await makeCaseCast(world);
    const id = await standing(world, cast, { state: "planning", isAtLab: true });
    expect(await hold(cast.doctor, id)).toMatchObject({ value: { state: "on_hold" } });
    expect(await rowOf(world, cast, id)).toMatchObject({ heldFrom: "planning" });
    expect((await rowOf(world, cast, id)).caseEvents.at(-1)?.reason).toBe("The patient is abroad");
    expect(await resume(cast.colleague, id)).toMatchObject({ value: { state: "planning" } });
    expect(await rowOf(world, cast, id)).toMatchObject({ heldFrom: null });
    expect(await deliveriesOf(world, cast, id)).toEqual([]);
  });

  it("is put there once, not from a draft, and not another practice's", async () => {
    const cast = await makeCaseCast(world);
    const id = await standing(world, cast, { state: "approved" });
    const answers = await Promise.all([hold(cast.doctor, id), hold(cast.doctor, id)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await rowOf(world, cast, id)).toMatchObject({ heldFrom: "approved" });
    const draft = await standing(world, cast);
    expect(await hold(cast.doctor, draft)).toMatchObject({ reason: "case_wrong_state" });
    expect(await resume(cast.doctor, draft)).toMatchObject({ reason: "case_wrong_state" });
    const stranger = (await makeCaseCast(world)).doctor;
    expect(await resume(stranger, id)).toMatchObject({ reason: "not_found" });
  });
});

describe("a case is cancelled", () => {
  it.each([
    ["draft", false, []],
    ["held_for_reauthentication", false, []],
    ["send_failed", false, []],
    ["delivery_unknown", false, ["case_cancelled"]],
    ["sent", false, ["case_cancelled"]],
    ["planning", true, ["case_cancelled"]],
    // Records that were to go out again.
    ["queued", true, ["case_cancelled"]],
  ] as const)("%s (at the lab: %s): the lab is told %j", async (state, isAtLab, told) => {
    const cast = await makeCaseCast(world);
    const id = await standing(world, cast, { state, isAtLab });
    expect(await cancel(cast.doctor, id)).toMatchObject({ value: { state: "cancelled" } });
    expect(await deliveriesOf(world, cast, id)).toEqual(told);
    expect((await rowOf(world, cast, id)).caseEvents.at(-1)?.reason).toContain("Another way");
  });

  it("not once it is made, also not from hold, and the lab is told once", async () => {
    const cast = await makeCaseCast(world);
    const made = await standing(world, cast, { state: "in_production", isAtLab: true });
    expect(await cancel(cast.doctor, made)).toMatchObject({ reason: "case_wrong_state" });
    await hold(cast.doctor, made);
    expect(await cancel(cast.doctor, made)).toMatchObject({ reason: "case_wrong_state" });
    const planned = await standing(world, cast, { state: "planning", isAtLab: true });
    await hold(cast.doctor, planned);
    const answers = await Promise.all([cancel(cast.doctor, planned), cancel(cast.doctor, planned)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await deliveriesOf(world, cast, planned)).toEqual(["case_cancelled"]);
  });

  it("R43, S12: by its own orthodontist alone", async () => {
    const cast = await makeCaseCast(world);
    const id = await standing(world, cast);
    const stranger = (await makeCaseCast(world)).doctor;
    expect(await cancel(cast.colleague, id)).toMatchObject({ reason: "not_your_case" });
    expect(await cancel(stranger, id)).toMatchObject({ reason: "not_found" });
  });
});

describe("R41: a parcel arrives, and a treatment ends", () => {
  it("whoever opens the door notes the parcel, once", async () => {
    const cast = await makeCaseCast(world);
    const id = await standing(world, cast, { state: "shipped", isAtLab: true });
    const take = async (by: Doctor) => takeDelivery(await world.services(), by, { id });
    const answers = await Promise.all([take(cast.staff), take(cast.doctor)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await rowOf(world, cast, id)).state).toBe("at_practice");
    const other = await standing(world, cast, { state: "shipped" });
    const by = { ...cast.staff };
    expect(await takeDelivery(await world.services(), by, { id: other })).toMatchObject({
      value: { state: "at_practice" },
    });
    expect((await rowOf(world, cast, other)).caseEvents.at(-1)).toMatchObject({
      ...{ actorRole: "staff", actorPersonId: cast.staff.personId },
    });
    const stranger = (await makeCaseCast(world)).staff;
    expect(await take(stranger)).toMatchObject({ reason: "not_found" });
  });

  it("staff close no case; an orthodontist does, once the aligners are worn", async () => {
    const cast = await makeCaseCast(world);
    const id = await standing(world, cast, { state: "in_treatment", isAtLab: true });
    const complete = async (by: Doctor) => completeCase(await world.services(), by, { id });
    expect(await complete(cast.staff)).toMatchObject({ reason: "case_not_allowed" });
    const answers = await Promise.all([complete(cast.doctor), complete(cast.doctor)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect((await rowOf(world, cast, id)).state).toBe("completed");
    const early = await standing(world, cast, { state: "at_practice" });
    expect(await completeCase(await world.services(), cast.doctor, { id: early })).toMatchObject({
      reason: "case_wrong_state",
    });
  });
});
