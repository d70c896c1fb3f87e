import { expect, test } from "vitest";
import { inPractice } from "@/db/transaction";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { listAppointments } from "@/features/appointments/queries";
import { listSlots, visitTypes } from "@/features/appointments/slot-queries";
import { bookingScene, makeGuardianship, makeVisitType } from "../../support/appointments-world";
import { makePatient, makePatientActor } from "../../support/people";
import { openWorld } from "../../support/world";

const world = await openWorld();

const scene = () => bookingScene(world);

test("R28: a booked visit stands among the next ones, with history, audit and mail", async () => {
  const { practice, services, wish } = await scene();
  const mine = await makePatientActor(world, practice.id, { email: "robin@example.com" });
  const booked = await bookAppointment(services, mine, wish("09:30"));
  if (!booked.ok) throw new Error(booked.reason);
  expect(booked.value).toMatchObject({
    state: "booked",
    rescheduling: "possible",
    cancelling: "possible",
  });
  const list = await listAppointments(services, mine, { when: "upcoming" });
  expect(list).toEqual({
    ok: true,
    value: { items: [booked.value], next: null, timeZone: "Europe/Berlin" },
  });
  await inPractice(world.db, practice.id, async (tx) => {
    const audit = await tx.auditEntry.findFirstOrThrow({ where: { action: "appointment.booked" } });
    expect(audit).toMatchObject({
      objectId: booked.value.id,
      patientId: mine.patientId,
      actorPersonId: mine.personId,
    });
    const mail = await tx.delivery.findFirstOrThrow({ where: { purpose: "appointment_booked" } });
    expect(mail).toMatchObject({
      recipient: "robin@example.com",
      content: { values: { startsAt: wish("09:30").startsAt } },
    });
    expect(JSON.stringify(mail.content)).not.toContain("Check");
  });
});

test("S16: one key, one visit; the same key with another body is refused", async () => {
  const { mine, wish, practice } = await scene();
  const keyed = await world.services({ idempotencyKey: "a-key" });
  const [first, again] = await Promise.all([
    bookAppointment(keyed, mine, wish("09:00")),
    bookAppointment(keyed, mine, wish("09:00")),
  ]);
  expect(first.ok).toBe(true);
  expect(again).toEqual(first);
  expect(await bookAppointment(keyed, mine, wish("10:00"))).toEqual({
    ok: false,
    reason: "idempotency_key_reused",
  });
  const count = await inPractice(world.db, practice.id, (tx) => tx.appointment.count());
  expect(count).toBe(1);
});

test("R29: a time that is not offered cannot be booked", async () => {
  const { mine, services, wish } = await scene();
  for (const clock of ["09:10", "08:30", "16:45"]) {
    expect(await bookAppointment(services, mine, wish(clock))).toMatchObject({
      reason: "slot_taken",
    });
  }
});

test("R32: inside the booking notice the practice's phone is the way", async () => {
  const { mine, services, wish } = await scene();
  const soon = { ...wish("09:00"), startsAt: services.now.add({ hours: 3 }).toString() };
  expect(await bookAppointment(services, mine, soon)).toMatchObject({
    reason: "too_late",
    detail: { phone: "+442079460000" },
  });
  expect(await bookAppointment(services, mine, wish("09:00", 120))).toMatchObject({
    reason: "beyond_horizon",
  });
});

test("R9: a restricted patient sees no types, no times, and books nothing", async () => {
  const { mine, services, wish, practice } = await scene();
  await inPractice(world.db, practice.id, (tx) =>
    tx.patient.update({
      where: { practiceId_id: { practiceId: practice.id, id: mine.patientId } },
      data: { bookingRestrictedAt: new Date(services.now.epochMilliseconds) },
    }),
  );
  expect(await visitTypes(services, mine)).toEqual({ ok: true, value: { items: [] } });
  const on = wish("09:00").startsAt.slice(0, 10);
  const to = wish("09:00", 10).startsAt.slice(0, 10);
  expect(await listSlots(services, mine, { from: on, to })).toMatchObject({
    reason: "booking_restricted",
  });
  expect(await bookAppointment(services, mine, wish("09:00"))).toMatchObject({
    reason: "booking_restricted",
  });
});

