import { describe, expect, it } from "vitest";
import { POST as changeLanguage } from "@/app/api/account/language/route";
import { POST as choose } from "@/app/api/account/notifications/route";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { sweepNotices } from "@/features/messages/notices/sweep-notices";
import { startThread } from "@/features/messages/start-thread";
import { makeClinicActor, makePatient } from "../../support/people";
import { openWorld } from "../../support/world";
import { registeredPatient } from "../access/people";
import { browserOf, deliveriesOf } from "./browser-of";

const world = await openWorld();

/** A new message from the orthodontist to a patient: who is told of it. */
async function told(practiceId: string, patientId: string): Promise<(string | null)[]> {
  const doctor = await makeClinicActor(world, practiceId, "orthodontist");
  const wish = { patientId, subject: "Hello", body: "Hello", attachmentIds: [] };
  const started = await startThread(await world.services(), doctor, wish);
  if (!started.ok) throw new Error(started.reason);
  await world.advance("PT31S");
  await sweepNotices(await world.services());
  const mails = await deliveriesOf(world, practiceId, "new_message");
  return mails.filter((mail) => mail.patientId === patientId).map(({ recipient }) => recipient);
}

describe("R17: notification choices", () => {
  it("no mail about messages for those who chose none; said again it stays", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    const body = { topic: "new_message", mail: false };
    expect((await here.send(choose, { body })).body).toEqual(body);
    expect((await here.send(choose, { body })).status).toBe(200);
    expect(await told(robin.practiceId, robin.patientId)).toEqual([]);
    await here.send(choose, { body: { ...body, mail: true } });
    expect(await told(robin.practiceId, robin.patientId)).toEqual([robin.email]);
  });

  it("guardians choose per child, and must say which", async () => {
    const robin = await registeredPatient(world);
    const { practiceId } = robin;
    const { now } = await world.services();
    const child = () => makePatient(world, practiceId, { dateOfBirth: "2016-03-09" });
    const children = [await child(), await child()];
    await inPractice(world.db, practiceId, (tx) =>
      tx.guardianship.createMany({
        data: children.map((patientId) => ({
          practiceId,
          patientId,
          guardianPersonId: robin.personId,
          fromOn: new Date("2020-01-01"),
          invitedAt: fromInstant(now),
          birthDateConfirmedAt: fromInstant(now),
        })),
      }),
    );
    const here = await browserOf(world, robin);
    const body = { topic: "new_message", mail: false };
    expect((await here.send(choose, { body })).body.error.code).toBe("patient_required");
    const [one = "", other = ""] = children;
    await here.send(choose, { body: { ...body, patientId: one } });
    expect(await told(practiceId, one)).toEqual([]);
    expect(await told(practiceId, other)).toEqual([robin.email]);
  });

  it("S12: not for somebody else's treatment", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    for (const practiceId of [robin.practiceId, undefined]) {
      const other = await registeredPatient(world, practiceId ? { practiceId } : {});
      const body = { topic: "new_message", mail: false, patientId: other.patientId };
      expect((await here.send(choose, { body })).status).toBe(404);
    }
  });

  it("of ten at one time one row is left", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    const body = { topic: "new_message", mail: false };
    await Promise.all(Array.from({ length: 10 }, () => here.send(choose, { body })));
    const rows = await inPractice(world.db, robin.practiceId, (tx) =>
      tx.notificationChoice.count({ where: { personId: robin.personId } }),
    );
    expect(rows).toBe(1);
  });
});

describe("R17: language", () => {
  it("is kept with the person, and only one we have", async () => {
    const robin = await registeredPatient(world);
    const here = await browserOf(world, robin);
    expect((await here.send(changeLanguage, { body: { language: "en" } })).status).toBe(200);
    expect((await here.send(changeLanguage, { body: { language: "xx" } })).status).toBe(422);
    const person = await world.db.prisma.person.findUniqueOrThrow({
      where: { id: robin.personId },
    });
    expect(person.language).toBe("en");
  });
});
