import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { patientHome, treatmentView } from "@/features/treatment/queries";
import { markedChanges } from "@/features/treatment/undo/marked-changes";
import { readLately } from "@/features/treatment/undo/read-lately";
import { makeGuardianship } from "../../support/appointments-world";
import { makeClinicActor, makePatientActor } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import { today } from "./made-plan";
import { markedWorld } from "./undo-world";

const world = await openWorld();

describe("R21: taking a marked change back", () => {
  it("brings both arches' dates back, says why, keeps the rows with who did it, and writes the audit log", async () => {
    const given = await markedWorld(world, { daysAgo: 13 });
    const before = await treatmentView(await world.services(), given.actor);
    const { id } = await given.mark(3);
    const answer = await given.undo(id);
    expect(answer).toMatchObject({
      ok: true,
      value: {
        undone: [
          { arch: "upper", stage: 3 },
          { arch: "lower", stage: 3 },
        ],
        movement: {
          reason: "change_undone",
          arches: [{ wornBefore: { number: 3 }, wornAfter: { number: 2 } }, {}],
        },
        said: {
          lead: expect.stringMatching(/^The change to aligner\s3 is taken back\./),
        },
      },
    });
    if (!answer.ok) throw new Error(answer.reason);
    expect(answer.value.treatment).toEqual(before.value);
    expect(await treatmentView(await world.services(), given.actor)).toEqual(before);
    const rows = await given.rows(3);
    expect(rows.map((row) => row.undoneByPersonId)).toEqual(Array(2).fill(given.actor.personId));
    expect(await given.audited()).toMatchObject([
      { patientId: given.actor.patientId, actorPersonId: given.actor.personId },
    ]);
  });

  it("frees the stage: marked again, it moves the dates by the new day", async () => {
    const given = await markedWorld(world, { daysAgo: 13 });
    const { id } = await given.mark(3);
    expect((await given.undo(id)).ok).toBe(true);
    const again = await given.mark(3, { plusDays: -2 });
    expect(again.differences).toMatchObject([{ lateDays: 1, movedDays: 1 }, { lateDays: 1 }]);
    expect(again.id).not.toBe(id);
    expect(await given.undo(id)).toMatchObject({ ok: false, reason: "already_undone" });
    expect((await given.rows(3)).filter(({ undoneAt }) => undoneAt === null)).toHaveLength(2);
  });

  it("takes back one change at a time, the last one first", async () => {
    const given = await markedWorld(world, { daysAgo: 25 });
    const third = await given.mark(3, { plusDays: -12 });
    await world.advance("PT1M");
    const fourth = await given.mark(4);
    expect(await given.undo(third.id)).toMatchObject({ ok: false, reason: "later_change" });
    expect((await given.undo(fourth.id)).ok).toBe(true);
    expect((await given.undo(third.id)).ok).toBe(true);
  });

  it("is one undoing for eight presses at once, and an answer for a repeated one", async () => {
    const given = await markedWorld(world);
    const { id } = await given.mark(3);
    const answers = await Promise.all(Array.from({ length: 8 }, () => given.undo(id)));
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
    const reasons = answers.flatMap((answer) => (answer.ok ? [] : [answer.reason]));
    expect(reasons).toEqual(Array(7).fill("already_undone"));
    expect(await given.audited()).toHaveLength(1);
    const other = await markedWorld(world);
    const marked = await other.mark(3);
    const first = await other.undo(marked.id, other.actor, "undo-once-more-1");
    expect(first.ok).toBe(true);
    expect(await other.undo(marked.id, other.actor, "undo-once-more-1")).toEqual(first);
  });

  it("never leaves a change half undone while the next one is marked", async () => {
    const given = await markedWorld(world, { daysAgo: 25 });
    const { id } = await given.mark(3, { plusDays: -12 });
    await world.advance("PT1M");
    const [undone, marked] = await Promise.allSettled([given.undo(id), given.mark(4)]);
    const isUndone = undone.status === "fulfilled" && undone.value.ok;
    expect(isUndone).toBe(marked.status === "rejected");
    const { value } = await treatmentView(await world.services(), given.actor);
    expect(value.arches[0]?.currentStage?.number).toBe(isUndone ? 2 : 4);
  });

  it.each([
    ["version", "built_upon"],
    ["adjustment", "built_upon"],
    ["check_in", "built_upon"],
    ["asked", "built_upon"],
    ["cancelled", null],
  ] as const)("after the practice's %s: %s", async (kind, reason) => {
    const given = await markedWorld(world);
    const { id } = await given.mark(3);
    await given.acted(kind);
    const answer = await given.undo(id);
    expect(answer.ok ? null : answer.reason).toBe(reason);
    if (reason === null) return;
    const lately = await readLately(await world.services(), given.actor);
    expect(lately.undoable).toEqual([]);
  });

  it("is offered on home and treatment for 24 hours, then refused", async () => {
    const given = await markedWorld(world);
    const { id } = await given.mark(3, { plusDays: -1 });
    const shown = async () => {
      const services = await world.services();
      const [home, lately] = [
        await patientHome(services, given.actor),
        await readLately(services, given.actor),
      ];
      expect(home.lately.undoable).toEqual(lately.undoable);
      return lately;
    };
    const changedOn = await today(world, given.practice, -1);
    await world.advance("PT23H59M");
    expect((await shown()).undoable).toMatchObject([
      { changeId: expect.any(String), changedOn, stages: [{ number: 3 }, { number: 3 }] },
    ]);
    await world.advance("PT1M");
    expect((await shown()).undoable).toEqual([]);
    expect(await given.undo(id)).toMatchObject({ ok: false, reason: "too_late" });
    await world.advance("P3D");
    expect(await given.undo(id)).toMatchObject({ ok: false, reason: "too_late" });
  });

  it("tells for ten minutes how the dates went back, until the change is marked anew", async () => {
    const given = await markedWorld(world, { daysAgo: 13 });
    const { id } = await given.mark(3);
    const undone = async () => (await readLately(await world.services(), given.actor)).undone;
    expect(await undone()).toBeNull();
    const answer = await given.undo(id);
    if (!answer.ok) throw new Error(answer.reason);
    const told = await undone();
    expect(told?.arches.map(({ wornAfter }) => wornAfter?.number)).toEqual([2, 2]);
    expect(told?.finish.daysLater).toBe(answer.value.movement.finish.daysLater);
    await world.advance("PT1S");
    await given.mark(3);
    expect(await undone()).toBeNull();
    const again = await given.rows(3);
    await given.undo(again.at(-1)?.id ?? "");
    await world.advance("PT11M");
    expect(await undone()).toBeNull();
  });

  it("R10: names who marked it and who took it back to the practice, guardians as such", async () => {
    const given = await markedWorld(world);
    const { id } = await given.mark(3);
    const guardian = await makeGuardianship(
      world,
      await makePatientActor(world, given.practice.id),
      given.actor.patientId,
      "full",
    );
    expect((await given.undo(id, guardian)).ok).toBe(true);
    const doctor = await makeClinicActor(world, given.practice.id, "orthodontist");
    const [line] = await markedChanges(await world.services(), doctor, given.actor.patientId);
    expect(line).toMatchObject({
      stages: [{ arch: "upper" }, { arch: "lower" }],
      by: { as: "patient" },
      undone: { by: { as: "guardian", name: expect.any(String) } },
    });
  });

  it("R10, S12: is refused to one who may only look; another's change does not exist", async () => {
    const given = await markedWorld(world);
    const { id } = await given.mark(3);
    const onlooker = await makeGuardianship(
      world,
      await makePatientActor(world, given.practice.id),
      given.actor.patientId,
      "view",
    );
    expect(await given.undo(id, onlooker)).toMatchObject({ ok: false, reason: "view_only" });
    const lately = await readLately(await world.services(), onlooker);
    expect(lately).toMatchObject({ mayAct: false, undoable: [{}] });
    const sibling = await makePatientActor(world, given.practice.id);
    const stranger = await makePatientActor(world, (await makePractice(world)).id);
    for (const actor of [sibling, stranger]) {
      expect(await given.undo(id, actor)).toMatchObject({ ok: false, reason: "not_found" });
    }
    expect((await given.rows(3)).every(({ undoneAt }) => undoneAt === null)).toBe(true);
    await inPractice(world.db, given.practice.id, (tx) =>
      tx.treatmentPlan.updateMany({
        where: { id: given.plan.planId },
        data: { completedAt: new Date() },
      }),
    );
    expect(await given.undo(id)).toMatchObject({ ok: false, reason: "no_plan" });
  });
});
