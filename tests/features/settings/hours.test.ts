import { Temporal } from "temporal-polyfill";
import { beforeEach, describe, expect, it } from "vitest";
import { inPractice } from "@/db/transaction";
import { holdTime } from "@/features/appointments/holds/hold-time";
import { findDisruption } from "@/features/disruptions/queries";
import { addTimeOff, removeTimeOff } from "@/features/settings/times/add-absence";
import {
  changeDayHours,
  changeOpeningHours,
  changeWorkingHours,
} from "@/features/settings/times/change-hours";
import { changeBookingRules } from "@/features/settings/times/change-rules";
import {
  dayHoursView,
  openingHoursView,
  workingHoursView,
} from "@/features/settings/times/queries";
import { settingsLog, settingsScene } from "../../support/settings-world";
import { openWorld } from "../../support/world";

const world = await openWorld();
let scene: Awaited<ReturnType<typeof settingsScene>>;

beforeEach(async () => {
  scene = await settingsScene(world);
});

describe("R29: hours", () => {
  it("the preview names the visits that fall outside; saved, they stay booked and come on a list", async () => {
    const { services, admin, practice, practitionerId, book, at, day } = scene;
    const early = await book(at("09:00"));
    await book(at("14:00"));
    await book(at("18:00"), { outsideHours: true });
    const view = workingHoursView((await scene.settings()).facts, practitionerId);
    const hours = view.hours.map((block) => ({ ...block, opensMinute: 600 }));
    const preview = await scene.preview(
      { kind: "working_hours", practitionerId, hours },
      { practitionerId, visitTypeId: scene.visitTypeId, weekOn: day },
    );
    expect(preview.displaced.map(({ id }) => id)).toEqual([early.id]);
    const [first] = preview.days;
    expect(first?.times.filter(({ is }) => is === "gone").length).toBeGreaterThan(0);

    const saved = await changeWorkingHours(services, admin, {
      practitionerId,
      hours,
      seen: view.seen,
    });
    if (!saved.ok || !saved.value.disruptionId) throw new Error("no list");
    const list = await findDisruption(services, admin, saved.value.disruptionId);
    expect(list?.visits.map(({ appointmentId, is }) => [appointmentId, is])).toEqual([
      [early.id, "open"],
    ]);
    const { state } = await inPractice(world.db, practice.id, (tx) =>
      tx.appointment.findFirstOrThrow({ where: { id: early.id }, select: { state: true } }),
    );
    expect(state).toBe("booked");
    const again = { practitionerId, hours: [...view.hours], seen: view.seen };
    expect(await changeWorkingHours(services, admin, again)).toMatchObject({
      reason: "changed_meanwhile",
    });
    expect((await settingsLog(world, practice.id))[0]).toMatchObject({
      what: "working_hours",
      before: expect.stringContaining("1 09:00–17:00"),
      after: expect.stringContaining("1 10:00–17:00"),
      visits: "1",
    });
  });

  it("overlapping and inverted hours are refused with their day, also by the database", async () => {
    const { services, admin, practice } = scene;
    const { locationId, id: practiceId } = practice;
    const { seen } = openingHoursView((await scene.settings()).facts, locationId);
    const morning = { weekday: 2, opensMinute: 480, closesMinute: 720 };
    const save = (hours: (typeof morning)[]) =>
      changeOpeningHours(services, admin, { locationId, hours, seen });
    expect(await save([morning, { ...morning, opensMinute: 700, closesMinute: 900 }])).toEqual({
      ok: false,
      reason: "hours_overlap",
      detail: { weekday: 2 },
    });
    expect(await save([{ ...morning, closesMinute: 480 }])).toMatchObject({
      reason: "hours_inverted",
    });
    await expect(
      inPractice(world.db, practiceId, (tx) =>
        tx.openingHours.create({
          data: { practiceId, locationId, weekday: 1, opensMinute: 600, closesMinute: 700 },
        }),
      ),
    ).rejects.toThrow();
  });

  it("other hours on one day, and the week's again", async () => {
    const { services, admin, mine, practitionerId, practice, day, wish } = scene;
    const { facts } = await scene.settings();
    const hours = [{ locationId: practice.locationId, opensMinute: 780, closesMinute: 840 }];
    const { none } = dayHoursView(facts, practitionerId);
    const set = await changeDayHours(services, admin, {
      practitionerId,
      on: day,
      hours,
      notHere: false,
      seen: none,
    });
    expect(set).toMatchObject({ ok: true });
    expect(await holdTime(services, mine, wish("09:00"))).toMatchObject({ reason: "slot_taken" });
    expect(await holdTime(services, mine, wish("13:00"))).toMatchObject({ ok: true });
    const [shown] = dayHoursView((await scene.settings()).facts, practitionerId).days;
    if (!shown) throw new Error("no day");
    const back = { practitionerId, on: day, hours: [], notHere: false, seen: shown.seen };
    expect(await changeDayHours(services, admin, back)).toMatchObject({ ok: true });
    expect(await holdTime(services, mine, wish("09:00"))).toMatchObject({ ok: true });
  });

  it("not here on a day: nobody can book it, its visit is listed, nothing but the day is asked", async () => {
    const { services, admin, mine, practitionerId, day, book, at, wish } = scene;
    const visit = await book(at("10:00"));
    const { none } = dayHoursView((await scene.settings()).facts, practitionerId);
    const away = { practitionerId, on: day, hours: [], notHere: true };
    const preview = await scene.preview(
      { kind: "day_hours", ...away },
      { practitionerId, visitTypeId: scene.visitTypeId, weekOn: day },
    );
    expect(preview.displaced.map(({ id }) => id)).toEqual([visit.id]);
    expect(new Set(preview.days[0]?.times.map(({ is }) => is))).toEqual(new Set(["gone"]));
    const set = await changeDayHours(services, admin, { ...away, seen: none });
    if (!set.ok) throw new Error(set.reason);
    const list = await findDisruption(services, admin, set.value.disruptionId ?? "");
    expect(list?.visits.map(({ appointmentId, is }) => [appointmentId, is])).toEqual([
      [visit.id, "open"],
    ]);
    const from = Temporal.Instant.from(list?.startsAt ?? "").toZonedDateTimeISO(admin.zone);
    expect(from.toString({ timeZoneName: "never", offset: "never" })).toBe(`${day}T00:00:00`);
    expect(await holdTime(services, mine, wish("09:00"))).toMatchObject({ reason: "slot_taken" });
    expect(await holdTime(services, mine, wish("09:00", 14))).toMatchObject({ ok: true });
    const [shown] = dayHoursView((await scene.settings()).facts, practitionerId).days;
    expect(shown).toMatchObject({ on: day, hours: [{ opensMinute: 0, closesMinute: 0 }] });
    const back = { ...away, notHere: false, seen: shown?.seen ?? "" };
    expect(await changeDayHours(services, admin, back)).toMatchObject({ ok: true });
    expect(await holdTime(services, mine, wish("09:00"))).toMatchObject({ ok: true });
  });

  it("time off lists the visits in it; taken back, they simply stand", async () => {
    const { services, admin, practitionerId, day, book, at } = scene;
    await book(at("10:00"));
    const off = await addTimeOff(services, admin, {
      practitionerId,
      absence: "time_off",
      from: `${day}T08:00`,
      until: `${day}T12:00`,
      reason: "",
    });
    if (!off.ok || !off.value.id || !off.value.disruptionId) throw new Error("no list");
    const list = () => findDisruption(services, admin, off.value.disruptionId ?? "");
    expect((await list())?.visits.map(({ is }) => is)).toEqual(["open"]);
    const removed = await removeTimeOff(services, admin, { id: off.value.id });
    expect(removed).toMatchObject({ value: { removed: true } });
    expect((await list())?.visits.map(({ is }) => is)).toEqual(["stands"]);
  });
});

