import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { makeClinicActor, makePatient } from "../../../support/people";
import {
  makePractice,
  makePractitioner,
  type PracticeMade,
  type World,
} from "../../../support/world";

/** An orthodontist with a practice; patients are made by their last name, theirs unless said otherwise. */
export async function practising(world: World) {
  const practice = await makePractice(world);
  const actor = await makeClinicActor(world, practice.id, "orthodontist");
  const own = await makePractitioner(world, practice, actor.personId);
  const patient = (lastName: string, practitionerId = own) =>
    makePatient(world, practice.id, { lastName, practitionerId });
  return { practice, actor, own, patient };
}

/** A thread whose last word is the patient's. */
export async function asks(
  world: World,
  practice: PracticeMade,
  patientId: string,
  daysAgo = 0,
): Promise<string> {
  const { now } = await world.services();
  const at = fromInstant(now.subtract({ hours: 24 * daysAgo }));
  const { id } = await inPractice(world.db, practice.id, (tx) =>
    tx.thread.create({
      data: {
        practiceId: practice.id,
        patientId,
        subject: "A question",
        state: "open",
        lastMessageByPatient: true,
        messageCount: 1,
        createdByPersonId: crypto.randomUUID(),
        lastMessageAt: at,
        createdAt: at,
      },
    }),
  );
  return id;
}

/** A lost aligner nobody has answered yet. */
export async function reportsProblem(
  world: World,
  practice: PracticeMade,
  patientId: string,
  stageId: string,
): Promise<string> {
  const { now } = await world.services();
  const at = fromInstant(now);
  const { id } = await inPractice(world.db, practice.id, (tx) =>
    tx.alignerProblem.create({
      data: {
        practiceId: practice.id,
        patientId,
        stageId,
        kind: "lost",
        noticedOn: at,
        reportedByPersonId: crypto.randomUUID(),
        reportedAt: at,
      },
    }),
  );
  return id;
}

/** Photos that wait for the verdict. */
export async function sendsCheckIn(
  world: World,
  practice: PracticeMade,
  patientId: string,
): Promise<string> {
  const { now } = await world.services();
  const at = fromInstant(now);
  const { id } = await inPractice(world.db, practice.id, (tx) =>
    tx.checkIn.create({
      data: {
        practiceId: practice.id,
        patientId,
        state: "submitted",
        createdAt: at,
        submittedAt: at,
      },
    }),
  );
  return id;
}

export const viewsOf = (world: World, actor: ClinicActor) =>
  inPractice(world.db, actor.practiceId, (tx) =>
    tx.auditEntry.findMany({
      where: { actorPersonId: actor.personId },
      orderBy: [{ action: "asc" }, { at: "asc" }],
      select: { action: true, patientId: true },
    }),
  );
