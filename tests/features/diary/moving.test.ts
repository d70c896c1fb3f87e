import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { rescheduleAppointment } from "@/features/appointments/reschedule-appointment";
import { cancelByPractice } from "@/features/diary/end-visit";
import { moveAppointment } from "@/features/diary/move-appointment";
import { addChairs, makeVisitType } from "../../support/appointments-world";
import { diaryScene, giveMailbox, history, mailed } from "../../support/diary-world";
import { makeClinicActor } from "../../support/people";
import { makePractice, makePractitioner, openWorld } from "../../support/world";

const world = await openWorld();
const still = { outsideHours: false, tellPatient: true };

async function row(practiceId: string, id: string) {
  return inPractice(world.db, practiceId, (tx) =>
    tx.appointment.findUniqueOrThrow({ where: { practiceId_id: { practiceId, id } } }),
  );
}

async function confirm(practiceId: string, id: string) {
  await inPractice(world.db, practiceId, (tx) =>
    tx.appointment.update({
      where: { practiceId_id: { practiceId, id } },
      data: { state: "confirmed" },
      select: { id: true },
    }),
  );
}

describe("R31, R36: the practice moves and resizes", () => {
  it("to another time: same id, buffers follow, sequence up, confirmed anew, history and mail", async () => {
    const { services, desk, at, book, practice, mine, practitionerId } = await diaryScene(world);
    await giveMailbox(world, mine, "moved.one@mail.example.com");
    const visitTypeId = await makeVisitType(world, practice.id, [practitionerId], {
      minutes: 40,
      bufferBeforeMinutes: 5,
      bufferAfterMinutes: 10,
    });
    const { id, version } = await book(at("10:00"), { visitTypeId });
    await confirm(practice.id, id);
    const moved = await moveAppointment(services, desk, {
      id,
      version,
      startsAt: at("14:02"),
      ...still,
    });
    expect(moved).toMatchObject({
      ok: true,
      value: {
        id,
        state: "booked",
        startsAt: at("14:02"),
        endsAt: at("14:42"),
        busyFromAt: at("13:57"),
        busyUntilAt: at("14:52"),
        version: version + 1,
      },
    });
    expect((await row(practice.id, id)).calendarSequence).toBe(1);
    expect(await history(world, practice.id, id)).toEqual([
      "null book booked by staff",
      "confirmed reschedule booked by staff",
    ]);
    expect(await mailed(world, practice.id, mine.patientId)).toEqual([
      "appointment_booked",
      "appointment_rescheduled",
    ]);
  });

  it("on another chair the patient's calendar stays as it is; longer, or with another, it does not", async () => {
    const { services, desk, at, book, practice, mine } = await diaryScene(world);
    await giveMailbox(world, mine, "moved.two@mail.example.com");
    await addChairs(world, practice, 1);
    const other = await makePractitioner(world, practice);
    const { id, version } = await book(at("10:00"), { chairId: practice.chairId });
    await confirm(practice.id, id);
    const chair = await inPractice(world.db, practice.id, (tx) =>
      tx.chair.findFirstOrThrow({ where: { NOT: { id: practice.chairId } }, select: { id: true } }),
    );
    const there = await moveAppointment(services, desk, {
      id,
      version,
      chairId: chair.id,
      ...still,
    });
    expect(there).toMatchObject({ value: { state: "confirmed", chairId: chair.id } });
    expect((await row(practice.id, id)).calendarSequence).toBe(0);
    const longer = { id, version: version + 1, minutes: 45, practitionerId: other, ...still };
    expect(await moveAppointment(services, desk, longer)).toMatchObject({
      value: { state: "confirmed", endsAt: at("10:45"), practitionerId: other, chairId: chair.id },
    });
    expect((await row(practice.id, id)).calendarSequence).toBe(1);
    expect(await mailed(world, practice.id, mine.patientId)).toEqual([
      "appointment_booked",
      "appointment_changed",
    ]);
    expect(
      await moveAppointment(services, desk, { ...longer, version: version + 2 }),
    ).toMatchObject({ reason: "same_time" });
  });

  it("S16: not into a neighbour, not outside of hours unasked, and the visit stays where it was", async () => {
    const { services, desk, at, book, theirs, practice } = await diaryScene(world);
    const { id, version } = await book(at("10:00"));
    const next = await book(at("10:30"), { patientId: theirs.patientId });
    expect(
      await moveAppointment(services, desk, { id, version, minutes: 35, ...still }),
    ).toMatchObject({
      reason: "slot_taken",
      detail: {
        conflicts: [{ appointmentId: next.id, startsAt: at("10:30"), endsAt: at("11:00") }],
      },
    });
    const early = { id, version, startsAt: at("08:00"), ...still };
    expect(await moveAppointment(services, desk, early)).toMatchObject({ reason: "outside_hours" });
    expect(await row(practice.id, id)).toMatchObject({ version, startsAt: new Date(at("10:00")) });
    expect(await moveAppointment(services, desk, { ...early, outsideHours: true })).toMatchObject({
      value: { startsAt: at("08:00") },
    });
  });

  it("somebody changed it meanwhile: refused with the visit as it is now", async () => {
    const { services, desk, doctor, mine, at, book } = await diaryScene(world);
    const { id, version } = await book(at("10:00"));
    await rescheduleAppointment(services, mine, { id, startsAt: at("11:00") });
    expect(
      await moveAppointment(services, desk, { id, version, startsAt: at("14:00"), ...still }),
    ).toMatchObject({
      reason: "changed",
      detail: { appointment: { id, startsAt: at("11:00"), version: version + 1 } },
    });
    expect(
      await cancelByPractice(services, doctor, { id, version, reason: "Ill", tellPatient: true }),
    ).toMatchObject({ reason: "changed" });
  });

  it("S12: another practice's visit is not there", async () => {
    const { services, at, book } = await diaryScene(world);
    const { id, version } = await book(at("10:00"));
    const elsewhere = await makeClinicActor(world, (await makePractice(world)).id, "admin");
    const tried = { id, version, startsAt: at("11:00"), reason: "Mine", ...still };
    expect(await moveAppointment(services, elsewhere, tried)).toMatchObject({
      reason: "not_found",
    });
    expect(await cancelByPractice(services, elsewhere, tried)).toMatchObject({
      reason: "not_found",
    });
  });
});

describe("R32: the practice cancels", () => {
  it("inside every window, with a reason, and the time is free again", async () => {
    const { services, desk, mine, theirs, at, book, practice } = await diaryScene(world);
    await giveMailbox(world, mine, "cancelled.one@mail.example.com");
    await inPractice(world.db, practice.id, (tx) =>
      tx.practiceSettings.update({
        where: { practiceId: practice.id },
        data: { cancelNoticeHours: 24 * 30 },
      }),
    );
    const { id, version } = await book(at("10:00"));
    const wish = { id, version, tellPatient: true };
    expect(await cancelByPractice(services, desk, { ...wish, reason: " " })).toMatchObject({
      reason: "reason_missing",
    });
    expect(
      await cancelByPractice(services, desk, { ...wish, reason: "The orthodontist is ill" }),
    ).toMatchObject({ value: { id, state: "cancelled", can: [] } });
    expect(await row(practice.id, id)).toMatchObject({
      cancelledBy: "staff",
      cancelledLate: true,
      cancelReason: "The orthodontist is ill",
      calendarSequence: 1,
    });
    await book(at("10:00"), { patientId: theirs.patientId });
    expect(await mailed(world, practice.id, mine.patientId)).toEqual([
      "appointment_booked",
      "appointment_cancelled",
    ]);
  });
});