describe("R29, R32: rules", () => {
  it("a grid and a gap change the free times as the preview says", async () => {
    const { services, admin, practice, practitionerId, visitTypeId, day } = scene;
    const { rules } = await scene.settings();
    const { seen, ...present } = rules;
    const wished = {
      ...present,
      slotMode: "grid" as const,
      gridMinutes: 20,
      minimumGapMinutes: 10,
    };
    const preview = await scene.preview(
      { ...wished, kind: "rules" },
      { practitionerId, visitTypeId, weekOn: day },
    );
    const offered = preview.days[0]?.times.filter(({ is }) => is !== "gone") ?? [];
    expect(offered.slice(0, 3).map(({ startsAt }) => startsAt.slice(14, 16))).toEqual([
      "00",
      "20",
      "40",
    ]);
    expect(await changeBookingRules(services, admin, { ...wished, seen })).toMatchObject({
      value: { changed: true },
    });
    expect(await changeBookingRules(services, admin, { ...wished, seen })).toMatchObject({
      value: { changed: false },
    });
    const other = { ...wished, horizonDays: 30, seen };
    expect(await changeBookingRules(services, admin, other)).toMatchObject({
      reason: "changed_meanwhile",
    });
    expect(await settingsLog(world, practice.id)).toEqual([
      {
        what: "booking_rules",
        slotMode: "packed → grid",
        gridMinutes: "15 → 20",
        minimumGapMinutes: "0 → 10",
        visits: "0",
      },
    ]);
  });
});
