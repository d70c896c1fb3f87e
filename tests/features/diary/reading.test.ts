import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { cancelAppointment } from "@/features/appointments/cancel-appointment";
import { holdTime } from "@/features/appointments/holds/hold-time";
import { rescheduleAppointment } from "@/features/appointments/reschedule-appointment";
import { cancelByPractice } from "@/features/diary/end-visit";
import { holdForPatient } from "@/features/diary/hold-for-patient";
import { markOnlineSeen, onlineNews } from "@/features/diary/online-news";
import { patientToBook } from "@/features/diary/patient-to-book";
import { readDiary } from "@/features/diary/queries";
import { type Diary, diaryAnswer } from "@/features/diary/schema";
import { searchRecords } from "@/features/records/search-records";
import { makeClinic } from "../../support/appointments-world";
import { diaryScene } from "../../support/diary-world";
import { makeClinicActor } from "../../support/people";
import { makePractitioner, openWorld } from "../../support/world";

const world = await openWorld();

type Scene = Awaited<ReturnType<typeof diaryScene>>;

/** The diary of the day a week ahead. */
async function dayOf(scene: Scene, query: { practitionerId?: string; chairId?: string } = {}) {
  const { at, desk } = scene;
  const from = at("09:00").slice(0, 10);
  const to = Temporal.PlainDate.from(from).add({ days: 1 }).toString();
  const read = await readDiary(await world.services(), desk, { from, to, ...query });
  if (!read.ok) throw new Error(read.reason);
  expect(diaryAnswer.parse(read.value)).toEqual(read.value);
  return read.value;
}

const states = (diary: Diary) =>
  diary.appointments.map((one) => `${one.state} ${one.bookedFrom} ${one.waitingFor}`);

describe("R36: the diary of a day", () => {
  it("shows what was booked online and at the desk, live holds, and not what ran out or was cancelled", async () => {
    const scene = await diaryScene(world);
    const { services, mine, theirs, desk, wanted, at, wish, book } = scene;
    await bookAppointment(services, mine, wish("09:00"));
    const cancelled = await book(at("10:00"), { patientId: theirs.patientId });
    await cancelByPractice(services, desk, {
      id: cancelled.id,
      version: 1,
      reason: "Ill",
      tellPatient: false,
    });
    await book(at("11:00"), { patientId: theirs.patientId, note: "Bring the model" });
    await holdForPatient(services, desk, wanted(at("14:00"), { patientId: theirs.patientId }));
    await holdTime(services, theirs, wish("13:00"));
    const diary = await dayOf(scene);
    expect(states(diary)).toEqual([
      "booked portal null",
      "booked desk null",
      "held portal patient",
      "held desk desk",
    ]);
    expect(diary.appointments[1]).toMatchObject({
      note: "Bring the model",
      patient: { name: "Robin Example", hasGuardian: false },
      visitType: { name: "Check" },
    });
    await world.advance("PT6M");
    expect(states(await dayOf(scene))).toEqual(["booked portal null", "booked desk null"]);
  });

  it("names open times, breaks, time off and closures of every practitioner", async () => {
    const scene = await diaryScene(world);
    const { practice, practitionerId, at } = scene;
    const { id: practiceId, locationId } = practice;
    const spanFor = (from: string, until: string) => ({
      startsAt: new Date(at(from)),
      endsAt: new Date(at(until)),
    });
    await inPractice(world.db, practiceId, async (tx) => {
      await tx.timeOff.create({
        data: { practiceId, practitionerId, kind: "break", ...spanFor("12:00", "13:00") },
      });
      await tx.closure.create({
        data: { practiceId, locationId, reason: "Painting", ...spanFor("16:00", "18:00") },
      });
    });
    const off = await makePractitioner(world, practice);
    await inPractice(world.db, practiceId, (tx) =>
      tx.timeOff.create({
        data: { practiceId, practitionerId: off, reason: "Ill", ...spanFor("00:00", "23:00") },
      }),
    );
    const diary = await dayOf(scene);
    const spansOf = (id: string) =>
      diary.practitioners
        .find((one) => one.id === id)
        ?.days.flatMap(({ spans }) =>
          spans.map((span) => [span.kind, span.startsAt, span.endsAt, span.label]),
        );
    const closed = ["closed", at("16:00"), at("18:00"), "Painting"];
    expect(spansOf(practitionerId)).toEqual([
      ["open", at("09:00"), at("12:00"), null],
      ["open", at("13:00"), at("16:00"), null],
      ["break", at("12:00"), at("13:00"), null],
      closed,
    ]);
    expect(spansOf(off)).toEqual([["time_off", at("00:00"), at("23:00"), null], closed]);
  });

  it("by practitioner and by chair; 31 days at most; strange ids are not there", async () => {
    const scene = await diaryScene(world);
    const { services, desk, practice, practitionerId, at, book } = scene;
    const visit = await book(at("10:00"));
    const other = await makePractitioner(world, practice);
    expect((await dayOf(scene, { practitionerId: other })).appointments).toEqual([]);
    const mine = await dayOf(scene, { practitionerId, chairId: practice.chairId });
    expect(mine.appointments.map(({ id }) => id)).toEqual([visit.id]);
    const read = (from: string, to: string) => readDiary(services, desk, { from, to });
    expect(await read("2026-12-01", "2026-12-01")).toMatchObject({ reason: "range_empty" });
    expect(await read("2026-12-01", "2027-01-02")).toMatchObject({ reason: "range_too_long" });
    expect(await read("2026-12-01", "2027-01-01")).toMatchObject({ ok: true });
    const neighbour = await makeClinic(world);
    const strange = { from: "2026-12-01", to: "2026-12-02" };
    for (const query of [
      { ...strange, chairId: neighbour.practice.chairId },
      { ...strange, practitionerId: neighbour.practitionerId },
    ]) {
      expect(await readDiary(services, desk, query)).toMatchObject({ reason: "not_found" });
    }
  });

  it("R9: who may not book online is marked in the search and when chosen; the desk may still book for them", async () => {
    const { services, desk, practice, mine, theirs, book, at } = await diaryScene(world);
    await inPractice(world.db, practice.id, (tx) =>
      tx.patient.update({
        where: { practiceId_id: { practiceId: practice.id, id: mine.patientId } },
        data: { bookingRestrictedAt: new Date(services.now.epochMilliseconds) },
        select: { id: true },
      }),
    );
    const search = await searchRecords(services, desk, { query: "Example" });
    const marks = new Map(
      search.ok ? search.value.items.map((one) => [one.id, one.bookingRestricted]) : [],
    );
    expect(marks.get(mine.patientId)).toBe(true);
    expect(marks.get(theirs.patientId)).toBe(false);
    expect(await patientToBook(services, desk, mine.patientId)).toMatchObject({
      bookingRestricted: true,
    });
    expect(await book(at("09:00"))).toMatchObject({ patient: { bookingRestricted: true } });
  });

  it("S12: another practice sees nothing of it", async () => {
    const scene = await diaryScene(world);
    await scene.book(scene.at("10:00"));
    const neighbour = await makeClinic(world);
    const desk = await makeClinicActor(world, neighbour.practice.id, "admin");
    const theirs = await dayOf({ ...scene, desk });
    expect(theirs.appointments).toEqual([]);
    expect(theirs.practitioners.map(({ id }) => id)).toEqual([neighbour.practitionerId]);
  });
});

