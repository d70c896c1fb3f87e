import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { sweepAlarms } from "@/features/messages/alarm/sweep-alarms";
import { assignThread } from "@/features/messages/inbox/assign-thread";
import { closeThread, reopenThread } from "@/features/messages/inbox/change-state";
import { sendMessage } from "@/features/messages/send-message";
import type { ThreadMember } from "@/features/messages/thread-member";
import { makePatientActor } from "../../../support/people";
import { openWorld } from "../../../support/world";
import { begin, type Cast, letStaffIn, makeCast } from "../thread-world";

const world = await openWorld();

const at = (local: string) => Temporal.ZonedDateTime.from(`${local}[Europe/Berlin]`).toInstant();
/** Only forwards: the tests of a file run one after the other. */
async function moveTo(local: string) {
  const { now } = await world.services();
  await world.advance(now.until(at(local)).toString());
}
const sweep = async () => sweepAlarms(await world.services());

/** A practice with the alarm after so many hours, open Monday to Friday from 9 to 17; its staff have an address. */
async function cast(hours: number | null): Promise<Cast> {
  const made = await makeCast(world);
  await inPractice(world.db, made.practice.id, (tx) =>
    tx.practiceSettings.update({
      where: { practiceId: made.practice.id },
      data: { unansweredAlarmHours: hours },
    }),
  );
  const email = "desk@practice.example.com";
  await world.db.prisma.login.update({
    where: { id: made.staff.loginId },
    data: { email, emailFolded: email, emailVerifiedAt: new Date(0) },
  });
  return made;
}
const mails = ({ practice }: Cast) =>
  inPractice(world.db, practice.id, (tx) =>
    tx.delivery.findMany({
      where: { practiceId: practice.id, purpose: "unanswered_alarm" },
      orderBy: { createdAt: "asc" },
      select: { id: true, personId: true, patientId: true, content: true },
    }),
  );
const alarms = ({ practice }: Cast) =>
  inPractice(world.db, practice.id, (tx) =>
    tx.threadAlarm.findMany({ where: { practiceId: practice.id }, orderBy: { decidedAt: "asc" } }),
  );
const send = async (actor: ThreadMember, id: string) =>
  sendMessage(await world.services(), actor, { id, body: "Sore gums", attachmentIds: [] });
const off = (made: Cast) =>
  inPractice(world.db, made.practice.id, (tx) =>
    tx.practiceSettings.update({
      where: { practiceId: made.practice.id },
      data: { unansweredAlarmHours: null },
    }),
  );

