import { Temporal } from "temporal-polyfill";
import { describe, expect, test } from "vitest";
import { inPractice } from "@/db/transaction";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { holdTime } from "@/features/appointments/holds/hold-time";
import { cancelByPractice } from "@/features/diary/end-visit";
import { markNoShow } from "@/features/diary/mark-visit";
import { moveAppointment } from "@/features/diary/move-appointment";
import {
  addClosure,
  addTimeOff,
  removeClosure,
  removeTimeOff,
} from "@/features/settings/times/add-absence";
import { changeDayHours } from "@/features/settings/times/change-hours";
import { dayHoursView, timesSettings } from "@/features/settings/times/queries";
import { offerByHand } from "@/features/waiting-list/offer-by-hand";
import { timesToOffer } from "@/features/waiting-list/times-to-offer";
import { addChairs, makeVisitType } from "../../support/appointments-world";
import { makeClinicActor } from "../../support/people";
import { makePractitioner, openWorld } from "../../support/world";
import { clock, waitingScene } from "./waiting-world";

const world = await openWorld();

async function oneWaits() {
  const scene = await waitingScene(world);
  const admin = await makeClinicActor(world, scene.practice.id, "admin");
  const [person] = await scene.waiting(1);
  if (!person) throw new Error("nobody waits");
  const day = scene.at("12:00").slice(0, 10);
  const offeredAt = async () =>
    (await scene.offersOf(person.actor)).map(({ startsAt }) => startsAt).sort();
  return { ...scene, admin, person, day, offeredAt };
}

describe("R35: whatever frees a time, who waits is offered it", () => {
  test("the desk moves a visit, or makes it shorter", async () => {
    const { desk, book, at, practice, practitionerId, sweep, offeredAt, services } =
      await oneWaits();
    const visitTypeId = await makeVisitType(world, practice.id, [practitionerId], { minutes: 60 });
    const long = await book(at("10:00"), { visitTypeId, tellPatient: false });
    const shared = { id: long.id, outsideHours: false, tellPatient: false };
    const shorter = await moveAppointment(services, desk, {
      ...shared,
      version: long.version,
      minutes: 30,
    });
    if (!shorter.ok) throw new Error(shorter.reason);
    expect(await sweep()).toBe(1);
    const { version } = shorter.value;
    await moveAppointment(services, desk, { ...shared, version, startsAt: at("15:00") });
    expect(await sweep()).toBe(1);
    expect(await offeredAt()).toEqual([at("10:00"), at("10:30")]);
  });

  test("time off or a closure is taken back", async () => {
    const { admin, practitionerId, day, at, sweep, offeredAt, services } = await oneWaits();
    const from = `${day}T12:00`;
    const until = `${day}T13:00`;
    const off = await addTimeOff(services, admin, {
      practitionerId,
      absence: "time_off",
      from,
      until,
      reason: "",
    });
    expect(await sweep()).toBe(0);
    await removeTimeOff(services, admin, { id: (off.ok && off.value.id) || "" });
    expect(await sweep()).toBe(1);
    const shut = { locationId: null, from, until, reason: "Course" };
    const closed = await addClosure(services, admin, shut);
    await removeClosure(services, admin, { id: (closed.ok && closed.value.id) || "" });
    expect(await sweep()).toBe(1);
    expect(await offeredAt()).toEqual([at("12:00"), at("12:30")]);
  });

  test("hours get longer; shorter ones offer nothing", async () => {
    const { admin, practice, practitionerId, day, at, sweep, offeredAt, services } =
      await oneWaits();
    const view = async () =>
      dayHoursView((await timesSettings(services, admin)).facts, practitionerId);
    const { locationId } = practice;
    const change = { practitionerId, on: day, notHere: false };
    const short = [{ locationId, opensMinute: 540, closesMinute: 720 }];
    const { none } = await view();
    expect(
      await changeDayHours(services, admin, { ...change, hours: short, seen: none }),
    ).toMatchObject({ ok: true });
    expect(await sweep()).toBe(0);
    const seen = (await view()).days[0]?.seen ?? "";
    expect(await changeDayHours(services, admin, { ...change, hours: [], seen })).toMatchObject({
      ok: true,
    });
    expect(await sweep()).toBe(1);
    expect(await offeredAt()).toEqual([at("12:00")]);
  });

  test("a freed time that somebody holds is offered once the hold has run out", async () => {
    const { theirs, freedId, mine, visitTypeId, practitionerId, freed, sweep, offeredAt } =
      await oneWaits();
    const services = await world.services();
    await cancelAppointment(services, theirs, { id: freedId, reason: "No time" });
    const wanted = { visitTypeId, practitionerId, startsAt: freed };
    expect(await holdTime(services, mine, wanted)).toMatchObject({ ok: true });
    expect(await sweep()).toBe(0);
    await world.advance("PT5M1S");
    expect(await sweep()).toBe(1);
    expect(await offeredAt()).toEqual([freed]);
  });

  test("somebody does not come: what is left of their time", async () => {
    const scene = await oneWaits();
    const { practice, practitionerId, visitTypeId, desk, at, sweep, offeredAt } = scene;
    await inPractice(world.db, practice.id, async (tx) => {
      const where = { practiceId: practice.id };
      await tx.practiceSettings.update({ where, data: { bookingNoticeHours: 0 } });
      await tx.visitType.update({
        where: { practiceId_id: { ...where, id: visitTypeId } },
        data: { leadMinutes: 0 },
        select: { id: true },
      });
    });
    const long = await makeVisitType(world, practice.id, [practitionerId], { minutes: 60 });
    const { id, version } = await scene.book(at("11:00"), { visitTypeId: long });
    const { now } = await world.services();
    const begun = Temporal.Instant.from(at("11:05"));
    await world.advance(now.until(begun, { largestUnit: "second" }).toString());
    expect(await markNoShow(await world.services(), desk, { id, version })).toMatchObject({
      ok: true,
    });
    expect(await sweep()).toBe(1);
    expect(await offeredAt()).toEqual([at("11:30")]);
  });
});

