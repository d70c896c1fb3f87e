import { describe, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { openSession } from "@/features/access/open-session";
import { patient as patientGate } from "@/features/access/route-gates";
import { recordAlignerChange } from "@/features/treatment/record-aligner-change";
import { markedChanges } from "@/features/treatment/undo/marked-changes";
import { makeClinicActor, makePatient, makePerson, makeSession } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import { makePlan, today } from "./made-plan";

const world = await openWorld();

describe("R10: a guardian's change", () => {
  async function guarded(rights: "full" | "view") {
    const practice = await makePractice(world);
    const [childId, otherId] = [
      await makePatient(world, practice.id, { firstName: "Mila", dateOfBirth: "2016-04-02" }),
      await makePatient(world, practice.id, { firstName: "Noah", dateOfBirth: "2016-04-02" }),
    ];
    const guardian = await makePerson(world, practice.id, { role: "guardian" });
    const { now } = await world.services();
    await inPractice(world.db, practice.id, (tx) =>
      tx.guardianship.create({
        data: {
          practiceId: practice.id,
          patientId: childId,
          guardianPersonId: guardian.personId,
          rights,
          fromOn: new Date("2020-01-01"),
          invitedAt: fromInstant(now),
          birthDateConfirmedAt: fromInstant(now),
        },
      }),
    );
    const token = await makeSession(world, practice.id, guardian, "guardian");
    const { session } = await openSession(world.db, token, { polling: false });
    const admit = (patientId: string) =>
      patientGate.admit({ session, cookies: new Map(), input: { patientId }, now });
    const plan = await makePlan(world, practice, childId, { lower: 0, worn: { upper: 2 } });
    await makePlan(world, practice, otherId, { lower: 0, worn: { upper: 2 } });
    return { practice, childId, otherId, guardian, admit, plan };
  }

  it("names the guardian", async () => {
    const given = await guarded("full");
    const admitted = given.admit(given.childId);
    if (!admitted.ok) throw new Error(admitted.reason);
    const changedOn = await today(world, given.practice);
    const services = await world.services();
    const answer = await recordAlignerChange(services, admitted.value, { stage: 3, changedOn });
    expect(answer.ok).toBe(true);
    const row = await inPractice(world.db, given.practice.id, (tx) =>
      tx.alignerChange.findFirstOrThrow({
        where: { practiceId: given.practice.id, stageId: given.plan.stageId("upper", 3) },
      }),
    );
    expect(row).toMatchObject({
      patientId: given.childId,
      recordedByPersonId: given.guardian.personId,
    });
    const orthodontist = await makeClinicActor(world, given.practice.id, "orthodontist");
    const [line] = await markedChanges(services, orthodontist, given.childId);
    expect(line).toMatchObject({
      stages: [{ number: 3, arch: "upper" }],
      changedOn,
      by: { name: "Alex Example", as: "guardian" },
      undone: null,
    });
  });

  it("is refused to one who may only look", async () => {
    const given = await guarded("view");
    const admitted = given.admit(given.childId);
    if (!admitted.ok) throw new Error(admitted.reason);
    const changedOn = await today(world, given.practice);
    const services = await world.services();
    expect(
      await recordAlignerChange(services, admitted.value, { stage: 3, changedOn }),
    ).toMatchObject({ ok: false, reason: "view_only" });
  });

  it("knows nothing of another child", async () => {
    const given = await guarded("full");
    expect(given.admit(given.otherId)).toMatchObject({ ok: false, reason: "not_found" });
  });
});
