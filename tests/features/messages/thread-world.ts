import { inPractice } from "@/db/transaction";
import type { ClinicActor, PatientActor } from "@/features/access/actors";
import { openSession } from "@/features/access/open-session";
import { startThread } from "@/features/messages/start-thread";
import type { ThreadMember } from "@/features/messages/thread-member";
import {
  makeClinicActor,
  makePatient,
  makePatientActor,
  makePerson,
  makeSession,
} from "../../support/people";
import { makePractice, makePractitioner, type PracticeMade, type World } from "../../support/world";

/** A practice with an orthodontist who has a patient of their own, and a member of staff. */
export interface Cast {
  readonly practice: PracticeMade;
  readonly doctor: ClinicActor;
  readonly staff: ClinicActor;
  readonly patient: PatientActor;
}

export async function makeCast(world: World): Promise<Cast> {
  const practice = await makePractice(world);
  const doctor = await makeClinicActor(world, practice.id, "orthodontist");
  await world.db.prisma.login.update({
    where: { id: doctor.loginId },
    data: {
      email: "doctor@practice.example.com",
      emailFolded: "doctor@practice.example.com",
      emailVerifiedAt: new Date(0),
    },
  });
  const practitionerId = await makePractitioner(world, practice, doctor.personId);
  return {
    practice,
    doctor,
    staff: await makeClinicActor(world, practice.id, "staff"),
    patient: await makePatientActor(world, practice.id, {
      practitionerId,
      email: `robin.${Math.trunc(performance.now() * 1000)}@example.com`,
    }),
  };
}

interface GuardianWish {
  readonly rights?: "full" | "view";
  readonly children?: number;
}

/** A guardian as the gate would admit them for their first child, and the ids of all their children. */
export async function makeGuardian(
  world: World,
  practiceId: string,
  { rights = "full", children = 2 }: GuardianWish = {},
): Promise<{ guardian: PatientActor; childIds: string[]; token: string }> {
  const person = await makePerson(world, practiceId, { role: "guardian", firstName: "Kim" });
  const childIds: string[] = [];
  for (let child = 0; child < children; child += 1) {
    const patientId = await makePatient(world, practiceId, {
      firstName: `Child ${child}`,
      dateOfBirth: "2016-04-02",
    });
    childIds.push(patientId);
    await inPractice(world.db, practiceId, (tx) =>
      tx.guardianship.create({
        data: {
          practiceId,
          patientId,
          guardianPersonId: person.personId,
          rights,
          fromOn: new Date("2020-01-01T00:00:00Z"),
          invitedAt: new Date(0),
          birthDateConfirmedAt: new Date(0),
        },
      }),
    );
  }
  const token = await makeSession(world, practiceId, person, "guardian");
  const { session } = await openSession(world.db, token, { polling: false });
  const [patientId] = childIds;
  if (!session || patientId === undefined) throw new Error("the guardian has no session");
  const guardian: PatientActor = { ...session, kind: "patient", role: "guardian", patientId };
  return { guardian, childIds, token };
}

/** Begins a thread and answers its id. */
export async function begin(
  world: World,
  actor: ThreadMember,
  wish: { patientId?: string; body?: string } = {},
): Promise<string> {
  const started = await startThread(await world.services(), actor, {
    patientId: wish.patientId,
    subject: "Tray 7",
    body: wish.body ?? "It feels tight.",
    attachmentIds: [],
  });
  if (!started.ok) throw new Error(started.reason);
  return started.value.id;
}

/** Sets whether staff take part in a thread. */
export async function letStaffIn(
  world: World,
  practiceId: string,
  id: string,
  withStaff: boolean,
): Promise<void> {
  await inPractice(world.db, practiceId, (tx) =>
    tx.thread.update({ where: { practiceId_id: { practiceId, id } }, data: { withStaff } }),
  );
}
