import { Temporal } from "temporal-polyfill";
import { expect, test, vi } from "vitest";
import { inPractice } from "@/db/transaction";
import type { Result } from "@/domain/result";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { rescheduleAppointment } from "@/features/appointments/reschedule-appointment";
import type { Slot } from "@/features/appointments/schema";
import { listSlots } from "@/features/appointments/slot-queries";
import {
  addChairs,
  makeClinic,
  makePatients,
  makeVisitType,
  timeAhead,
} from "../../support/appointments-world";
import { makePractitioner, openWorld } from "../../support/world";

const world = await openWorld();

function tally(results: readonly Result<unknown, string>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const result of results) {
    const name = result.ok ? "booked" : result.reason;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

function alternativesOf(result: Result<unknown, string>): Slot[] {
  return result.ok ? [] : ((result.detail?.alternatives ?? []) as Slot[]);
}

test("R30: of 200 patients who book one time at once, one gets it and 199 are offered others", async () => {
  const clinic = await makeClinic(world);
  const { practice, practitionerId, visitTypeId } = clinic;
  const actors = await makePatients(world, practice.id, 200);
  const services = await world.services();
  const startsAt = timeAhead(services, practice, 7, "10:00");
  const results = await Promise.all(
    actors.map((actor) =>
      bookAppointment(services, actor, { visitTypeId, practitionerId, startsAt }),
    ),
  );
  expect(tally(results)).toEqual({ booked: 1, slot_taken: 199 });
  for (const result of results) if (!result.ok) expect(alternativesOf(result).length).toBe(6);
  const stored = await inPractice(world.db, practice.id, (tx) => tx.appointment.count());
  expect(stored).toBe(1);
}, 60_000);

test("R30: two processes at one time: the database alone decides, and nobody sees an error", async () => {
  const { practice, practitionerId, visitTypeId } = await makeClinic(world);
  const actors = await makePatients(world, practice.id, 40);
  const services = await world.services();
  const startsAt = timeAhead(services, practice, 7, "10:00");
  vi.resetModules();
  // A second copy of the module is a second process as far as waiting in memory goes.
  const other = await import("@/features/appointments/book-appointment");
  const results = await Promise.all(
    actors.map((actor, index) => {
      const book = index % 2 === 0 ? bookAppointment : other.bookAppointment;
      return book(services, actor, { visitTypeId, practitionerId, startsAt });
    }),
  );
  expect(tally(results)).toEqual({ booked: 1, slot_taken: 39 });
});

test("R30: the loser's alternatives are really free", async () => {
  const { practice, practitionerId, visitTypeId } = await makeClinic(world);
  const [first, second] = await makePatients(world, practice.id, 2);
  if (!first || !second) throw new Error("two patients");
  const services = await world.services();
  const startsAt = timeAhead(services, practice, 7, "11:00");
  const wish = { visitTypeId, practitionerId, startsAt };
  const results = await Promise.all([
    bookAppointment(services, first, wish),
    bookAppointment(services, second, wish),
  ]);
  expect(tally(results)).toEqual({ booked: 1, slot_taken: 1 });
  const loser = results[0].ok ? second : first;
  const alternatives = results.flatMap(alternativesOf);
  expect(alternatives).toHaveLength(6);
  for (const { startsAt: free, practitionerId: whom } of alternatives) {
    const again = await bookAppointment(services, loser, {
      visitTypeId,
      practitionerId: whom,
      startsAt: free,
    });
    expect(again.ok).toBe(true);
  }
});

test("different lengths that overlap: three practitioners on two chairs never share one", async () => {
  const { practice, practitionerId } = await makeClinic(world);
  await addChairs(world, practice, 1);
  const others = [await makePractitioner(world, practice), await makePractitioner(world, practice)];
  const all = [practitionerId, ...others];
  const short = await makeVisitType(world, practice.id, all, { minutes: 20 });
  const long = await makeVisitType(world, practice.id, all, {
    minutes: 60,
    bufferAfterMinutes: 10,
  });
  const actors = await makePatients(world, practice.id, 24);
  const services = await world.services();
  const from = timeAhead(services, practice, 7, "09:00").slice(0, 10);
  const to = Temporal.PlainDate.from(from).add({ days: 1 }).toString();
  const first = actors[0];
  if (!first) throw new Error("a patient");
  const offers = new Map<string, Slot[]>();
  for (const visitTypeId of [short, long]) {
    const slots = await listSlots(services, first, { visitTypeId, from, to });
    if (slots.ok) offers.set(visitTypeId, slots.value.items);
  }
  const results = await Promise.all(
    actors.map((actor, index) => {
      const visitTypeId = index % 2 === 0 ? short : long;
      const slot = offers.get(visitTypeId)?.[index % 9];
      if (!slot) throw new Error("a free time");
      const { practitionerId: whom, startsAt } = slot;
      return bookAppointment(services, actor, { visitTypeId, practitionerId: whom, startsAt });
    }),
  );
  const { booked = 0, ...refusals } = tally(results);
  expect(booked).toBeGreaterThan(2);
  expect(Object.keys(refusals)).toEqual(["slot_taken"]);
  const rows = await inPractice(world.db, practice.id, (tx) =>
    tx.appointment.findMany({
      select: {
        chairId: true,
        practitionerId: true,
        chairBusyFromAt: true,
        chairBusyUntilAt: true,
      },
    }),
  );
  expect(rows).toHaveLength(booked);
  for (const a of rows) {
    for (const b of rows) {
      if (a === b) continue;
      if (a.chairId !== b.chairId && a.practitionerId !== b.practitionerId) continue;
      const overlap =
        a.chairBusyFromAt < b.chairBusyUntilAt && b.chairBusyFromAt < a.chairBusyUntilAt;
      expect(overlap).toBe(false);
    }
  }
});

test("two practitioners at one time take two chairs, and neither patient loses", async () => {
  const { practice, practitionerId } = await makeClinic(world);
  await addChairs(world, practice, 1);
  const other = await makePractitioner(world, practice);
  const visitTypeId = await makeVisitType(world, practice.id, [practitionerId, other]);
  const actors = await makePatients(world, practice.id, 2);
  const services = await world.services();
  for (const clock of ["09:00", "10:00", "11:00", "12:00"]) {
    const startsAt = timeAhead(services, practice, 7, clock);
    const results = await Promise.all(
      actors.map((actor, index) =>
        bookAppointment(services, actor, {
          visitTypeId,
          practitionerId: index === 0 ? practitionerId : other,
          startsAt,
        }),
      ),
    );
    expect(tally(results)).toEqual({ booked: 2 });
  }
});

test("R31: move against cancel leaves one of both, never half of each", async () => {
  const { practice, practitionerId, visitTypeId } = await makeClinic(world);
  const [actor] = await makePatients(world, practice.id, 1);
  if (!actor) throw new Error("a patient");
  const services = await world.services();
  for (let round = 0; round < 6; round += 1) {
    const from = timeAhead(services, practice, 7 + round, "09:00");
    const to = timeAhead(services, practice, 7 + round, "14:00");
    const booked = await bookAppointment(services, actor, {
      visitTypeId,
      practitionerId,
      startsAt: from,
    });
    if (!booked.ok) throw new Error(booked.reason);
    const { id } = booked.value;
    const [moved, cancelled] = await Promise.all([
      rescheduleAppointment(services, actor, { id, startsAt: to }),
      cancelAppointment(services, actor, { id, reason: "Ill" }),
    ]);
    expect(cancelled.ok).toBe(true);
    if (!moved.ok) expect(["not_reschedulable", "not_found"]).toContain(moved.reason);
    const row = await inPractice(world.db, practice.id, (tx) =>
      tx.appointment.findUniqueOrThrow({
        where: { practiceId_id: { practiceId: practice.id, id } },
        select: { state: true, calendarSequence: true, startsAt: true },
      }),
    );
    expect(row.state).toBe("cancelled");
    expect(row.calendarSequence).toBe(moved.ok ? 2 : 1);
    expect(row.startsAt.toISOString()).toBe(new Date(moved.ok ? to : from).toISOString());
  }
});

test("two patients move to one time at once: one wins, the other keeps the old time", async () => {
  const { practice, practitionerId, visitTypeId } = await makeClinic(world);
  const actors = await makePatients(world, practice.id, 2);
  const services = await world.services();
  const ids: string[] = [];
  for (const [index, actor] of actors.entries()) {
    const startsAt = timeAhead(services, practice, 7, index === 0 ? "09:00" : "09:30");
    const booked = await bookAppointment(services, actor, {
      visitTypeId,
      practitionerId,
      startsAt,
    });
    if (!booked.ok) throw new Error(booked.reason);
    ids.push(booked.value.id);
  }
  const startsAt = timeAhead(services, practice, 7, "15:00");
  const results = await Promise.all(
    actors.map((actor, index) =>
      rescheduleAppointment(services, actor, { id: ids[index] ?? "", startsAt }),
    ),
  );
  expect(tally(results)).toEqual({ booked: 1, slot_taken: 1 });
  const loser = results.findIndex((result) => !result.ok);
  const kept = await inPractice(world.db, practice.id, (tx) =>
    tx.appointment.findUniqueOrThrow({
      where: { practiceId_id: { practiceId: practice.id, id: ids[loser] ?? "" } },
      select: { state: true, startsAt: true, calendarSequence: true },
    }),
  );
  expect(kept).toEqual({
    state: "booked",
    startsAt: new Date(timeAhead(services, practice, 7, loser === 0 ? "09:00" : "09:30")),
    calendarSequence: 0,
  });
});
