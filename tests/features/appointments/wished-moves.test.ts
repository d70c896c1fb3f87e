import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { inPractice } from "@/db/transaction";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { listAppointments } from "@/features/appointments/queries";
import { rescheduleAppointment } from "@/features/appointments/reschedule-appointment";
import { listSlots } from "@/features/appointments/slot-queries";
import { timeChoice } from "@/features/appointments/time-choice";
import { visitsPage } from "@/features/appointments/visits-page";
import { expireWishes } from "@/features/appointments/wishes/expire-wishes";
import { leftOutOfMove } from "@/features/appointments/wishes/wished-time";
import { withdrawWish } from "@/features/appointments/wishes/withdraw-wish";
import { cancelByPractice } from "@/features/diary/end-visit";
import { markArrived } from "@/features/diary/mark-visit";
import { moveAppointment } from "@/features/diary/move-appointment";
import { makeGuardianship } from "../../support/appointments-world";
import { giveMailbox, history, mailed, overlaps } from "../../support/diary-world";
import { makePatient, makePatientActor } from "../../support/people";
import { wishesOf, wishScene } from "../../support/wish-world";
import { makePractice, openWorld } from "../../support/world";

const world = await openWorld();

type Scene = Awaited<ReturnType<typeof wishScene>>;

test("R31: a move that needs a yes keeps the old time, and the new one is kept too (S16)", async () => {
  const { services, mine, theirs, practice, visit, wish, at, booking, ask } =
    await wishScene(world);
  const asked = await ask("11:00");
  expect(asked).toMatchObject({
    value: {
      id: visit.id,
      state: "booked",
      startsAt: at("09:00"),
      wish: { startsAt: at("11:00") },
    },
  });
  for (const clock of ["09:00", "11:00"])
    expect(await bookAppointment(services, theirs, booking(clock))).toMatchObject({
      reason: "slot_taken",
    });
  const upcoming = await listAppointments(services, mine, { when: "upcoming" });
  expect(upcoming.ok && upcoming.value.items.map(({ id }) => id)).toEqual([visit.id]);
  expect(await history(world, practice.id, visit.id)).toEqual([
    "null book booked by staff",
    "booked request booked by patient",
  ]);
  expect(await wish()).toMatchObject({ state: "requested", replacesAppointmentId: visit.id });
});

test("R31: a second wish replaces the first, whose time is free at once; the same one changes nothing", async () => {
  const { services, theirs, practice, visit, booking, ask } = await wishScene(world);
  await ask("11:00");
  expect(await ask("11:00")).toMatchObject({ ok: true });
  await ask("11:30");
  expect(await wishesOf(world, practice.id, visit.id)).toMatchObject([
    { state: "released" },
    { state: "requested" },
  ]);
  expect(await bookAppointment(services, theirs, booking("11:00"))).toMatchObject({ ok: true });
  expect(await ask("09:00")).toMatchObject({ reason: "same_time" });
  expect(await ask("09:15")).toMatchObject({ reason: "slot_taken" });
  expect(await overlaps(world, practice.id)).toBe(0);
});

test("R31: the times to wish for leave the visit's own out and offer that of the former wish", async () => {
  const { services, mine, visit, visitTypeId, at, ask, on } = await wishScene(world);
  await ask("11:00");
  const free = await listSlots(services, mine, { visitTypeId, from: on, to: nextDay(on) });
  const starts = free.ok ? free.value.items.map(({ startsAt }) => startsAt) : [];
  expect(starts).not.toContain(at("09:00"));
  const leftOutId = await leftOutOfMove(services, mine.practiceId, visit.id);
  const choice = await timeChoice(services, mine, {
    visitTypeId,
    dayOn: on,
    leftOutId: leftOutId ?? "",
  });
  const offered = choice.ok ? choice.value.dayTimes.map(({ startsAt }) => startsAt) : [];
  expect(offered).not.toContain(at("09:00"));
  expect(offered).toContain(at("11:00"));
});

test("R31: the wish alone is taken back, once; the visit stays", async () => {
  const { services, mine, theirs, practice, visit, booking, ask } = await wishScene(world);
  await ask("11:00");
  expect(await withdrawWish(services, mine, { id: visit.id })).toMatchObject({
    value: { id: visit.id, state: "booked", wish: null },
  });
  expect(await withdrawWish(services, mine, { id: visit.id })).toMatchObject({ reason: "no_wish" });
  expect(await bookAppointment(services, theirs, booking("11:00"))).toMatchObject({ ok: true });
  expect((await history(world, practice.id, visit.id)).at(-1)).toBe(
    "booked withdraw booked by patient",
  );
});

test("R31: a visit that is cancelled, moved by the desk or begins takes its wish along", async () => {
  const ends = {
    "the patient's cancel": async (s: Scene) =>
      cancelAppointment(s.services, s.mine, { id: s.visit.id, reason: "Ill" }),
    "the desk's cancel": async (s: Scene) =>
      cancelByPractice(s.services, s.desk, { ...(await s.shown()), reason: "Ill" }),
    "the desk's move, to the very time that was wished for": async (s: Scene) =>
      moveAppointment(s.services, s.desk, {
        ...(await s.shown()),
        startsAt: s.at("11:00"),
        outsideHours: false,
      }),
    "the patient is here": async (s: Scene) => {
      const services = { ...s.services, now: Temporal.Instant.from(s.visit.startsAt) };
      return markArrived(services, s.desk, await s.shown());
    },
  };
  for (const [what, end] of Object.entries(ends)) {
    const scene = await wishScene(world);
    await scene.ask("11:00");
    expect(await end(scene), what).toMatchObject({ ok: true });
    expect(await scene.wish(), what).toMatchObject({ state: "released" });
    const { id } = await scene.wish();
    const moves = await history(world, scene.practice.id, id);
    expect(moves.at(-1), what).toMatch(/^requested release released by (null|staff)$/);
  }
});