test("a type the practice keeps for itself is no choice and cannot be booked", async () => {
  const { mine, services, wish, practice, practitionerId, visitTypeId } = await scene();
  const own = await makeVisitType(world, practice.id, [practitionerId], { bookableOnline: false });
  expect(await visitTypes(services, mine)).toMatchObject({
    value: { items: [{ id: visitTypeId }] },
  });
  expect(
    await bookAppointment(services, mine, { ...wish("09:00"), visitTypeId: own }),
  ).toMatchObject({
    reason: "not_bookable_online",
  });
});

test("R36: a type that needs a yes is requested, and the time is kept for it", async () => {
  const { mine, theirs, services, wish, practice, practitionerId } = await scene();
  const asked = await makeVisitType(world, practice.id, [practitionerId], { needsApproval: true });
  expect(
    await bookAppointment(services, mine, { ...wish("09:00"), visitTypeId: asked }),
  ).toMatchObject({
    ok: true,
    value: { state: "requested" },
  });
  expect(await bookAppointment(services, theirs, wish("09:00"))).toMatchObject({
    reason: "slot_taken",
  });
});

test("S12: another practice's type and practitioner are not there", async () => {
  const { mine, services, wish } = await scene();
  const neighbour = await scene();
  expect(
    await bookAppointment(services, mine, { ...wish("09:00"), visitTypeId: neighbour.visitTypeId }),
  ).toMatchObject({ reason: "not_found" });
  const foreign = { ...wish("09:00"), practitionerId: neighbour.practitionerId };
  expect(await bookAppointment(services, mine, foreign)).toMatchObject({ reason: "slot_taken" });
  expect(
    await listSlots(services, mine, {
      practitionerId: neighbour.practitionerId,
      from: "2026-01-01",
      to: "2026-01-02",
    }),
  ).toMatchObject({ reason: "not_found" });
});

test("R10: a guardian books for the child in the child's name, one who may only look does not", async () => {
  const { mine, services, wish, practice } = await scene();
  const child = await makePatient(world, practice.id, { firstName: "Kim" });
  const full = await makeGuardianship(world, mine, child);
  const booked = await bookAppointment(services, full, wish("09:00"));
  if (!booked.ok) throw new Error(booked.reason);
  const row = await inPractice(world.db, practice.id, (tx) =>
    tx.appointmentEvent.findFirstOrThrow({
      where: { appointmentId: booked.value.id },
      include: { appointment: { select: { patientId: true } } },
    }),
  );
  expect(row).toMatchObject({
    actorRole: "guardian",
    actorPersonId: mine.personId,
    appointment: { patientId: child },
  });
  expect(await listAppointments(services, mine, { when: "upcoming" })).toMatchObject({
    value: { items: [] },
  });
  const sibling = await makePatient(world, practice.id, { firstName: "Noa" });
  const looking = await makeGuardianship(world, mine, sibling, "view");
  expect(await bookAppointment(services, looking, wish("10:00"))).toMatchObject({
    reason: "view_only",
  });
});

test("daily limit: when the day has as many of a type as the practice wants, no more are offered", async () => {
  const { mine, theirs, services, practice, practitionerId, wish } = await scene();
  const few = await makeVisitType(world, practice.id, [practitionerId], { dailyLimit: 1 });
  expect(
    await bookAppointment(services, mine, { ...wish("09:00"), visitTypeId: few }),
  ).toMatchObject({ ok: true });
  expect(
    await bookAppointment(services, theirs, { ...wish("11:00"), visitTypeId: few }),
  ).toMatchObject({
    reason: "slot_taken",
  });
});
