import { inPractice } from "@/db/transaction";
import type { PatientActor } from "@/features/access/actors";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { holdTime } from "@/features/appointments/holds/hold-time";
import { startThread } from "@/features/messages/start-thread";
import { type Clinic, timeAhead } from "../../support/appointments-world";
import { makePatientActor } from "../../support/people";
import type { World } from "../../support/world";
import { caseOf, scanOf } from "../scans/scan-world";
import { photo, upload } from "../uploads/upload-world";
import { deviceOf, factorOf, failedCaseOf, labOf, templateOf } from "./made-for-belongings";

/** Everything of one patient that has an id. */
export interface Belongings {
  readonly patientId: string;
  readonly sessionId: string;
  readonly deviceId: string;
  readonly membershipId: string;
  readonly threadId: string;
  readonly uploadId: string;
  readonly holdId: string;
  readonly appointmentId: string;
  readonly practitionerId: string;
  readonly visitTypeId: string;
  readonly loginId: string;
  readonly failedRegistrationId: string;
  readonly deliveryId: string;
  readonly guardianshipId: string;
  readonly factorId: string;
  readonly waitingEntryId: string;
  readonly offerId: string;
  readonly reminderRuleId: string;
  readonly careArticleId: string;
  readonly checkInId: string;
  readonly templateId: string;
  /** Of a lab that their practice alone works with. */
  readonly labId: string;
  readonly caseId: string;
  readonly scanId: string;
  /** A case of another orthodontist's that did not arrive. */
  readonly failedCaseId: string;
}

/** Makes a patient of that practice who has one of each. */
export async function belongings(
  world: World,
  { practice, practitionerId, visitTypeId }: Clinic,
): Promise<Belongings> {
  const services = await world.services();
  const owner: PatientActor = await makePatientActor(world, practice.id);
  const wish = { visitTypeId, practitionerId };
  const startsAt = (clock: string) => timeAhead(services, practice, 7, clock);
  const held = await holdTime(services, owner, { ...wish, startsAt: startsAt("10:00") });
  const booked = await bookAppointment(services, owner, { ...wish, startsAt: startsAt("11:00") });
  const sent = await upload(world, owner, {
    content: await photo(),
    type: "image/jpeg",
    name: "a.jpg",
  });
  const thread = await startThread(services, owner, {
    subject: "Mine",
    body: "Mine.",
    attachmentIds: [],
  });
  if (!held.ok || !booked.ok || !sent.ok || !thread.ok) throw new Error("nothing belongs to them");
  const labId = await labOf(world, practice.id);
  const trouble = await troubleOf(world, practice.id, owner.patientId);
  const caseId = await caseOf(world, practice.id, { patientId: owner.patientId, practitionerId });
  return {
    caseId,
    scanId: await scanOf(world, practice.id, caseId, owner),
    ...trouble,
    guardianshipId: await guardianshipOf(world, practice.id, owner),
    reminderRuleId: await reminderRuleOf(world, practice.id),
    careArticleId: await careArticleOf(world, practice.id),
    checkInId: await checkInOf(world, practice.id, owner.patientId),
    templateId: await templateOf(world, practice.id, owner.personId),
    labId,
    failedCaseId: await failedCaseOf(world, practice.id, owner.patientId),
    loginId: owner.loginId,
    factorId: await factorOf(world, owner.loginId),
    ...(await waitOf(world, practice.id, {
      patientId: owner.patientId,
      visitTypeId,
      practitionerId,
    })),
    patientId: owner.patientId,
    sessionId: owner.sessionId,
    deviceId: await deviceOf(world, owner),
    membershipId: owner.membershipId,
    threadId: thread.value.id,
    uploadId: sent.value.id,
    holdId: held.value.id,
    appointmentId: booked.value.id,
    practitionerId,
    visitTypeId,
  };
}

/** A place on the waiting list, and an offer. */
async function waitOf(
  world: World,
  practiceId: string,
  wish: {
    readonly patientId: string;
    readonly visitTypeId: string;
    readonly practitionerId: string;
  },
): Promise<Pick<Belongings, "waitingEntryId" | "offerId">> {
  const { now } = await world.services();
  const at = (hours: number) => new Date(now.add({ hours }).epochMilliseconds);
  return inPractice(world.db, practiceId, async (tx) => {
    const entry = await tx.waitingListEntry.create({
      data: {
        practiceId,
        patientId: wish.patientId,
        visitTypeId: wish.visitTypeId,
        createdAt: at(0),
      },
      select: { id: true },
    });
    const offer = await tx.waitingListOffer.create({
      data: {
        practiceId,
        entryId: entry.id,
        startsAt: at(48),
        practitionerId: wish.practitionerId,
        offeredAt: at(0),
        expiresAt: at(24),
      },
      select: { id: true },
    });
    return { waitingEntryId: entry.id, offerId: offer.id };
  });
}

/** Somebody who still has to confirm the patient's birth date (R10). */
async function guardianshipOf(
  world: World,
  practiceId: string,
  { patientId, personId: guardianPersonId }: PatientActor,
): Promise<string> {
  const at = new Date((await world.services()).now.epochMilliseconds);
  const { id } = await inPractice(world.db, practiceId, (tx) =>
    tx.guardianship.create({
      data: { practiceId, patientId, guardianPersonId, fromOn: new Date(0), invitedAt: at },
      select: { id: true },
    }),
  );
  return id;
}

/** The practice's one reminder: there is no second like it. */
function reminderRuleOf(world: World, practiceId: string): Promise<string> {
  return inPractice(world.db, practiceId, async (tx) => {
    const rule = { practiceId, minutesBefore: 1440, channel: "mail" } as const;
    const { id } =
      (await tx.reminderRule.findFirst({ where: rule, select: { id: true } })) ??
      (await tx.reminderRule.create({ data: rule, select: { id: true } }));
    return id;
  });
}

/** Photos that the patient was asked for. */
async function checkInOf(world: World, practiceId: string, patientId: string): Promise<string> {
  const createdAt = new Date((await world.services()).now.epochMilliseconds);
  const { id } = await inPractice(world.db, practiceId, (tx) =>
    tx.checkIn.create({
      data: { practiceId, patientId, state: "requested", createdAt },
      select: { id: true },
    }),
  );
  return id;
}

/** An article of the practice's own. */
function careArticleOf(world: World, practiceId: string): Promise<string> {
  const key = `our-${crypto.randomUUID()}`;
  return inPractice(world.db, practiceId, async (tx) => {
    const { id } = await tx.careArticle.create({
      data: { practiceId, key, title: "Mine", body: "Mine.", topic: "life", updatedAt: new Date() },
      select: { id: true },
    });
    return id;
  });
}

/** A failed registration and an undelivered mail of theirs. */
async function troubleOf(world: World, practiceId: string, patientId: string) {
  const at = new Date((await world.services()).now.epochMilliseconds);
  return inPractice(world.db, practiceId, async (tx) => {
    const failed = await tx.failedRegistration.create({
      data: {
        practiceId,
        patientId,
        cause: "no_record",
        firstName: "Mine",
        lastName: "Mine",
        dateOfBirth: new Date("1990-01-01"),
        email: "mine@example.com",
        mobile: "+46701740698",
        failedAt: at,
      },
    });
    const delivery = await tx.delivery.create({
      data: {
        practiceId,
        patientId,
        kind: "mail",
        purpose: "new_message",
        state: "undelivered",
        recipient: "mine@example.com",
        content: { values: {} },
        nextTryAt: at,
        createdAt: at,
      },
    });
    return { failedRegistrationId: failed.id, deliveryId: delivery.id };
  });
}
