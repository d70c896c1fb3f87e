import { describe, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { adjustPlan } from "@/features/treatment/adjust/adjust-plan";
import type { WishInput } from "@/features/treatment/adjust/schema";
import { makePerson } from "../../../support/people";
import { openWorld } from "../../../support/world";
import { adjustedWorld } from "./adjusted-world";

const world = await openWorld();

const longer: WishInput = { kind: "extension", days: 4 };

describe("R22: adjusting a running plan", () => {
  it("shows the patient the dates of the preview, says who and why, and mails nothing clinical (S23)", async () => {
    const given = await adjustedWorld(world);
    const before = await given.view();
    const shown = await given.preview(longer);
    expect(await given.view()).toEqual(before);
    expect(await given.history()).toEqual([]);
    const answer = await given.adjust(longer);
    if (!shown.ok || !answer.ok) throw new Error("refused");
    expect(answer.value.movement).toEqual(shown.value.movement);
    expect(shown.value.said).toMatchObject({
      lead: expect.stringMatching(/^You wear aligner.2 for 4 days longer than planned\.$/),
      rows: [
        { term: "Next change", moved: "4 days later", tone: "later" },
        { term: "Last aligner ends", moved: "4 days later" },
      ],
    });
    const view = await given.view();
    expect(view.arches.map(({ nextChangeOn }) => nextChangeOn)).toEqual([
      await given.day(9),
      await given.day(9),
    ]);
    expect(view.finishOn).toBe(answer.value.movement.finish.after);
    const [line] = await given.history();
    expect(line).toMatchObject({
      kind: "extension",
      reason: "Tight fit",
      byName: given.orthodontist.personName,
      undoneAt: null,
      canBeUndone: true,
      extensions: [
        { arch: "upper", number: 2, days: 4 },
        { arch: "lower", number: 2, days: 4 },
      ],
    });
    expect(await given.audited("plan.adjusted")).toEqual([
      { patientId: given.actor.patientId, actorPersonId: given.orthodontist.personId },
    ]);
    expect((await given.mails()).map(({ content }) => content)).toEqual([
      { values: { page: "/" } },
    ]);
  });

  it("pauses: nothing changes until it is resumed, and then the days left are worn", async () => {
    const given = await adjustedWorld(world);
    const fromOn = await given.day(0);
    expect(await given.adjust({ kind: "pause", fromOn, untilOn: null })).toMatchObject({
      ok: true,
      value: { movement: { reason: "paused", finish: { after: null } } },
    });
    expect(await given.view()).toMatchObject({ phase: "paused", task: { kind: "paused" } });
    expect(await given.change(3)).toMatchObject({ ok: false, reason: "paused" });
    expect(
      await given.adjust({ kind: "pause", fromOn, untilOn: await given.day(6) }),
    ).toMatchObject({ ok: true });
    expect((await given.view()).arches[0]?.nextChangeOn).toBe(await given.day(11));
    expect(await given.adjust({ kind: "resume" })).toMatchObject({ ok: true });
    expect(await given.view()).toMatchObject({ phase: "active", pauses: expect.any(Array) });
    expect((await given.view()).arches[0]?.nextChangeOn).toBe(await given.day(5));
    expect((await given.history()).map(({ kind, canBeUndone }) => [kind, canBeUndone])).toEqual([
      ["resume", true],
      ["pause", false],
      ["pause", false],
    ]);
  });

  it("goes back on one arch alone, and the stage can be put on again", async () => {
    const given = await adjustedWorld(world, { worn: { upper: 3, lower: 3 } });
    const toStageIds = [given.plan.stageId("upper", 2)];
    expect(await given.adjust({ kind: "backtrack", toStageIds })).toMatchObject({ ok: true });
    const { arches } = await given.view();
    expect(arches.map(({ currentStage }) => currentStage?.number)).toEqual([2, 3]);
    expect(await given.change(3)).toMatchObject({
      ok: true,
      value: { changes: [{ arch: "upper", stage: 3 }] },
    });
  });

  it("releases the stop of both arches, once", async () => {
    const given = await adjustedWorld(world, {
      daysAgo: 10,
      stopAfter: { stage: 2, stop: "visit" },
    });
    expect(await given.change(3)).toMatchObject({ ok: false, reason: "stop_reached" });
    expect(await given.adjust({ kind: "stop_release" })).toMatchObject({ ok: true });
    expect(await given.change(3)).toMatchObject({ ok: true });
    expect(await given.adjust({ kind: "stop_release" })).toMatchObject({
      ok: false,
      reason: "no_stop",
    });
  });

  it("waits for a replacement with the aligner before, until the day it is expected", async () => {
    const given = await adjustedWorld(world);
    const arrivesOn = await given.day(4);
    const wished: WishInput = { kind: "replacement", wear: "previous", arrivesOn };
    expect(await given.adjust(wished)).toMatchObject({
      ok: true,
      value: { said: { lead: expect.stringMatching(/you wear aligner.1\.$/) } },
    });
    const view = await given.view();
    expect(view.arches).toMatchObject([
      { currentStage: { number: 1 }, nextStage: { number: 2 }, nextChangeOn: arrivesOn },
      { currentStage: { number: 1 }, nextStage: { number: 2 }, nextChangeOn: arrivesOn },
    ]);
  });

  it("needs a reason, except for what explains itself", async () => {
    const given = await adjustedWorld(world, { stopAfter: { stage: 2, stop: "visit" } });
    const save = async (wish: WishInput) =>
      adjustPlan(await world.services(), given.orthodontist, {
        id: given.actor.patientId,
        wish,
        seen: await given.seen(wish),
      });
    expect(await save(longer)).toMatchObject({ ok: false, reason: "reason_missing" });
    expect(await save({ kind: "stop_release" })).toMatchObject({ ok: true });
  });

  it("R10: mails the guardian too, with the child in the link, and nobody twice while a mail waits", async () => {
    const given = await adjustedWorld(world);
    const { id: practiceId } = given.practice;
    const email = `${crypto.randomUUID()}@example.com`;
    const guardian = await makePerson(world, practiceId, { role: "guardian", email });
    const { patientId } = given.actor;
    const at = fromInstant((await world.services()).now);
    await inPractice(world.db, practiceId, (tx) =>
      tx.guardianship.create({
        data: {
          practiceId,
          patientId,
          guardianPersonId: guardian.personId,
          rights: "view",
          fromOn: new Date("2020-01-01"),
          invitedAt: at,
          birthDateConfirmedAt: at,
        },
      }),
    );
    await given.adjust(longer);
    await given.adjust({ kind: "extension", days: 1 });
    const pages = (await given.mails()).map(({ content }) => content);
    expect(pages).toHaveLength(2);
    expect(pages).toEqual(
      expect.arrayContaining([
        { values: { page: "/" } },
        { values: { page: `/?patient=${patientId}` } },
      ]),
    );
  });

  it("adjusts no draft", async () => {
    const given = await adjustedWorld(world, { approved: false });
    expect(await given.preview(longer)).toMatchObject({ ok: false, reason: "no_plan" });
  });
});
