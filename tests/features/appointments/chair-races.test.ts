import { expect, test } from "vitest";
import { inPractice } from "@/db/transaction";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { chooseChair } from "@/features/appointments/contend";
import {
  addChairs,
  bookingScene,
  makeClinic,
  makePatients,
  makeVisitType,
  timeAhead,
} from "../../support/appointments-world";
import { makePractitioner, openWorld } from "../../support/world";

const world = await openWorld();

/** One clock time of as many practitioners as patients, all at once; answers who got one and in which chairs. */
async function allAtOnce(practitioners: number, chairs: number) {
  const { practice, practitionerId } = await makeClinic(world);
  await addChairs(world, practice, chairs - 1);
  const people = [practitionerId];
  while (people.length < practitioners) people.push(await makePractitioner(world, practice));
  const visitTypeId = await makeVisitType(world, practice.id, people);
  const patients = await makePatients(world, practice.id, practitioners);
  const services = await world.services();
  const startsAt = timeAhead(services, practice, 7, "09:00");
  const results = await Promise.all(
    people.map((whom, index) => {
      const actor = patients[index];
      if (!actor) throw new Error("a patient");
      return bookAppointment(services, actor, { visitTypeId, practitionerId: whom, startsAt });
    }),
  );
  const rows = await inPractice(world.db, practice.id, (tx) =>
    tx.appointment.findMany({ select: { chairId: true } }),
  );
  const reasons = results.map((result) => (result.ok ? "booked" : result.reason));
  return { reasons, chairIds: rows.map(({ chairId }) => chairId) };
}

test("S16: ten practitioners at one time take ten chairs, and nobody is told that somebody was faster", async () => {
  const { reasons, chairIds } = await allAtOnce(10, 10);
  expect(new Set(reasons)).toEqual(new Set(["booked"]));
  expect(new Set(chairIds).size).toBe(10);
});

test("S16: eight practitioners at one time fill five chairs, no more and no fewer", async () => {
  const { reasons, chairIds } = await allAtOnce(8, 5);
  expect(reasons.filter((reason) => reason === "booked")).toHaveLength(5);
  expect(reasons.filter((reason) => reason === "slot_taken")).toHaveLength(3);
  expect(new Set(chairIds).size).toBe(5);
});

test("a chair that was taken since the free times were read is passed over; the visit that moves is not in its own way", async () => {
  const { practice, mine, services, wish } = await bookingScene(world);
  await addChairs(world, practice, 1);
  const booked = await bookAppointment(services, mine, wish("09:00"));
  if (!booked.ok) throw new Error(booked.reason);
  const { startsAt: fromAt, endsAt: untilAt, id } = booked.value;
  await inPractice(world.db, practice.id, async (tx) => {
    const chairs = await tx.chair.findMany({ orderBy: { name: "asc" }, select: { id: true } });
    const chairIds = chairs.map((chair) => chair.id);
    const { chairId } = await tx.appointment.findFirstOrThrow({ select: { chairId: true } });
    expect(chairId).toBe(chairIds[0]);
    const choose = (leftOutIds: string[]) =>
      chooseChair(tx, practice.id, { chairIds, fromAt, untilAt, leftOutIds });
    expect(await choose([])).toBe(chairIds[1]);
    expect(await choose([id])).toBe(chairIds[0]);
  });
});
