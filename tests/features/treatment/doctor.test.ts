import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { viewRecord } from "@/features/records/view-record";
import { isPatientHere, viewPatient, viewTreatment } from "@/features/treatment/view-patient";
import { makeClinicActor, makePatient } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";
import { makePlan } from "./made-plan";
import { asks, practising, reportsProblem, sendsCheckIn, viewsOf } from "./work-list/work-world";

const world = await openWorld();

describe("R53: opening a patient", () => {
  it("shows plan and threads, and is in the audit log once while somebody keeps looking", async () => {
    const { practice, actor, patient } = await practising(world);
    const b = await patient("Birch");
    await makePlan(world, practice, b, { worn: { upper: 2, lower: 2 }, approved: false });
    await asks(world, practice, b);
    const shown = await viewPatient(await world.services(), actor, b);
    expect(shown).toMatchObject({
      id: b,
      name: "Robin Birch",
      isDraft: true,
      treatment: { phase: "active" },
      threads: [{ subject: "A question", needsAnswer: true, unread: 1 }],
    });
    const once = [
      { action: "plan.viewed", patientId: b },
      { action: "record.viewed", patientId: b },
    ];
    expect(await viewsOf(world, actor)).toEqual(once);
    await viewPatient(await world.services(), actor, b);
    await viewRecord(await world.services(), actor, b);
    expect(await viewsOf(world, actor)).toEqual(once);
    const later = await world.services();
    const afterwards = { ...later, now: later.now.add({ minutes: 11 }) };
    await viewPatient(afterwards, actor, b);
    expect(await viewsOf(world, actor)).toHaveLength(4);
  });

  it("knows nothing of another practice's patient, and audits no view", async () => {
    const { actor } = await practising(world);
    const elsewhere = await makePractice(world);
    const stranger = await makePatient(world, elsewhere.id);
    const services = await world.services();
    expect(await isPatientHere(services, actor, stranger)).toBe(false);
    expect(await viewPatient(services, actor, stranger)).toBeNull();
    expect(await viewsOf(world, actor)).toEqual([]);
  });

  it("R52, R53: gives staff the plan to read, and notes that they looked", async () => {
    const { practice, patient } = await practising(world);
    const staff = await makeClinicActor(world, practice.id, "staff");
    const id = await patient("Ash");
    await makePlan(world, practice, id, { worn: { upper: 2, lower: 2 } });
    const services = await world.services();
    const { treatment, isDraft } = await viewTreatment(services, staff, id);
    expect(treatment.task.kind).toBe("change_today");
    expect(isDraft).toBe(false);
    expect(await viewsOf(world, staff)).toEqual([{ action: "plan.viewed", patientId: id }]);
  });

  it("R52: shows staff nothing of problems, check-ins or clinical notes, here and in the record", async () => {
    const { practice, patient } = await practising(world);
    const staff = await makeClinicActor(world, practice.id, "staff");
    const id = await patient("Ash");
    const { stageId } = await makePlan(world, practice, id, { worn: { upper: 2, lower: 2 } });
    await inPractice(world.db, practice.id, (tx) =>
      tx.stage.updateMany({ where: { id: stageId("upper", 2) }, data: { note: "watch-the-root" } }),
    );
    const hidden = [
      await reportsProblem(world, practice, id, stageId("upper", 2)),
      await sendsCheckIn(world, practice, id),
      await asks(world, practice, id),
      "watch-the-root",
    ];
    const services = await world.services();
    const seen = JSON.stringify([
      await viewRecord(services, staff, id),
      await viewTreatment(services, staff, id),
    ]);
    for (const word of hidden) expect(seen).not.toContain(word);
  });
});
