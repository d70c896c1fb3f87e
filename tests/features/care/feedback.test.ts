import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import type { PatientActor } from "@/features/access/actors";
import { articlesToEdit, articleToEdit } from "@/features/care/edit/queries";
import { giveFeedback } from "@/features/care/give-feedback";
import { readArticle } from "@/features/care/queries";
import { makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import { copyOf, makeCarePractice } from "./care-world";

const world = await openWorld();
const { practiceId, reader, admin } = await makeCarePractice(world);

async function say(actor: PatientActor, articleId: string, helpful: boolean) {
  return giveFeedback(await world.services(), actor, { articleId, helpful });
}

describe("R26: was this helpful", () => {
  it("counts one answer per person, the last one, also of two at once and for two children", async () => {
    const { id } = await copyOf(world, practiceId, "eating");
    const sibling: PatientActor = { ...reader, patientId: crypto.randomUUID() };
    await Promise.all([say(reader, id, true), say(reader, id, true), say(sibling, id, true)]);
    expect(await say(reader, id, false)).toEqual({ ok: true, value: { helpful: false } });
    const other = await makePatientActor(world, practiceId);
    await say(other, id, true);
    const lines = await articlesToEdit(await world.services(), admin);
    expect(lines.find((line) => line.id === id)).toMatchObject({ helpful: 1, answers: 2 });
    const read = (actor: PatientActor) =>
      world.services().then((services) => readArticle(services, actor, { key: "eating" }));
    expect(await read(reader)).toMatchObject({ value: { helpful: false } });
    expect(await read(other)).toMatchObject({ value: { helpful: true } });
    expect(await read(await makePatientActor(world, practiceId))).toMatchObject({
      value: { helpful: null },
    });
  });

  it("is not taken for another practice's article, one that patients cannot read, or none (S12)", async () => {
    const neighbour = await makeCarePractice(world);
    const theirs = await copyOf(world, neighbour.practiceId, "eating");
    const { id: hidden } = await copyOf(world, practiceId, "storing");
    await inPractice(world.db, practiceId, (tx) =>
      tx.careArticle.updateMany({ where: { practiceId, id: hidden }, data: { published: false } }),
    );
    for (const id of [theirs.id, hidden, crypto.randomUUID()])
      expect(await say(reader, id, true)).toEqual({ ok: false, reason: "not_found" });
    const kept = await inPractice(world.db, neighbour.practiceId, (tx) => tx.careFeedback.count());
    expect(kept).toBe(0);
  });

  it("is shown in all, and since the text last changed", async () => {
    const { id } = await copyOf(world, practiceId, "drinking");
    await say(reader, id, false);
    await world.advance("PT1H");
    await inPractice(world.db, practiceId, async (tx) => {
      const [clock] = await tx.$queryRaw<{ at: Date }[]>`select app_now() as at`;
      const updatedAt = clock?.at ?? new Date();
      await tx.careArticle.updateMany({ where: { practiceId, id }, data: { updatedAt } });
    });
    await world.advance("PT1H");
    await say(await makePatientActor(world, practiceId), id, true);
    expect(await articleToEdit(await world.services(), admin, id)).toMatchObject({
      feedback: { helpful: 1, answers: 2 },
      sinceChange: { helpful: 1, answers: 1 },
    });
  });
});
