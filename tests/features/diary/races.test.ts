import { expect, test, vi } from "vitest";
import type { Result } from "@/domain/result";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { rescheduleAppointment } from "@/features/appointments/reschedule-appointment";
import { bookForPatient } from "@/features/diary/book-for-patient";
import { holdForPatient } from "@/features/diary/hold-for-patient";
import { moveAppointment } from "@/features/diary/move-appointment";
import { addChairs, makePatients, makeVisitType } from "../../support/appointments-world";
import { diaryScene, history, overlaps } from "../../support/diary-world";
import { makePractitioner, openWorld } from "../../support/world";

const world = await openWorld();
const still = { outsideHours: false, tellPatient: false };

function tally(results: readonly Result<unknown, string>[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const result of results) {
    const name = result.ok ? "won" : result.reason;
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

/** A second copy of the modules: a second process as far as waiting in memory goes. */
async function secondProcess() {
  vi.resetModules();
  const [booking, moving] = await Promise.all([
    import("@/features/diary/book-for-patient"),
    import("@/features/diary/move-appointment"),
  ]);
  return { ...booking, ...moving };
}

test("R30, S16: overlapping lengths on three chairs, portal and two desks at once: none stands over another", async () => {
  const { services, desk, doctor, at, wanted, practice, practitionerId } = await diaryScene(world);
  await addChairs(world, practice, 2);
  const all = [practitionerId];
  for (let made = 0; made < 4; made += 1) all.push(await makePractitioner(world, practice));
  const long = { minutes: 50, bufferBeforeMinutes: 5, bufferAfterMinutes: 10 };
  const types = [
    await makeVisitType(world, practice.id, all, { minutes: 20 }),
    await makeVisitType(world, practice.id, all, long),
  ];
  const patients = await makePatients(world, practice.id, 40);
  const other = await secondProcess();
  const results = await Promise.all(
    patients.map((patient, index) => {
      const whom = all[index % all.length] ?? practitionerId;
      const visitTypeId = types[index % 2] ?? "";
      const clock = `1${index % 2}:${["00", "20", "35"][index % 3]}`;
      if (index % 4 === 0) {
        const wish = { visitTypeId, practitionerId: whom, startsAt: at("10:00") };
        return bookAppointment(services, patient, wish);
      }
      const wish = wanted(at(clock), {
        ...still,
        patientId: patient.patientId,
        visitTypeId,
        practitionerId: whom,
        minutes: 15 + (index % 5) * 10,
      });
      return index % 3 === 0
        ? other.bookForPatient(services, doctor, wish)
        : bookForPatient(services, desk, wish);
    }),
  );
  const { won = 0, ...lost } = tally(results);
  expect(won).toBeGreaterThan(3);
  expect(Object.keys(lost)).toEqual(["slot_taken"]);
  expect(await overlaps(world, practice.id)).toBe(0);
});

test("R31, S16: the patient moves and cancels while the desk moves: one order of things, told to the others", async () => {
  const { services, desk, mine, at, book, practice } = await diaryScene(world);
  for (const clock of ["09:00", "09:30", "10:00", "10:30", "11:00"]) {
    const { id, version } = await book(at(clock), { tellPatient: false });
    const [moved, cancelled, byDesk] = await Promise.all([
      rescheduleAppointment(services, mine, { id, startsAt: at("15:00") }),
      cancelAppointment(services, mine, { id, reason: "Ill" }),
      moveAppointment(services, desk, { id, version, startsAt: at("14:00"), ...still }),
    ]);
    expect(cancelled.ok).toBe(true);
    if (!moved.ok) expect(moved.reason).toBe("not_reschedulable");
    if (!byDesk.ok) expect(byDesk.reason).toBe("changed");
    const moves = await history(world, practice.id, id);
    expect(moves.at(-1)).toBe("booked cancel cancelled by patient");
    expect(moves).toHaveLength(2 + Number(moved.ok) + Number(byDesk.ok));
  }
  expect(await overlaps(world, practice.id)).toBe(0);
});

test("R36, S16: a visit grows into the time that is being booked next to it: one of both", async () => {
  const { services, desk, doctor, mine, theirs, at, book, wish, wanted, practice } =
    await diaryScene(world);
  const [third] = await makePatients(world, practice.id, 1);
  const other = await secondProcess();
  for (const [clock, next] of [
    ["09:00", "09:30"],
    ["11:00", "11:30"],
    ["14:00", "14:30"],
  ] as const) {
    const { id, version } = await book(at(clock), { patientId: mine.patientId });
    const results = await Promise.all([
      moveAppointment(services, desk, { id, version, minutes: 45, ...still }),
      bookAppointment(services, theirs, wish(next)),
      other.bookForPatient(
        services,
        doctor,
        wanted(at(next), { ...still, patientId: third?.patientId ?? "" }),
      ),
    ]);
    expect(tally(results)).toEqual({ won: 1, slot_taken: 2 });
    expect(await overlaps(world, practice.id)).toBe(0);
  }
});

test("R30, S16: what the desk holds on the phone against the portal's booking: one wins, and keeps it", async () => {
  const { services, desk, theirs, at, wish, wanted, practice } = await diaryScene(world);
  for (const clock of ["09:00", "10:00", "11:00", "13:00", "14:00"]) {
    const [held, online] = await Promise.all([
      holdForPatient(services, desk, wanted(at(clock))),
      bookAppointment(services, theirs, wish(clock)),
    ]);
    expect(tally([held, online])).toEqual({ won: 1, slot_taken: 1 });
    const booked = await bookForPatient(services, desk, wanted(at(clock), still));
    expect(booked.ok).toBe(held.ok);
  }
  expect(await overlaps(world, practice.id)).toBe(0);
});

test("R36, S16: two desks exchange two visits between orthodontists: both move; for one time, one does", async () => {
  const { services, desk, doctor, theirs, at, book, practice, practitionerId } =
    await diaryScene(world);
  await addChairs(world, practice, 1);
  const second = await makePractitioner(world, practice);
  const other = await secondProcess();
  let visits = [
    await book(at("10:00"), still),
    await book(at("10:00"), { ...still, practitionerId: second, patientId: theirs.patientId }),
  ];
  const bothTo = (startsAt: string, whom: readonly string[]) =>
    Promise.all(
      visits.map(({ id, version }, index) => {
        const wish = { id, version, startsAt, practitionerId: whom[index], ...still };
        return index === 0
          ? moveAppointment(services, desk, wish)
          : other.moveAppointment(services, doctor, wish);
      }),
    );
  for (const clock of ["11:00", "10:00", "14:00", "10:00"]) {
    const whom = visits.map((visit) => (visit.practitionerId === second ? practitionerId : second));
    const moved = await bothTo(at(clock), whom);
    expect(tally(moved)).toEqual({ won: 2 });
    visits = moved.flatMap((result) => (result.ok ? [result.value] : []));
  }
  const third = await makePractitioner(world, practice);
  expect(tally(await bothTo(at("15:00"), [third, third]))).toEqual({ won: 1, slot_taken: 1 });
  expect(await overlaps(world, practice.id)).toBe(0);
});
