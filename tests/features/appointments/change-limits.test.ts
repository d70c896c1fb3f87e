import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { inPractice } from "@/db/transaction";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { changeLimitsAt } from "@/features/appointments/change-limits";
import { holdTime } from "@/features/appointments/holds/hold-time";
import { findAppointment, findHold } from "@/features/appointments/queries";
import { visitTypes } from "@/features/appointments/slot-queries";
import { bookingScene, makeVisitType } from "../../support/appointments-world";
import { openWorld } from "../../support/world";

const world = await openWorld();

const before = (startsAt: string, hours: number) =>
  Temporal.Instant.from(startsAt).subtract({ hours }).toString();

async function settings(practiceId: string, reschedule: number, cancel: number) {
  await inPractice(world.db, practiceId, (tx) =>
    tx.practiceSettings.update({
      where: { practiceId },
      data: { rescheduleNoticeHours: reschedule, cancelNoticeHours: cancel },
    }),
  );
}

test("R32: a held time says until when it can be changed, and the booked visit says the same", async () => {
  const { mine, services, wish, practice } = await bookingScene(world);
  await settings(practice.id, 48, 24);
  const { startsAt } = wish("09:30");
  const limits = {
    reschedulingUntil: before(startsAt, 48),
    cancellingUntil: before(startsAt, 24),
  };
  const held = await holdTime(services, mine, wish("09:30"));
  if (!held.ok) throw new Error(held.reason);
  expect((await findHold(services, mine, held.value.id))?.changes).toEqual(limits);
  const { visitTypeId } = wish("09:30");
  expect(await changeLimitsAt(services, mine, { at: startsAt, visitTypeId })).toEqual({
    ...limits,
    needsApproval: false,
  });
  const booked = await bookAppointment(services, mine, wish("09:30"));
  if (!booked.ok) throw new Error(booked.reason);
  expect(booked.value).toMatchObject({
    rescheduling: "possible",
    cancelling: "possible",
    ...limits,
  });
});

test("R32: too soon to change is said before it is booked, and is true afterwards", async () => {
  const { mine, services, wish, practice } = await bookingScene(world);
  await settings(practice.id, 24 * 30, 24 * 30);
  const held = await holdTime(services, mine, wish("10:00"));
  if (!held.ok) throw new Error(held.reason);
  const nothing = { reschedulingUntil: null, cancellingUntil: null };
  expect((await findHold(services, mine, held.value.id))?.changes).toEqual(nothing);
  expect(await bookAppointment(services, mine, wish("10:00"))).toMatchObject({
    value: { rescheduling: "call_practice", cancelling: "call_practice", ...nothing },
  });
});

test("R32: at the very moment it is still possible, a millisecond later it is not", async () => {
  const { mine, services, wish } = await bookingScene(world);
  const booked = await bookAppointment(services, mine, wish("11:00"));
  if (!booked.ok) throw new Error(booked.reason);
  const { id, cancellingUntil } = booked.value;
  const limit = Temporal.Instant.from(cancellingUntil ?? "");
  const late = { ...services, now: limit.add({ milliseconds: 1 }) };
  expect(await findAppointment(late, mine, id)).toMatchObject({
    cancelling: "call_practice",
    cancellingUntil: null,
  });
  expect(await cancelAppointment(late, mine, { id, reason: "Ill" })).toMatchObject({
    reason: "too_late",
  });
  const inTime = { ...services, now: limit };
  expect(await findAppointment(inTime, mine, id)).toMatchObject({ cancelling: "possible" });
  expect((await cancelAppointment(inTime, mine, { id, reason: "Ill" })).ok).toBe(true);
});

test("R28: a type that needs a yes says so, and the wish can be taken back until its time", async () => {
  const { practice, practitionerId, mine, services, wish } = await bookingScene(world);
  await settings(practice.id, 24 * 30, 24 * 30);
  const visitTypeId = await makeVisitType(world, practice.id, [practitionerId], {
    name: "Review",
    needsApproval: true,
  });
  const types = await visitTypes(services, mine);
  if (!types.ok) throw new Error("types");
  expect(types.value.items.map(({ name, needsApproval }) => [name, needsApproval])).toEqual([
    ["Check", false],
    ["Review", true],
  ]);
  const { startsAt } = wish("13:00");
  expect(await changeLimitsAt(services, mine, { at: startsAt, visitTypeId })).toMatchObject({
    needsApproval: true,
  });
  expect(await bookAppointment(services, mine, { ...wish("13:00"), visitTypeId })).toMatchObject({
    value: { state: "requested", cancelling: "possible", cancellingUntil: startsAt },
  });
});

test("R30: what one booked a moment ago in another tab is one's own, not somebody else's", async () => {
  const { mine, theirs, services, wish } = await bookingScene(world);
  const booked = await bookAppointment(services, mine, wish("14:00"));
  if (!booked.ok) throw new Error(booked.reason);
  const own = { reason: "already_booked", detail: { appointmentId: booked.value.id } };
  expect(await bookAppointment(services, mine, wish("14:00"))).toMatchObject(own);
  expect(await holdTime(services, mine, wish("14:00"))).toMatchObject(own);
  expect(await bookAppointment(services, theirs, wish("14:00"))).toMatchObject({
    reason: "slot_taken",
  });
});

test("R30: a time whose five minutes are over is booked while nobody else has it, and not after", async () => {
  const { mine, theirs, services, wish } = await bookingScene(world);
  const holds = [];
  for (const clock of ["15:00", "15:30"]) holds.push(await holdTime(services, mine, wish(clock)));
  const [first, second] = holds.map((held) => (held.ok ? held.value.id : ""));
  const later = { ...services, now: services.now.add({ minutes: 5 }) };
  expect((await bookAppointment(later, theirs, wish("15:30"))).ok).toBe(true);
  expect(await findHold(later, mine, first ?? "")).toBeNull();
  expect(await bookAppointment(later, mine, { ...wish("15:00"), holdId: first })).toMatchObject({
    ok: true,
  });
  const lost = await bookAppointment(later, mine, { ...wish("15:30"), holdId: second });
  expect(lost).toMatchObject({ reason: "slot_taken" });
  const alternatives = lost.ok ? [] : lost.detail?.alternatives;
  expect(alternatives).toMatchObject([
    { practitionerName: expect.stringMatching(/./) },
    {},
    {},
    {},
    {},
    {},
  ]);
});
