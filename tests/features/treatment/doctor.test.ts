import { describe, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { isPatientHere, viewPatient, viewTreatment } from "@/features/treatment/view-patient";
import { patientLines, workList } from "@/features/treatment/work-list";
import { makeClinicActor, makePatient } from "../../support/people";
import { makePractice, makePractitioner, openWorld, type PracticeMade } from "../../support/world";
import { makePlan } from "./made-plan";

const world = await openWorld();

async function practising() {
  const practice = await makePractice(world);
  const actor = await makeClinicActor(world, practice.id, "orthodontist");
  const practitionerId = await makePractitioner(world, practice, actor.personId);
  const patient = (lastName: string) =>
    makePatient(world, practice.id, { lastName, practitionerId });
  return { practice, actor, patient };
}

async function asks(practice: PracticeMade, patientId: string) {
  const { now } = await world.services();
  await inPractice(world.db, practice.id, (tx) =>
    tx.thread.create({
      data: {
        practiceId: practice.id,
        patientId,
        subject: "A question",
        state: "open",
        lastMessageByPatient: true,
        messageCount: 1,
        createdByPersonId: crypto.randomUUID(),
        lastMessageAt: fromInstant(now),
        createdAt: fromInstant(now),
      },
    }),
  );
}

const auditOf = (practiceId: string, actor: ClinicActor) =>
  inPractice(world.db, practiceId, (tx) =>
    tx.auditEntry.findMany({
      where: { actorPersonId: actor.personId },
      orderBy: { action: "asc" },
      select: { action: true, patientId: true },
    }),
  );

describe("R52: the orthodontist's work list", () => {
  it("holds who waits for an answer, is off track or stands at a stop, and nobody else", async () => {
    const { practice, actor, patient } = await practising();
    const [asking, late, stopped, onTrack, justDue] = [
      await patient("Asking"),
      await patient("Late"),
      await patient("Stopped"),
      await patient("Ontrack"),
      await patient("Due"),
    ];
    await makePlan(world, practice, asking, { worn: { upper: 2, lower: 2 }, daysAgo: 3 });
    await asks(practice, asking);
    await makePlan(world, practice, late, { worn: { upper: 2, lower: 2 }, daysAgo: 14 });
    await makePlan(world, practice, stopped, {
      worn: { upper: 2, lower: 2 },
      stopAfter: { stage: 2, stop: "visit" },
    });
    await makePlan(world, practice, onTrack, { worn: { upper: 2, lower: 2 }, daysAgo: 4 });
    await makePlan(world, practice, justDue, { worn: { upper: 2, lower: 2 }, daysAgo: 12 });
    const lines = await workList(await world.services(), actor);
    expect(lines.map(({ id, needs }) => [id, needs])).toEqual([
      [asking, ["answer"]],
      [late, ["off_track"]],
      [stopped, ["stop"]],
    ]);
  });

  it("begins with one's own patients; a search looks through the practice, and no other", async () => {
    const { practice, actor, patient } = await practising();
    const own = await patient("Ångström");
    const colleague = await makePractitioner(world, practice);
    const theirs = await makePatient(world, practice.id, {
      lastName: "Angstrom-Lee",
      practitionerId: colleague,
    });
    await asks(practice, theirs);
    const elsewhere = await makePractice(world);
    await makePatient(world, elsewhere.id, { lastName: "Angstrom" });
    const services = await world.services();
    expect(await workList(services, actor)).toEqual([]);
    const all = await patientLines(services, actor, { query: "", after: null });
    expect(all.items.map(({ id }) => id)).toEqual([own]);
    const found = await patientLines(services, actor, { query: "angstrom-l", after: null });
    expect(found.items.map(({ id }) => id)).toEqual([theirs]);
    expect((await patientLines(services, actor, { query: "%", after: null })).items).toEqual([]);
  });
});

describe("R53: opening a patient", () => {
  it("shows plan and neighbours, and is in the audit log", async () => {
    const { practice, actor, patient } = await practising();
    const [a, b, c] = [await patient("Ash"), await patient("Birch"), await patient("Cedar")];
    await makePlan(world, practice, b, { worn: { upper: 2, lower: 2 }, approved: false });
    await asks(practice, b);
    const shown = await viewPatient(await world.services(), actor, b);
    expect(shown).toMatchObject({
      id: b,
      name: "Robin Birch",
      isDraft: true,
      treatment: { phase: "active" },
      threads: [{ subject: "A question", needsAnswer: true, unread: 1 }],
      previous: { id: a },
      next: { id: c },
    });
    expect(await auditOf(practice.id, actor)).toEqual([
      { action: "plan.viewed", patientId: b },
      { action: "record.viewed", patientId: b },
    ]);
  });

  it("knows nothing of another practice's patient, and audits no view", async () => {
    const { actor } = await practising();
    const elsewhere = await makePractice(world);
    const stranger = await makePatient(world, elsewhere.id);
    const services = await world.services();
    expect(await isPatientHere(services, actor, stranger)).toBe(false);
    expect(await viewPatient(services, actor, stranger)).toBeNull();
    expect(await auditOf(actor.practiceId, actor)).toEqual([]);
  });

  it("gives staff the plan, read inside the record's own transaction", async () => {
    const { practice, patient } = await practising();
    const staff = await makeClinicActor(world, practice.id, "staff");
    const id = await patient("Ash");
    await makePlan(world, practice, id, { worn: { upper: 2, lower: 2 } });
    const services = await world.services();
    const { treatment } = await inPractice(world.db, practice.id, (tx) =>
      viewTreatment(tx, services, staff, id),
    );
    expect(treatment.task.kind).toBe("change_today");
    expect(await auditOf(practice.id, staff)).toEqual([{ action: "plan.viewed", patientId: id }]);
  });
});
