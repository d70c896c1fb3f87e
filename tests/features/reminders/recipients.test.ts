import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { makePatient } from "../../support/people";
import { openWorld } from "../../support/world";
import {
  clockTime,
  makeGuardian,
  makeReminded,
  passedOver,
  queued,
  remindingClinic,
  standingVisit,
  sweepAt,
} from "./reminders-world";

const world = await openWorld({ limits: "default" });

const byMail = { minutesBefore: 1440, channel: "mail" } as const;
const byText = { minutesBefore: 1440, channel: "sms" } as const;

type Made = Awaited<ReturnType<typeof remindingClinic>>;

/** Who is reminded of a visit in five days, a day before it. */
async function remindedOf(clinic: Made, patientId: string, clock = "10:00"): Promise<string[]> {
  const services = await world.services();
  const startsAt = clockTime(services, clinic, 5, clock);
  await standingVisit(world, clinic, patientId, startsAt);
  const before = await queued(world, clinic.practiceId);
  await sweepAt(world, startsAt.subtract({ hours: 24 }));
  const after = await queued(world, clinic.practiceId);
  for (const one of before) after.splice(after.indexOf(one), 1);
  return after.map((one) => one.replace("visit_reminder", "").replace(/ +queued /, " ")).toSorted();
}

describe("R35, R17: who is reminded", () => {
  it("whoever chose so, by the way they chose, per child", async () => {
    const clinic = await remindingClinic(world);
    const { practiceId } = clinic;
    const robin = await makeReminded(world, practiceId);
    const choose = (mail: boolean, sms: boolean) =>
      inPractice(world.db, practiceId, async (tx) => {
        const whose = { practiceId, personId: robin.personId, patientId: robin.patientId };
        await tx.notificationChoice.deleteMany({ where: whose });
        await tx.notificationChoice.create({
          data: { ...whose, topic: "visit_reminder", mail, sms },
        });
      });
    await choose(true, false);
    expect(await remindedOf(clinic, robin.patientId, "10:00")).toEqual([`mail ${robin.email}`]);
    await choose(false, true);
    expect(await remindedOf(clinic, robin.patientId, "11:00")).toEqual([`sms ${robin.mobile}`]);
    await choose(false, false);
    expect(await remindedOf(clinic, robin.patientId, "12:00")).toEqual([]);
    expect(await passedOver(world, practiceId)).toEqual([
      "not_wanted",
      "not_wanted",
      "not_wanted",
      "not_wanted",
    ]);
  });

  it("R10: each guardian for each child, the patient too, and one address once", async () => {
    const clinic = await remindingClinic(world);
    const { practiceId } = clinic;
    const elder = await makeReminded(world, practiceId);
    const younger = await makePatient(world, practiceId, { dateOfBirth: "2016-03-09" });
    const both = await makeGuardian(world, practiceId, [elder.patientId, younger]);
    const shared = { mobile: both.mobile };
    const second = await makeGuardian(world, practiceId, [younger], shared);
    expect(await remindedOf(clinic, elder.patientId, "10:00")).toEqual(
      [
        `mail ${both.email}`,
        `mail ${elder.email}`,
        `sms ${elder.mobile}`,
        `sms ${both.mobile}`,
      ].toSorted(),
    );
    expect(await remindedOf(clinic, younger, "11:00")).toEqual(
      [`mail ${both.email}`, `mail ${second.email}`, `sms ${both.mobile}`].toSorted(),
    );
  });

  it("R10: who only looks on is told, without the question", async () => {
    const clinic = await remindingClinic(world, [byMail]);
    const child = await makePatient(world, clinic.practiceId, { dateOfBirth: "2016-03-09" });
    const looker = await makeGuardian(world, clinic.practiceId, [child], { rights: "view" });
    expect(await remindedOf(clinic, child)).toEqual([`mail _confirmed ${looker.email}`]);
  });

  it("somebody without a login: at a proven address, or where the rule says so, and never at a landline", async () => {
    const clinic = await remindingClinic(world, [
      byMail,
      byText,
      { minutesBefore: 2880, channel: "sms", withoutLogin: true },
    ]);
    const { practiceId } = clinic;
    const { now } = await world.services();
    const contact = { email: "listed@mail.example.com", mobilePhone: "+46701740655" };
    const known = await makePatient(world, practiceId, contact);
    const landline = await makePatient(world, practiceId, { mobilePhone: "+46846500444" });
    const startsAt = clockTime(await world.services(), clinic, 5, "10:00");
    await standingVisit(world, clinic, known, startsAt);
    await standingVisit(world, clinic, landline, startsAt.add({ minutes: 30 }));
    await sweepAt(world, startsAt.subtract({ hours: 47 }));
    expect(await queued(world, practiceId)).toEqual([
      `sms visit_reminder queued ${contact.mobilePhone}`,
    ]);
    await inPractice(world.db, practiceId, (tx) =>
      tx.patient.update({
        where: { practiceId_id: { practiceId, id: known } },
        data: { emailVerifiedAt: new Date(now.epochMilliseconds) },
        select: { id: true },
      }),
    );
    await sweepAt(world, startsAt.subtract({ hours: 23 }));
    expect(await queued(world, practiceId)).toEqual([
      `sms visit_reminder queued ${contact.mobilePhone}`,
      `mail visit_reminder queued ${contact.email}`,
    ]);
    const reasons = await passedOver(world, practiceId);
    expect(reasons).toHaveLength(4);
    expect(new Set(reasons)).toEqual(new Set(["no_recipient"]));
  });

  it("nobody of an archived record", async () => {
    const clinic = await remindingClinic(world);
    const { practiceId } = clinic;
    const robin = await makeReminded(world, practiceId);
    const { now } = await world.services();
    await inPractice(world.db, practiceId, (tx) =>
      tx.patient.update({
        where: { practiceId_id: { practiceId, id: robin.patientId } },
        data: { archivedAt: new Date(now.epochMilliseconds), archivedReason: "Moved away" },
        select: { id: true },
      }),
    );
    expect(await remindedOf(clinic, robin.patientId)).toEqual([]);
  });

  it("R51, S3: reminders leave the day's last texts to login codes, and that is noted", async () => {
    const clinic = await remindingClinic(world, [byText]);
    const { practiceId } = clinic;
    await world.db.prisma.practice.update({
      where: { id: practiceId },
      data: { smsDailyCap: 5 },
    });
    for (const clock of ["09:00", "10:00", "11:00", "12:00", "13:00", "14:00"]) {
      const { patientId } = await makeReminded(world, practiceId);
      const startsAt = clockTime(await world.services(), clinic, 5, clock);
      await standingVisit(world, clinic, patientId, startsAt);
    }
    const noon = clockTime(await world.services(), clinic, 4, "16:00");
    await sweepAt(world, noon);
    expect(await queued(world, practiceId)).toHaveLength(4);
    expect(await passedOver(world, practiceId)).toEqual(["texts_stopped", "texts_stopped"]);
    const told = await inPractice(world.db, practiceId, (tx) =>
      tx.delivery.count({ where: { practiceId, purpose: "texts_near_cap" } }),
    );
    expect(told).toBe(1);
  });
});