describe("R36: what was done online since one last looked", () => {
  it("booked, moved and cancelled by patients, not by the practice; each person looks for themselves", async () => {
    const scene = await diaryScene(world);
    const { services, mine, desk, doctor, wish, at, book } = scene;
    const booked = await bookAppointment(services, mine, wish("09:00"));
    if (!booked.ok) throw new Error(booked.reason);
    await book(at("15:00"));
    const first = await onlineNews(services, desk);
    if (!first.ok) throw new Error("news");
    expect(first.value.items).toMatchObject([{ what: "booked", startsAt: at("09:00") }]);
    await markOnlineSeen(services, desk, { upTo: first.value.items[0]?.at ?? "" });
    expect(await onlineNews(services, desk)).toMatchObject({ value: { items: [] } });
    await world.advance("PT1S");
    const later = await world.services();
    const { id } = booked.value;
    await rescheduleAppointment(later, mine, { id, startsAt: at("11:00") });
    await world.advance("PT1S");
    await cancelAppointment(await world.services(), mine, { id, reason: "Ill" });
    const now = await world.services();
    expect(await onlineNews(now, desk)).toMatchObject({
      value: {
        items: [
          { what: "cancelled", reason: "Ill", startsAt: at("11:00") },
          { what: "moved", startsAt: at("11:00"), previousStartsAt: at("09:00") },
        ],
      },
    });
    expect((await onlineNews(now, doctor)).ok && (await onlineNews(now, doctor))).toMatchObject({
      value: { items: [{}, {}, { what: "booked" }] },
    });
    const tomorrow = now.now.add({ hours: 24 }).toString();
    const seen = await markOnlineSeen(now, doctor, { upTo: tomorrow });
    expect(seen.ok && seen.value.since <= now.now.toString()).toBe(true);
  });
});
