import { expect, test } from "vitest";
import { inPractice } from "@/db/transaction";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { holdTime } from "@/features/appointments/holds/hold-time";
import { releaseHold } from "@/features/appointments/holds/release-hold";
import { listSlots } from "@/features/appointments/slot-queries";
import { bookingScene, makeVisitType, timeAhead } from "../../support/appointments-world";
import { makePractitioner, openWorld } from "../../support/world";

const world = await openWorld();

const scene = () => bookingScene(world);

test("R30: a held time is nobody else's for five minutes, and free again after them", async () => {
  const { mine, theirs, services, wish, practice } = await scene();
  const held = await holdTime(services, mine, wish("09:00"));
  expect(held.ok && Date.parse(held.value.expiresAt)).toBe(
    services.now.epochMilliseconds + 5 * 60_000,
  );
  expect(await bookAppointment(services, theirs, wish("09:00"))).toMatchObject({
    reason: "slot_taken",
  });
  await world.advance("PT5M");
  const later = await world.services();
  const booked = await bookAppointment(later, theirs, wish("09:00"));
  expect(booked).toMatchObject({ ok: true, value: { state: "booked" } });
  const rows = await inPractice(world.db, practice.id, (tx) =>
    tx.appointment.findMany({ select: { state: true, patientId: true }, orderBy: { id: "asc" } }),
  );
  expect(rows).toEqual([
    { state: "released", patientId: mine.patientId },
    { state: "booked", patientId: theirs.patientId },
  ]);
  const gone = await inPractice(world.db, practice.id, (tx) =>
    tx.appointmentEvent.findFirstOrThrow({ where: { event: "release" } }),
  );
  expect(gone).toMatchObject({ fromState: "held", toState: "released", actorPersonId: null });
  const lost = await bookAppointment(later, mine, {
    ...wish("09:00"),
    holdId: held.ok ? held.value.id : "",
  });
  expect(lost).toMatchObject({ ok: false, reason: "slot_taken" });
});

test("the hold becomes the visit, named or not", async () => {
  const { mine, services, wish, practice } = await scene();
  const first = await holdTime(services, mine, wish("09:00"));
  const second = await holdTime(services, mine, wish("09:30"));
  if (!first.ok || !second.ok) throw new Error("held");
  const named = { ...wish("09:00"), holdId: first.value.id };
  expect(await bookAppointment(services, mine, named)).toMatchObject({
    ok: true,
    value: { id: first.value.id, state: "booked" },
  });
  expect(await bookAppointment(services, mine, wish("09:30"))).toMatchObject({
    ok: true,
    value: { id: second.value.id, state: "booked" },
  });
  const events = await inPractice(world.db, practice.id, (tx) =>
    tx.appointmentEvent.findMany({
      where: { appointmentId: first.value.id },
      select: { event: true, fromState: true, toState: true, actorRole: true },
      orderBy: { id: "asc" },
    }),
  );
  expect(events).toEqual([
    { event: "hold", fromState: null, toState: "held", actorRole: "patient" },
    { event: "book", fromState: "held", toState: "booked", actorRole: "patient" },
  ]);
});

test("S16: two held times at most, also when asked for at once with different practitioners", async () => {
  const { mine, services, practice, practitionerId } = await scene();
  const others = [await makePractitioner(world, practice), await makePractitioner(world, practice)];
  const all = [practitionerId, ...others];
  const visitTypeId = await makeVisitType(world, practice.id, all);
  const results = await Promise.all(
    all.map((whom, index) =>
      holdTime(services, mine, {
        visitTypeId,
        practitionerId: whom,
        startsAt: timeAhead(services, practice, 7, `1${index}:00`),
      }),
    ),
  );
  expect(results.filter((result) => result.ok)).toHaveLength(2);
  expect(results.find((result) => !result.ok)).toMatchObject({
    reason: "too_many_holds",
    detail: { atMost: 2, retryAfterSeconds: 300 },
  });
});

test("a hold that is given back is free at once, and only its owner can give it back", async () => {
  const { mine, theirs, services, wish } = await scene();
  const held = await holdTime(services, mine, wish("09:00"));
  if (!held.ok) throw new Error("held");
  const { id } = held.value;
  expect(await releaseHold(services, theirs, { id })).toEqual({
    ok: true,
    value: { released: false },
  });
  expect(await releaseHold(services, mine, { id })).toEqual({
    ok: true,
    value: { released: true },
  });
  expect(await releaseHold(services, mine, { id })).toEqual({
    ok: true,
    value: { released: false },
  });
  expect(await holdTime(services, theirs, wish("09:00"))).toMatchObject({ ok: true });
});

test("holding the same time again gives the same hold, not a second one", async () => {
  const { mine, services, wish } = await scene();
  const once = await holdTime(services, mine, wish("09:00"));
  expect(await holdTime(services, mine, wish("09:00"))).toEqual(once);
});

test("another's hold is worth nothing", async () => {
  const { mine, theirs, services, wish } = await scene();
  const held = await holdTime(services, mine, wish("09:00"));
  const holdId = held.ok ? held.value.id : "";
  expect(await bookAppointment(services, theirs, { ...wish("09:00"), holdId })).toMatchObject({
    reason: "slot_taken",
  });
});

test("a held time is not offered while it is held", async () => {
  const { mine, theirs, services, wish } = await scene();
  const startsAt = wish("09:00").startsAt;
  const on = startsAt.slice(0, 10);
  const query = {
    from: on,
    to: services.now
      .add({ hours: 24 * 30 })
      .toString()
      .slice(0, 10),
  };
  const starts = async (actor: typeof mine, at = services) => {
    const slots = await listSlots(at, actor, query);
    return slots.ok ? slots.value.items.map((slot) => slot.startsAt) : [];
  };
  expect(await starts(theirs)).toContain(startsAt);
  await holdTime(services, mine, wish("09:00"));
  expect(await starts(theirs)).not.toContain(startsAt);
  await world.advance("PT5M");
  expect(await starts(theirs, await world.services())).toContain(startsAt);
});