test("R31: a desk that has not seen the wish is shown the visit with it first", async () => {
  const { services, desk, visit, ask, at } = await wishScene(world);
  await ask("11:00");
  expect(
    await moveAppointment(services, desk, {
      id: visit.id,
      version: visit.version,
      startsAt: at("13:00"),
      outsideHours: false,
      tellPatient: true,
    }),
  ).toMatchObject({
    reason: "changed",
    detail: { appointment: { wish: { startsAt: at("11:00") } } },
  });
});

test("R31: a wish nobody answered ends with its time, the patient hears that the visit stays", async () => {
  const { services, mine, practice, ask, wish, visit, at } = await wishScene(world, "13:00");
  await giveMailbox(world, mine, `${mine.patientId}@mail.example.com`);
  await ask("09:00");
  const before = { ...services, now: services.now.add({ hours: 1 }) };
  await expireWishes(before);
  expect(await wish()).toMatchObject({ state: "requested" });
  const during = { ...services, now: Temporal.Instant.from(at("09:00")) };
  expect(await expireWishes(during)).toBeGreaterThan(0);
  expect(await expireWishes(during)).toBe(0);
  expect(await wish()).toMatchObject({ state: "released" });
  expect(await mailed(world, practice.id, mine.patientId)).toEqual(["appointment_kept"]);
  expect((await history(world, practice.id, visit.id)).at(-1)).toBe(
    "booked withdraw booked by null",
  );
});

test("R31, S12: nobody else withdraws a wish, and a wish's id is nobody's visit", async () => {
  const { services, mine, theirs, visit, ask, wish } = await wishScene(world);
  await ask("11:00");
  const neighbour = await makePatientActor(world, (await makePractice(world)).id);
  for (const stranger of [theirs, neighbour])
    expect(await withdrawWish(services, stranger, { id: visit.id })).toMatchObject({
      reason: "not_found",
    });
  const { id } = await wish();
  for (const tried of [
    withdrawWish(services, mine, { id }),
    cancelAppointment(services, mine, { id, reason: "Mine" }),
    rescheduleAppointment(services, mine, { id, startsAt: visit.startsAt }),
  ])
    expect(await tried).toMatchObject({ reason: "not_found" });
});

test("R10: a guardian asks for the child and takes it back; one who may look alone does neither", async () => {
  const { services, mine, practice, visit, desk: _, ...rest } = await wishScene(world);
  const child = await makePatient(world, practice.id, { firstName: "Kim" });
  const full = await makeGuardianship(world, mine, child);
  const looks = await makeGuardianship(
    world,
    await makePatientActor(world, practice.id),
    child,
    "view",
  );
  const id = await rest.bookFor(child, "14:00");
  const startsAt = rest.at("15:00");
  expect(await rescheduleAppointment(services, looks, { id, startsAt })).toMatchObject({
    reason: "view_only",
  });
  expect(await rescheduleAppointment(services, full, { id, startsAt })).toMatchObject({
    value: { wish: { startsAt, withdrawing: "possible" } },
  });
  expect(await listAppointments(services, looks, { when: "upcoming" })).toMatchObject({
    value: { items: [{ id, wish: { startsAt, withdrawing: "closed" } }] },
  });
  // The pages say so, and not that the practice books by telephone.
  expect(await visitsPage(services, looks, undefined)).toMatchObject({ looksOnly: true });
  expect(await visitsPage(services, full, undefined)).toMatchObject({ looksOnly: false });
  expect(await withdrawWish(services, looks, { id })).toMatchObject({ reason: "view_only" });
  expect(await withdrawWish(services, full, { id })).toMatchObject({ value: { wish: null } });
  expect((await history(world, practice.id, id)).at(-1)).toBe("booked withdraw booked by guardian");
  expect(visit.state).toBe("booked");
});

test("S16: the database itself holds one live wish per visit", async () => {
  const { practice, ask, wish } = await wishScene(world);
  await ask("11:00");
  const { id: _id, practitionerBusyFromAt, ...row } = await wish();
  const later = new Date(row.startsAt.getTime() + 7_200_000);
  const end = new Date(later.getTime() + 1_800_000);
  await expect(
    inPractice(world.db, practice.id, (tx) =>
      tx.appointment.create({
        data: {
          ...row,
          startsAt: later,
          endsAt: end,
          practitionerBusyFromAt: later,
          practitionerBusyUntilAt: end,
          chairBusyFromAt: later,
          chairBusyUntilAt: end,
        },
        select: { id: true },
      }),
    ),
  ).rejects.toThrow(/appointment_one_wish|Unique constraint/);
  expect(practitionerBusyFromAt).toBeInstanceOf(Date);
});

function nextDay(on: string): string {
  return new Date(Date.parse(on) + 86_400_000).toISOString().slice(0, 10);
}
