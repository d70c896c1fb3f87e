import { expect, test } from "vitest";
import { inPractice } from "@/db/transaction";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { listAppointments } from "@/features/appointments/queries";
import { rescheduleAppointment } from "@/features/appointments/reschedule-appointment";
import { bookingScene, timeAhead } from "../../support/appointments-world";
import { makePatientActor } from "../../support/people";
import { makePractice, openWorld } from "../../support/world";

const world = await openWorld();

async function scene() {
  const given = await bookingScene(world);
  const { services, mine, practice, wish } = given;
  const at = (clock: string, days = 7) => timeAhead(services, practice, days, clock);
  const booked = await bookAppointment(services, mine, wish("09:00"));
  if (!booked.ok) throw new Error(booked.reason);
  return { ...given, at, id: booked.value.id };
}

test("R31: moving keeps the id and the history, frees the old time, and may overlap it", async () => {
  const { mine, theirs, services, at, id, practice, practitionerId, visitTypeId } = await scene();
  const moved = await rescheduleAppointment(services, mine, { id, startsAt: at("09:30") });
  expect(moved).toMatchObject({ ok: true, value: { id, startsAt: at("09:30"), state: "booked" } });
  expect(
    await bookAppointment(services, theirs, { visitTypeId, practitionerId, startsAt: at("09:00") }),
  ).toMatchObject({ ok: true });
  await inPractice(world.db, practice.id, async (tx) => {
    const row = await tx.appointment.findUniqueOrThrow({
      where: { practiceId_id: { practiceId: practice.id, id } },
    });
    expect(row.calendarSequence).toBe(1);
    const events = await tx.appointmentEvent.findMany({
      where: { appointmentId: id },
      orderBy: { id: "asc" },
      select: { event: true, startsAt: true },
    });
    expect(events).toEqual([
      { event: "book", startsAt: new Date(at("09:00")) },
      { event: "reschedule", startsAt: new Date(at("09:30")) },
    ]);
  });
  expect(await rescheduleAppointment(services, mine, { id, startsAt: at("09:30") })).toMatchObject({
    reason: "same_time",
  });
});

test("R31: a time that is taken leaves the visit where it was", async () => {
  const { mine, theirs, services, at, id, practitionerId, visitTypeId } = await scene();
  await bookAppointment(services, theirs, { visitTypeId, practitionerId, startsAt: at("11:00") });
  const lost = await rescheduleAppointment(services, mine, { id, startsAt: at("11:00") });
  expect(lost).toMatchObject({ reason: "slot_taken" });
  expect(await listAppointments(services, mine, { when: "upcoming" })).toMatchObject({
    value: { items: [{ id, startsAt: at("09:00") }] },
  });
});

test("R32: cancelling takes a reason, frees the time and can be read back", async () => {
  const { mine, theirs, services, at, id, practitionerId, visitTypeId, practice } = await scene();
  expect(await cancelAppointment(services, mine, { id, reason: "  " })).toMatchObject({
    reason: "reason_missing",
  });
  const cancelled = await cancelAppointment(services, mine, { id, reason: "I am ill" });
  expect(cancelled).toMatchObject({
    ok: true,
    value: { id, state: "cancelled", cancelling: "closed" },
  });
  const row = await inPractice(world.db, practice.id, (tx) =>
    tx.appointment.findUniqueOrThrow({ where: { practiceId_id: { practiceId: practice.id, id } } }),
  );
  expect(row).toMatchObject({
    cancelledBy: "patient",
    cancelReason: "I am ill",
    cancelledLate: false,
    calendarSequence: 1,
  });
  expect(await cancelAppointment(services, mine, { id, reason: "Again" })).toMatchObject({
    reason: "not_cancellable",
  });
  expect(
    await bookAppointment(services, theirs, { visitTypeId, practitionerId, startsAt: at("09:00") }),
  ).toMatchObject({ ok: true });
  expect(await listAppointments(services, mine, { when: "upcoming" })).toMatchObject({
    value: { items: [] },
  });
  expect(await listAppointments(services, mine, { when: "past" })).toMatchObject({
    value: { items: [{ id, state: "cancelled" }] },
  });
});

test("R32: inside the windows both answers name the practice's phone", async () => {
  const { mine, services, at, id, practice } = await scene();
  await inPractice(world.db, practice.id, (tx) =>
    tx.practiceSettings.update({
      where: { practiceId: practice.id },
      data: { rescheduleNoticeHours: 24 * 30, cancelNoticeHours: 24 * 30 },
    }),
  );
  const late = { reason: "too_late", detail: { noticeHours: 720, phone: "+442079460000" } };
  expect(await rescheduleAppointment(services, mine, { id, startsAt: at("11:00") })).toMatchObject(
    late,
  );
  expect(await cancelAppointment(services, mine, { id, reason: "Ill" })).toMatchObject(late);
  expect(await listAppointments(services, mine, { when: "upcoming" })).toMatchObject({
    value: { items: [{ rescheduling: "call_practice", cancelling: "call_practice" }] },
  });
});

test("S12: another patient's visit, and another practice's, is not there", async () => {
  const { theirs, services, at, id } = await scene();
  const elsewhere = await makePatientActor(world, (await makePractice(world)).id);
  for (const stranger of [theirs, elsewhere]) {
    expect(
      await rescheduleAppointment(services, stranger, { id, startsAt: at("11:00") }),
    ).toMatchObject({
      reason: "not_found",
    });
    expect(await cancelAppointment(services, stranger, { id, reason: "Mine" })).toMatchObject({
      reason: "not_found",
    });
    expect(await listAppointments(services, stranger, { when: "upcoming" })).toMatchObject({
      value: { items: [] },
    });
  }
});

test("past visits come twenty at a time, each once", async () => {
  const { mine, services, practice, practitionerId, visitTypeId } = await scene();
  const { practiceId, patientId } = mine;
  await inPractice(world.db, practice.id, (tx) =>
    tx.appointment.createMany({
      data: Array.from({ length: 45 }, (_, index) => {
        const startsAt = new Date(services.now.epochMilliseconds - (index + 1) * 86_400_000);
        const endsAt = new Date(startsAt.getTime() + 1_800_000);
        return {
          practiceId,
          patientId,
          visitTypeId,
          practitionerId,
          locationId: practice.locationId,
          state: "completed" as const,
          startsAt,
          endsAt,
          practitionerBusyFromAt: startsAt,
          practitionerBusyUntilAt: endsAt,
          chairBusyFromAt: startsAt,
          chairBusyUntilAt: endsAt,
          createdAt: startsAt,
          updatedAt: startsAt,
        };
      }),
    }),
  );
  const seen: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listAppointments(services, mine, { when: "past", cursor });
    if (!page.ok) throw new Error("a page");
    expect(page.value.items.length).toBeLessThanOrEqual(20);
    seen.push(...page.value.items.map((item) => item.id));
    cursor = page.value.next ?? undefined;
  } while (cursor !== undefined);
  expect(new Set(seen).size).toBe(45);
  expect(seen).toHaveLength(45);
});
