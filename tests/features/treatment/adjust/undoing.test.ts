import { describe, expect, it } from "vitest";
import { inPractice, inPracticeOrNothing } from "@/db/transaction";
import { planNews } from "@/features/treatment/adjust/plan-news";
import { releaseStop } from "@/features/treatment/adjust/release-stop";
import type { WishInput } from "@/features/treatment/adjust/schema";
import { undoAdjustment } from "@/features/treatment/adjust/undo-adjustment";
import { movementView } from "@/features/treatment/movement-schema";
import { makeClinicActor } from "../../../support/people";
import { makePractice, openWorld } from "../../../support/world";
import { adjustedWorld, idOf } from "./adjusted-world";

const world = await openWorld();

const longer: WishInput = { kind: "extension", days: 4 };

describe("R22: taking an adjustment back", () => {
  it("restores every date, for each kind, and keeps it readable", async () => {
    const given = await adjustedWorld(world, {
      worn: { upper: 3, lower: 3 },
      stopAfter: { stage: 3, stop: "visit" },
    });
    const wishes: WishInput[] = [
      { kind: "pause", fromOn: await given.day(0), untilOn: await given.day(9) },
      longer,
      { kind: "backtrack", toStageIds: [given.plan.stageId("upper", 1)] },
      { kind: "stop_release" },
      { kind: "replacement", wear: "previous", arrivesOn: await given.day(3) },
    ];
    const before = await given.view();
    for (const wish of wishes) {
      const id = idOf(await given.adjust(wish));
      expect(await given.view(), wish.kind).not.toEqual(before);
      expect(await given.undo(id), wish.kind).toMatchObject({
        ok: true,
        value: { movement: { reason: "undone" } },
      });
      expect(await given.view(), wish.kind).toEqual(before);
    }
    const history = await given.history();
    expect(history.map(({ kind, undoneByName }) => [kind, undoneByName !== null])).toEqual(
      wishes.map(({ kind }) => [kind, true]).reverse(),
    );
    expect(await given.audited("plan.adjustment_undone")).toHaveLength(wishes.length);
  });

  it("lets a pause go on that was ended, with its own end", async () => {
    const given = await adjustedWorld(world);
    await given.adjust({ kind: "pause", fromOn: await given.day(0), untilOn: await given.day(9) });
    const paused = await given.view();
    const resumed = idOf(await given.adjust({ kind: "resume" }));
    expect((await given.view()).pause).toBeNull();
    expect(await given.undo(resumed)).toMatchObject({ ok: true });
    expect(await given.view()).toEqual(paused);
  });

  it("is refused once the patient has changed on it, but not for the other arch's change", async () => {
    const given = await adjustedWorld(world, { daysAgo: 10 });
    const upper = idOf(await given.adjust({ ...longer, arch: "upper" }));
    expect(await given.change(3)).toMatchObject({ ok: true });
    // One press changes every arch whose next stage it is: the upper one, too.
    expect(await given.undo(upper)).toMatchObject({ ok: false, reason: "changed_since" });

    const other = await adjustedWorld(world, { daysAgo: 10, worn: { upper: 2, lower: 1 } });
    const longerUpper = idOf(await other.adjust({ ...longer, arch: "upper" }));
    expect(await other.change(2)).toMatchObject({
      ok: true,
      value: { changes: [{ arch: "lower" }] },
    });
    expect(await other.undo(longerUpper)).toMatchObject({ ok: true });
  });

  it("goes from the latest to the earlier ones", async () => {
    const given = await adjustedWorld(world);
    const first = idOf(await given.adjust(longer));
    const second = idOf(await given.adjust({ kind: "extension", days: 2 }));
    expect(await given.undo(first)).toMatchObject({ ok: false, reason: "later_adjustment" });
    expect(await given.undo(second)).toMatchObject({ ok: true });
    expect(await given.undo(first)).toMatchObject({ ok: true });
    expect(await given.undo(first)).toMatchObject({ ok: false, reason: "already_undone" });
  });

  it("counts once for ten presses at once", async () => {
    const given = await adjustedWorld(world);
    const id = idOf(await given.adjust(longer));
    const answers = await Promise.all(Array.from({ length: 10 }, () => given.undo(id)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await given.audited("plan.adjustment_undone")).toHaveLength(1);
  });

  it("a stage put on again after a step back was taken back is no double (R21)", async () => {
    const given = await adjustedWorld(world, { worn: { upper: 2, lower: 2 }, daysAgo: 10 });
    const back: WishInput = { kind: "backtrack", toStageIds: [given.plan.stageId("upper", 1)] };
    const id = idOf(await given.adjust(back));
    // The lower arch goes on while the upper one is back.
    expect(await given.change(3)).toMatchObject({
      ok: true,
      value: { changes: [{ arch: "lower" }] },
    });
    expect(await given.undo(id)).toMatchObject({ ok: true });
    const lowerBack: WishInput = {
      kind: "backtrack",
      toStageIds: [given.plan.stageId("lower", 2)],
    };
    expect(await given.adjust(lowerBack)).toMatchObject({ ok: true });
    expect(await given.change(3)).toMatchObject({ ok: true });
  });

  it("S12: not another practice's, and not by a mark that is old", async () => {
    const given = await adjustedWorld(world);
    const id = idOf(await given.adjust(longer));
    const elsewhere = await makePractice(world);
    const stranger = await makeClinicActor(world, elsewhere.id, "orthodontist");
    expect(await given.undo(id, stranger)).toMatchObject({ ok: false, reason: "not_found" });
    const mark = { id: given.actor.patientId, adjustmentId: id, seen: "old" };
    const services = await world.services();
    expect(await undoAdjustment(services, given.orthodontist, mark)).toMatchObject({
      ok: false,
      reason: "changed_meanwhile",
    });
    const other = await adjustedWorld(world);
    expect(await other.undo(id)).toMatchObject({ ok: false, reason: "not_found" });
  });
});

describe("R24: a stop released by a verdict on photos", () => {
  it("opens the stop on both arches in the caller's transaction, once, and is not taken back here", async () => {
    const given = await adjustedWorld(world, { stopAfter: { stage: 2, stop: "photo_check_in" } });
    const release = {
      patientId: given.actor.patientId,
      stageId: given.plan.stageId("upper", 2),
      checkInId: crypto.randomUUID(),
    };
    const services = await world.services();
    const run = () =>
      inPracticeOrNothing(world.db, given.practice.id, (tx) =>
        releaseStop(tx, services, given.orthodontist, release),
      );
    const answers = await Promise.all([run(), run(), run()]);
    expect(answers.map((answer) => (answer.ok ? "ok" : answer.reason)).sort()).toEqual([
      "no_stop",
      "no_stop",
      "ok",
    ]);
    const rows = await inPractice(world.db, given.practice.id, (tx) =>
      tx.stopRelease.findMany({ where: { planId: given.plan.planId }, select: { by: true } }),
    );
    expect(rows).toEqual([{ by: "photo_check_in" }, { by: "photo_check_in" }]);
    const [line] = await given.history();
    expect(line).toMatchObject({ kind: "stop_release", canBeUndone: false });
    expect(await given.undo(line?.id ?? "")).toMatchObject({ ok: false, reason: "by_check_in" });
  });
});

describe("R22: what the patient is told", () => {
  const news = async (given: Awaited<ReturnType<typeof adjustedWorld>>) =>
    planNews(await world.services(), given.actor);

  it("is the latest decision with the dates as they moved, until the next change", async () => {
    const given = await adjustedWorld(world, { daysAgo: 10 });
    expect(await news(given)).toBeNull();
    await given.adjust({ kind: "extension", days: 2 });
    const second = await given.adjust(longer);
    const shown = await news(given);
    if (!second.ok || shown === null) throw new Error("nothing to tell");
    expect(shown.movement && movementView(shown.movement)).toEqual(second.value.movement);
    expect(await given.change(3)).toMatchObject({ ok: true });
    expect(await news(given)).toBeNull();
  });

  it("says so when it was taken back, and nothing of another patient's plan", async () => {
    const given = await adjustedWorld(world);
    const id = idOf(await given.adjust(longer));
    await given.undo(id);
    expect(await news(given)).toMatchObject({ movement: null });
    expect(await news(await adjustedWorld(world))).toBeNull();
  });

  it("tells of a pause until it is over", async () => {
    const given = await adjustedWorld(world);
    const [fromOn, untilOn] = [await given.day(0), await given.day(0)];
    expect(await given.adjust({ kind: "pause", fromOn, untilOn })).toMatchObject({
      reason: "pause_order",
    });
    await given.adjust({ kind: "pause", fromOn, untilOn: await given.day(1) });
    expect(await news(given)).toMatchObject({ movement: { reason: "paused" } });
    await world.advance("P1D");
    expect(await news(given)).toBeNull();
  });
});
