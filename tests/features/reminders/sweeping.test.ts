import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { rescheduleAppointment } from "@/features/appointments/reschedule-appointment";
import { sweepReminders } from "@/features/reminders/sweep-reminders";
import { giveMailbox } from "../../support/diary-world";
import { makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";
import {
  clockTime,
  makeReminded,
  passedOver,
  queued,
  remindingClinic,
  standingVisit,
  sweepAt,
} from "./reminders-world";

const world = await openWorld();

describe("R35, S17: reminders go out once each", () => {
  it("by mail and text at their moment, and again by no rerun, nor by two workers at once", async () => {
    const clinic = await remindingClinic(world);
    const robin = await makeReminded(world, clinic.practiceId);
    const services = await world.services();
    const startsAt = clockTime(services, clinic, 5, "10:00");
    await standingVisit(world, clinic, robin.patientId, startsAt);
    await standingVisit(world, clinic, robin.patientId, startsAt.add({ minutes: 30 }), "requested");
    const dueAt = startsAt.subtract({ hours: 24 });
    await sweepAt(world, dueAt.subtract({ minutes: 1 }));
    expect(await queued(world, clinic.practiceId)).toEqual([]);
    const sent = await Promise.all([1, 2, 3, 4].map(() => sweepAt(world, dueAt)));
    expect(sent.reduce((sum, count) => sum + count)).toBe(2);
    await sweepAt(world, dueAt.add({ minutes: 1 }));
    const expected = [
      `mail visit_reminder queued ${robin.email}`,
      `sms visit_reminder queued ${robin.mobile}`,
    ];
    expect(await queued(world, clinic.practiceId)).toEqual(expected);
    const [row] = await inPractice(world.db, clinic.practiceId, (tx) =>
      tx.delivery.findMany({
        where: { practiceId: clinic.practiceId, kind: "sms" },
        select: { expiresAt: true, content: true },
      }),
    );
    expect(row?.expiresAt?.getTime()).toBe(startsAt.epochMilliseconds);
    expect(row?.content).toEqual({ values: { startsAt: startsAt.toString() } });
  });

  it("a worker that dies under way leaves nothing half: the next sends all of it, once", async () => {
    const clinic = await remindingClinic(world);
    const robin = await makeReminded(world, clinic.practiceId);
    const services = await world.services();
    const startsAt = clockTime(services, clinic, 5, "10:00");
    await standingVisit(world, clinic, robin.patientId, startsAt);
    const now = startsAt.subtract({ hours: 24 });
    for (const diesAt of [1, 2, 3, 4]) {
      let left = diesAt;
      const uuid = () => {
        left -= 1;
        if (left === 0) throw new Error("killed");
        return services.random.uuid();
      };
      const dying = { ...services, now, random: { ...services.random, uuid } };
      await expect(sweepReminders(dying)).rejects.toThrow("killed");
      expect(await queued(world, clinic.practiceId)).toEqual([]);
    }
    await sweepAt(world, now);
    expect(await queued(world, clinic.practiceId)).toHaveLength(2);
  });

  it("R31: a moved visit is reminded of at its new time; what had not left goes with the old one", async () => {
    const clinic = await remindingClinic(world, [
      { minutesBefore: 2 * 1440, channel: "mail" },
      { minutesBefore: 1440, channel: "mail" },
    ]);
    const { practiceId, visitTypeId, practitionerId } = clinic;
    const robin = await makePatientActor(world, practiceId);
    await giveMailbox(world, robin, "moves@mail.example.com");
    const services = await world.services();
    const monday = (weeks: number) => {
      const today = services.now.toZonedDateTimeISO(clinic.practice.zone).toPlainDate();
      return clockTime(services, clinic, 8 - today.dayOfWeek + 7 * weeks, "10:00");
    };
    const [old, next] = [monday(1), monday(2)];
    const wish = { visitTypeId, practitionerId, startsAt: old.toString() };
    const booked = await bookAppointment(services, robin, wish);
    if (!booked.ok) throw new Error(booked.reason);
    await sweepAt(world, old.subtract({ hours: 48 }));
    expect(await queued(world, practiceId)).toEqual([
      "mail visit_reminder queued moves@mail.example.com",
    ]);
    const { id } = booked.value;
    const moved = await rescheduleAppointment(services, robin, { id, startsAt: next.toString() });
    expect(moved.ok).toBe(true);
    expect(await queued(world, practiceId)).toEqual([
      "mail visit_reminder dropped moves@mail.example.com",
    ]);
    await sweepAt(world, old.subtract({ hours: 24 }));
    expect(await queued(world, practiceId)).toHaveLength(1);
    await sweepAt(world, next.subtract({ hours: 48 }));
    await sweepAt(world, next.subtract({ hours: 24 }));
    expect((await queued(world, practiceId)).filter((one) => one.includes("queued"))).toHaveLength(
      2,
    );
    const reason = "I am away";
    expect((await cancelAppointment(services, robin, { id, reason })).ok).toBe(true);
    expect((await queued(world, practiceId)).filter((one) => one.includes("queued"))).toEqual([]);
    await sweepAt(world, next.subtract({ hours: 2 }));
    expect(await queued(world, practiceId)).toHaveLength(3);
  });

  it("S17: what is under way when the visit is called off is not taken back, and not tried again", async () => {
    const clinic = await remindingClinic(world);
    const { practiceId } = clinic;
    const robin = await makeReminded(world, practiceId);
    const services = await world.services();
    const startsAt = clockTime(services, clinic, 5, "10:00");
    const id = await standingVisit(world, clinic, robin.patientId, startsAt);
    await sweepAt(world, startsAt.subtract({ hours: 24 }));
    const rows = await inPractice(world.db, practiceId, async (tx) => {
      await tx.delivery.updateMany({
        where: { practiceId, kind: "mail" },
        data: { state: "sending", leaseUntilAt: new Date(services.now.epochMilliseconds + 60_000) },
      });
      await tx.appointment.update({
        where: { practiceId_id: { practiceId, id } },
        data: { state: "no_show" },
        select: { id: true },
      });
      return tx.delivery.findMany({
        where: { practiceId },
        orderBy: { kind: "asc" },
        select: { kind: true, state: true, expiresAt: true, sealedSecret: true },
      });
    });
    expect(rows.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      "mail sending",
      "sms dropped",
    ]);
    const [mail, text] = rows;
    expect(mail?.expiresAt?.getTime()).toBeLessThan(startsAt.epochMilliseconds);
    expect([mail?.sealedSecret !== null, text?.sealedSecret]).toEqual([true, null]);
  });

  it("booked 20 hours before, none: the mail about the booking has just gone; and that is noted", async () => {
    const clinic = await remindingClinic(world);
    const robin = await makeReminded(world, clinic.practiceId);
    const services = await world.services();
    const startsAt = clockTime(services, clinic, 1, "10:00");
    const id = await standingVisit(world, clinic, robin.patientId, startsAt);
    const { practiceId } = clinic;
    await inPractice(world.db, practiceId, (tx) =>
      tx.appointmentEvent.create({
        data: {
          practiceId,
          appointmentId: id,
          event: "book",
          toState: "booked",
          startsAt: new Date(startsAt.epochMilliseconds),
          at: new Date(startsAt.subtract({ hours: 20 }).epochMilliseconds),
        },
      }),
    );
    await sweepAt(world, startsAt.subtract({ hours: 19 }));
    expect(await queued(world, practiceId)).toEqual([]);
    expect(await passedOver(world, practiceId)).toEqual(["booked_after", "booked_after"]);
  });

  it("confirmed visits are reminded of in other words; what is over or only wished for is not", async () => {
    const clinic = await remindingClinic(world, [{ minutesBefore: 1440, channel: "mail" }]);
    const robin = await makeReminded(world, clinic.practiceId);
    const services = await world.services();
    const startsAt = clockTime(services, clinic, 5, "09:00");
    const states = ["confirmed", "requested", "arrived", "no_show"] as const;
    for (const [index, state] of states.entries()) {
      const at = startsAt.add({ minutes: index * 30 });
      await standingVisit(world, clinic, robin.patientId, at, state);
    }
    await sweepAt(world, startsAt.subtract({ hours: 20 }));
    expect(await queued(world, clinic.practiceId)).toEqual([
      `mail visit_reminder_confirmed queued ${robin.email}`,
    ]);
  });

  it("a clock that jumps by days brings no flood: the newest that still helps, the rest noted as passed over", async () => {
    const clinic = await remindingClinic(world, [
      { minutesBefore: 7 * 1440, channel: "mail" },
      { minutesBefore: 3 * 1440, channel: "mail" },
      { minutesBefore: 1440, channel: "mail" },
    ]);
    const robin = await makeReminded(world, clinic.practiceId);
    const services = await world.services();
    const at = (days: number) => clockTime(services, clinic, days, "10:00");
    for (const day of [10, 12, 14]) await standingVisit(world, clinic, robin.patientId, at(day));
    const { practiceId } = clinic;
    await sweepAt(world, at(10).add({ hours: 3 }));
    // Today's visit has begun; of those in two and in four days the nearest that is due goes, late.
    expect(await queued(world, practiceId)).toHaveLength(2);
    expect((await passedOver(world, practiceId)).toSorted()).toEqual([
      "overtaken",
      "overtaken",
      "overtaken",
      "too_late",
    ]);
    await sweepAt(world, at(30));
    expect(await queued(world, practiceId)).toHaveLength(2);
  });
});