describe("R40: nobody has answered for N working hours", () => {
  it("nights, weekends and closures do not count; told once, without a word of the patient's (S23)", async () => {
    // A Friday; on the night to Sunday the clocks go forward.
    await moveTo("2027-03-26T16:00");
    const made = await cast(4);
    const { practice, doctor, patient } = made;
    await inPractice(world.db, practice.id, (tx) =>
      tx.closure.create({
        data: {
          practiceId: practice.id,
          startsAt: fromInstant(at("2027-03-29T00:00")),
          endsAt: fromInstant(at("2027-03-30T00:00")),
          reason: "Holiday",
        },
      }),
    );
    const id = await begin(world, patient, { body: "Sore gums at stage 7" });
    for (const night of ["2027-03-26T23:00", "2027-03-28T12:00", "2027-03-29T16:00"]) {
      await moveTo(night);
      expect(await sweep()).toBe(0);
    }
    await moveTo("2027-03-30T11:59");
    expect(await sweep()).toBe(0);
    await moveTo("2027-03-30T12:05");
    expect(await sweep()).toBe(1);
    const [mail, ...more] = await mails(made);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({
      personId: doctor.personId,
      patientId: null,
      content: { values: { hours: 4, page: `/doctor/inbox?thread=${id}` } },
    });
    expect(JSON.stringify(mail)).not.toContain("gums");
    expect(await alarms(made)).toMatchObject([
      { threadId: id, number: 1, deliveryIds: [mail?.id] },
    ]);
    await send(patient, id);
    await moveTo("2027-03-31T16:00");
    expect(await sweep()).toBe(0);
    await off(made);
  });

  it("two workers at once tell once, and one mail counts several threads", async () => {
    await moveTo("2027-04-05T09:00");
    const made = await cast(1);
    await begin(world, made.patient);
    await begin(world, made.patient);
    await moveTo("2027-04-05T10:05");
    const found = await Promise.all([sweep(), sweep(), sweep()]);
    expect(found.toSorted()).toEqual([0, 0, 2]);
    expect((await mails(made)).map(({ content }) => content)).toEqual([
      { values: { count: 2, eachHours: 1, page: "/doctor/inbox" } },
    ]);
    const [first, second] = await alarms(made);
    expect(first?.deliveryIds).toEqual(second?.deliveryIds);
    await off(made);
  });

  it("what is answered, closed, snoozed or off tells nobody; asked anew, it waits anew", async () => {
    await moveTo("2027-04-06T09:00");
    const made = await cast(2);
    const { practice, doctor, patient } = made;
    const silent = await cast(null);
    await begin(world, silent.patient);
    const answered = await begin(world, patient);
    const closed = await begin(world, patient);
    const snoozed = await begin(world, patient);
    await send(doctor, answered);
    await closeThread(await world.services(), doctor, { id: closed, upTo: 1 });
    const key = { practiceId_id: { practiceId: practice.id, id: snoozed } };
    await inPractice(world.db, practice.id, (tx) =>
      tx.thread.update({
        where: key,
        data: { snoozedUntilAt: fromInstant(at("2027-04-06T14:00")) },
      }),
    );
    await moveTo("2027-04-06T13:00");
    expect(await sweep()).toBe(0);
    await send(patient, answered);
    await reopenThread(await world.services(), doctor, { id: closed });
    await moveTo("2027-04-06T14:05");
    expect(await sweep()).toBe(2);
    await moveTo("2027-04-06T15:05");
    expect(await sweep()).toBe(1);
    expect((await alarms(made)).map(({ threadId, number }) => [threadId, number])).toContainEqual([
      answered,
      3,
    ]);
    expect(await mails(silent)).toEqual([]);
    await off(made);
  });

  it("is told to whom it is assigned; without an orthodontist to staff, where they take part", async () => {
    await moveTo("2027-04-07T09:00");
    const made = await cast(1);
    const { practice, doctor, staff, patient } = made;
    const other = await makePatientActor(world, practice.id, { firstName: "Uma" });
    const given = await begin(world, patient);
    const shared = await begin(world, other);
    const kept = await begin(world, other);
    await letStaffIn(world, practice.id, kept, false);
    await assignThread(await world.services(), doctor, {
      id: given,
      personId: staff.personId,
      seen: null,
    });
    await moveTo("2027-04-07T10:05");
    expect(await sweep()).toBe(3);
    const told = await mails(made);
    expect(told).toHaveLength(2);
    expect(told).toContainEqual(
      expect.objectContaining({
        personId: staff.personId,
        content: { values: { count: 2, eachHours: 1, page: "/desk/inbox" } },
      }),
    );
    expect(told).toContainEqual(
      expect.objectContaining({
        personId: doctor.personId,
        content: { values: { hours: 1, page: `/doctor/inbox?thread=${kept}` } },
      }),
    );
    expect(shared).not.toBe(kept);
    await off(made);
  });

  it("an answer at the same moment: told or not, never both", async () => {
    await moveTo("2027-04-08T09:00");
    const made = await cast(1);
    const { doctor, patient } = made;
    const id = await begin(world, patient);
    await moveTo("2027-04-08T10:05");
    await Promise.all([sweep(), send(doctor, id)]);
    const [mine] = await Promise.all([mails(made), sweep()]);
    expect(mine.length).toBe((await alarms(made)).length);
    expect(await mails(made)).toHaveLength(mine.length);
    await off(made);
  });
});