describe("R35: an offer and the visits somebody has", () => {
  test("never at the time of another visit of theirs, nor by hand", async () => {
    const scene = await oneWaits();
    const { practice, practitionerId, theirs, freed, freedId, person, desk, sweep } = scene;
    await addChairs(world, practice, 1);
    const other = await makePractitioner(world, practice);
    const visitTypeId = await makeVisitType(world, practice.id, [other]);
    const own = await scene.book(freed, {
      patientId: person.actor.patientId,
      visitTypeId,
      practitionerId: other,
      tellPatient: false,
    });
    const services = await world.services();
    await cancelAppointment(services, theirs, { id: freedId, reason: "No time" });
    expect(await sweep()).toBe(0);
    const { entryId: id } = person;
    const times = (await timesToOffer(services, desk, id))?.map(({ at }) => at);
    expect(times).not.toContain(freed);
    const wish = { id, startsAt: freed, practitionerId };
    expect(await offerByHand(services, desk, wish)).toMatchObject({ reason: "slot_taken" });
    const { id: ownId, version } = own;
    const cancelled = { id: ownId, version, reason: "Ill", tellPatient: false };
    await cancelByPractice(services, desk, cancelled);
    expect(await offerByHand(services, desk, wish)).toMatchObject({ ok: true });
  });

  test("the visit that would move makes room for itself", async () => {
    const scene = await oneWaits();
    const { practice, practitionerId, person, at, sweep, offeredAt } = scene;
    const { actor } = person;
    const visitTypeId = await makeVisitType(world, practice.id, [practitionerId], { minutes: 60 });
    const before = await scene.book(at("09:00", 10), { tellPatient: false });
    const start = clock(at("09:00", 10), 30);
    const own = await scene.book(start, { patientId: actor.patientId, visitTypeId });
    expect(await scene.join(actor, { appointmentId: own.id })).toMatchObject({ ok: true });
    const services = await world.services();
    const { id, version } = before;
    const cancelled = { id, version, reason: "Ill", tellPatient: false };
    await cancelByPractice(services, scene.desk, cancelled);
    await sweep();
    expect(await offeredAt()).toContain(at("09:00", 10));
  });
});

describe("R32, R35: a visit whose notice has begun", () => {
  test("is offered nothing, nor by hand: they could not move it", async () => {
    const { practice, freedId, person, desk, practitionerId, at, sweep } = await oneWaits();
    await inPractice(world.db, practice.id, (tx) =>
      tx.practiceSettings.update({
        where: { practiceId: practice.id },
        data: { rescheduleNoticeHours: 720 },
      }),
    );
    const services = await world.services();
    const cancelled = { id: freedId, version: 1, reason: "Ill", tellPatient: false };
    expect(await cancelByPractice(services, desk, cancelled)).toMatchObject({ ok: true });
    expect(await sweep()).toBe(0);
    const wish = { id: person.entryId, startsAt: at("12:00"), practitionerId };
    expect(await offerByHand(services, desk, wish)).toMatchObject({ reason: "not_movable" });
  });
});

describe("R35, S16: a lost answer", () => {
  test("an offer by hand that is sent again with the same key is the same offer", async () => {
    const { person, desk, practitionerId, at } = await oneWaits();
    const services = await world.services({ idempotencyKey: "one-press-of-the-button" });
    const wish = { id: person.entryId, startsAt: at("12:00"), practitionerId };
    const made = await offerByHand(services, desk, wish);
    expect(made).toMatchObject({ ok: true });
    expect(await offerByHand(services, desk, wish)).toEqual(made);
  });
});
