import { beforeEach, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { bookAppointment } from "@/features/appointments/book-appointment";
import { holdTime } from "@/features/appointments/holds/hold-time";
import { findAppointment } from "@/features/appointments/queries";
import { rescheduleAppointment } from "@/features/appointments/reschedule-appointment";
import { cancelByPractice } from "@/features/diary/end-visit";
import { askToChoose, noteCall } from "@/features/disruptions/ask-to-choose";
import { movePlanned } from "@/features/disruptions/move-planned";
import { planMoves } from "@/features/disruptions/plan-moves";
import { findDisruption } from "@/features/disruptions/queries";
import { addClosure } from "@/features/settings/times/add-absence";
import { giveMailbox, mailed, overlaps } from "../../support/diary-world";
import { settingsLog, settingsScene } from "../../support/settings-world";
import { openWorld } from "../../support/world";

const world = await openWorld();
let scene: Awaited<ReturnType<typeof settingsScene>>;

beforeEach(async () => {
  scene = await settingsScene(world);
});

const listed = async (id: string | null) => {
  const list = await findDisruption(scene.services, scene.desk, id ?? "");
  if (!list) throw new Error("no list");
  return list.visits;
};

describe("R36: closures", () => {
  it("S16: whoever books while the practice closes is on its list or refused, ten times over", async () => {
    const { services, mine, theirs, wish, close } = scene;
    for (let round = 0; round < 10; round += 1) {
      const clock = `${String(9 + (round % 8)).padStart(2, "0")}:00`;
      const days = 7 + 7 * Math.floor(round / 8);
      const wanted = wish(clock, days);
      const day = wanted.startsAt.slice(0, 10);
      const actor = round % 2 ? mine : theirs;
      const [booked, closed] = await Promise.all([
        bookAppointment(services, actor, wanted),
        close(`${day}T${clock}`, `${day}T${clock.slice(0, 2)}:30`),
      ]);
      if (booked.ok) {
        const visits = await listed(closed.disruptionId);
        expect(visits.map(({ appointmentId }) => appointmentId)).toEqual([booked.value.id]);
      } else {
        expect(booked.reason).toBe("slot_taken");
        expect(closed.visits).toBe(0);
      }
    }
  });

  it("S16, S19: once closed nobody can book or hold into it, and the log says who closed what", async () => {
    const { services, mine, wish, practice, day, close } = scene;
    await close();
    expect(await bookAppointment(services, mine, wish("10:00"))).toMatchObject({
      reason: "slot_taken",
    });
    expect(await holdTime(services, mine, wish("11:00"))).toMatchObject({ reason: "slot_taken" });
    expect(await settingsLog(world, practice.id)).toEqual([
      {
        what: "closure_added",
        location: "–",
        from: `${day}T00:00`,
        until: `${day}T23:59`,
        reason: "Course",
        visits: "0",
      },
    ]);
  });

  it("three visits: moved with others by one press, cancelled, and asked; each state is the visit's own", async () => {
    const { services, desk, book, at, mine, theirs, practice, close } = scene;
    await giveMailbox(world, mine, "mine@example.com");
    const moves = await book(at("09:00"));
    const goes = await book(at("10:00"), { patientId: theirs.patientId });
    const asked = await book(at("11:00"));
    const { disruptionId } = await close();
    const id = disruptionId ?? "";

    const plan = await planMoves(services, desk, { id });
    if (!plan.ok) throw new Error(plan.reason);
    const starts = plan.value.items.map(({ startsAt }) => startsAt);
    expect(new Set(starts).size).toBe(3);
    const [first] = plan.value.items;
    if (!first?.startsAt) throw new Error("no plan");
    const wish = { appointmentId: moves.id, version: first.version, startsAt: first.startsAt };
    const both = await Promise.all([
      movePlanned(services, desk, { id, moves: [wish] }),
      movePlanned(services, scene.doctor, { id, moves: [wish] }),
    ]);
    expect(both.map((one) => one.ok && one.value.moved).sort()).toEqual([0, 1]);

    await cancelByPractice(services, desk, {
      id: goes.id,
      version: goes.version,
      reason: "Closed",
      tellPatient: true,
    });
    const ask = { id, appointmentIds: [asked.id] };
    const asks = await Promise.all([
      askToChoose(services, desk, ask),
      askToChoose(services, scene.doctor, ask),
    ]);
    expect(asks.map((one) => one.ok && one.value.asked).sort()).toEqual([0, 1]);
    expect((await listed(id)).map(({ is }) => is)).toEqual(["moved", "cancelled", "asked"]);
    const mails = await mailed(world, practice.id, mine.patientId);
    expect(mails.filter((purpose) => purpose === "appointment_choose_again")).toHaveLength(1);
    expect(mails.filter((purpose) => purpose === "appointment_rescheduled")).toHaveLength(1);
    expect(await overlaps(world, practice.id)).toBe(0);
  });

  it("R32: who was asked chooses inside the notice window, once; the window then binds again", async () => {
    const { services, mine, practice, wish, close } = scene;
    await giveMailbox(world, mine, "mine@example.com");
    const booked = await bookAppointment(services, mine, wish("10:00"));
    if (!booked.ok) throw new Error(booked.reason);
    const visitId = booked.value.id;
    await inPractice(world.db, practice.id, (tx) =>
      tx.practiceSettings.update({
        where: { practiceId: practice.id },
        data: { rescheduleNoticeHours: 720 },
      }),
    );
    const to = { id: visitId, startsAt: wish("15:00", 9).startsAt };
    expect(await rescheduleAppointment(services, mine, to)).toMatchObject({
      reason: "too_late",
    });
    const { disruptionId } = await close();
    await askToChoose(services, scene.desk, { id: disruptionId ?? "", appointmentIds: [visitId] });
    expect((await findAppointment(services, mine, visitId))?.rescheduling).toBe("possible");
    expect(await rescheduleAppointment(services, mine, to)).toMatchObject({ ok: true });
    expect((await listed(disruptionId)).map(({ is }) => is)).toEqual(["moved"]);
    const back = { id: visitId, startsAt: wish("16:00", 9).startsAt };
    expect(await rescheduleAppointment(services, mine, back)).toMatchObject({
      reason: "too_late",
    });
  });

  it("who has no address is to be called; the call is noted once and can be taken back", async () => {
    const { services, desk, book, at, close } = scene;
    const visit = await book(at("09:00"));
    const { disruptionId } = await close();
    const id = disruptionId ?? "";
    const ask = await askToChoose(services, desk, { id, appointmentIds: [visit.id] });
    expect(ask).toEqual({ ok: true, value: { asked: 0, unreachable: 1 } });
    const call = (reached: boolean) =>
      noteCall(services, desk, { id, appointmentId: visit.id, reached });
    expect(await call(true)).toEqual({ ok: true, value: { changed: true } });
    expect(await call(true)).toEqual({ ok: true, value: { changed: false } });
    expect((await listed(id)).map(({ is }) => is)).toEqual(["reached"]);
    await call(false);
    expect((await listed(id)).map(({ is }) => is)).toEqual(["open"]);
  });

  it("in the night of the clock change a closure ends when the wall clock says so", async () => {
    const { services, admin, practice } = scene;
    const answer = await addClosure(services, admin, {
      locationId: practice.locationId,
      from: "2027-03-27T20:00",
      until: "2027-03-28T02:30",
      reason: "Works",
    });
    expect(answer).toMatchObject({ ok: true });
    const [row] = await inPractice(world.db, practice.id, (tx) =>
      tx.closure.findMany({ select: { startsAt: true, endsAt: true } }),
    );
    expect(row?.startsAt.toISOString()).toBe("2027-03-27T19:00:00.000Z");
    expect(row?.endsAt.toISOString()).toBe("2027-03-28T01:30:00.000Z");
  });

  it("S12: another practice's list is not there, nor a visit that is on none", async () => {
    const other = await settingsScene(world);
    const { services, desk, book, at, close } = scene;
    const visit = await book(at("09:00"));
    const { disruptionId } = await close();
    const id = disruptionId ?? "";
    const strange = other.desk;
    const notFound = { ok: false, reason: "not_found" };
    const theirs = [{ appointmentId: visit.id, version: 1, startsAt: at("09:00", 9) }];
    expect(await planMoves(services, strange, { id })).toMatchObject(notFound);
    expect(await movePlanned(services, strange, { id, moves: theirs })).toMatchObject(notFound);
    const ask = { id, appointmentIds: [visit.id] };
    expect(await askToChoose(services, strange, ask)).toMatchObject(notFound);
    const free = await book(at("09:00", 14));
    expect(await askToChoose(services, desk, { id, appointmentIds: [free.id] })).toMatchObject(
      notFound,
    );
  });
});
