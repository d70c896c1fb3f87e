import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import type { PatientActor, SessionActor } from "@/features/access/actors";
import { openSession } from "@/features/access/open-session";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { recordAudit } from "@/features/audit/record-audit";
import { startThread } from "@/features/messages/start-thread";
import { type Clinic, timeAhead } from "../../support/appointments-world";
import { makePatient, makePatientActor, makePerson, makeSession } from "../../support/people";
import type { World } from "../../support/world";
import { photo, upload } from "../uploads/upload-world";

/** The same person as gates without a patient admit them. */
export function asSession(actor: PatientActor): SessionActor {
  const { patientId: _, ...session } = actor;
  return { ...session, kind: "session" };
}

/** A patient with a visit, a conversation with a photo, a draft, and one look of the orthodontist at the record. */
export async function livelyPatient(world: World, clinic: Clinic, name: string) {
  const { practice, practitionerId, visitTypeId } = clinic;
  const services = await world.services();
  const actor = await makePatientActor(world, practice.id, {
    firstName: name,
    lastName: `<b>${name}son</b>`,
    email: `${name.toLowerCase()}@example.com`,
  });
  const startsAt = timeAhead(services, practice, 7, name === "Mina" ? "10:00" : "13:00");
  const booked = await bookAppointment(services, actor, { visitTypeId, practitionerId, startsAt });
  const sent = await upload(world, actor, {
    content: await photo(),
    type: "image/jpeg",
    name: `${name}.jpg`,
  });
  if (!booked.ok || !sent.ok) throw new Error("no visit or no photo");
  const thread = await startThread(services, actor, {
    subject: `${name}’s question`,
    body: `${name} says <script>alert("hi")</script>\nand = more`,
    attachmentIds: [sent.value.id],
    about: { kind: "visit", id: booked.value.id },
  });
  if (!thread.ok) throw new Error("no conversation");
  const { practiceId, patientId, personId } = actor;
  await inPractice(world.db, practiceId, async (tx) => {
    await tx.messageDraft.create({
      data: {
        practiceId,
        personId,
        patientId,
        body: `${name}’s draft`,
        updatedAt: fromInstant(services.now),
      },
    });
    const key = services.random.uuid();
    const updatedAt = fromInstant(services.now);
    const article = { practiceId, key, title: `${name}’s article`, body: "Read.", topic: "life" };
    const { id: articleId } = await tx.careArticle.create({ data: { ...article, updatedAt } });
    await tx.pushSubscription.create({
      data: {
        ...{ practiceId, personId, loginId: personId, sessionId: personId },
        endpoint: `https://web.push.apple.com/secret-address-${personId}`,
        keys: {},
        browser: `${name}’s browser`,
        createdAt: new Date(0),
        seenAt: new Date(0),
      },
    });
    await tx.careFeedback.create({
      data: { practiceId, articleId, personId, helpful: false, createdAt: updatedAt },
    });
    await look(tx, services, practiceId, patientId, "Dr Looker");
  });
  return actor;
}

export async function look(
  tx: Parameters<typeof recordAudit>[0],
  services: Parameters<typeof recordAudit>[1],
  practiceId: string,
  patientId: string,
  name: string,
  action:
    | "record.viewed"
    | "plan.viewed"
    | "thread.viewed"
    | "upload.viewed"
    | "case.viewed" = "record.viewed",
): Promise<void> {
  await recordAudit(
    tx,
    services,
    { name, role: "orthodontist" },
    { action, practiceId, patientId },
  );
}

/** A guardian of two children, as gates without a patient admit them. */
export async function guardianOfTwo(world: World, clinic: Clinic) {
  const practiceId = clinic.practice.id;
  const services = await world.services();
  const guardian = await makePerson(world, practiceId, { role: "guardian", firstName: "Gus" });
  const children: string[] = [];
  for (const lastName of ["One", "Two"]) {
    const patientId = await makePatient(world, practiceId, {
      firstName: "Kid",
      lastName,
      dateOfBirth: "2016-04-02",
    });
    children.push(patientId);
    await inPractice(world.db, practiceId, async (tx) => {
      await tx.guardianship.create({
        data: {
          practiceId,
          patientId,
          guardianPersonId: guardian.personId,
          fromOn: new Date("2020-01-01"),
          invitedAt: fromInstant(services.now),
          birthDateConfirmedAt: fromInstant(services.now),
        },
      });
      await look(tx, services, practiceId, patientId, `Dr Of ${lastName}`);
    });
  }
  const token = await makeSession(world, practiceId, guardian, "guardian");
  const { session } = await openSession(world.db, token, { polling: false });
  if (!session) throw new Error("the session did not open");
  const [one = "", two = ""] = children;
  const forChild = (patientId: string): PatientActor => ({
    ...session,
    kind: "patient",
    role: "guardian",
    patientId,
  });
  return { session: { ...session, kind: "session" } as const, one, two, forChild };
}
