import { expect, test } from "vitest";
import { OCCUPYING_STATES } from "@/domain/appointments/appointment-state";
import { openSpans } from "@/domain/appointments/open-spans";
import { practiceDays } from "@/domain/time/practice-day";
import { mergedSpans } from "@/domain/time/time-span";
import { demo, now, practice } from "./made-demo";

test.each(["northgate", "riverbend"])(
  "%s: every visit lies in its orthodontist's open time, but for those a closure put in the way",
  (shortName) => {
    const { making, clinic, visits } = practice(shortName);
    const { rows, zone } = making;
    const listed = new Set(
      rows.of("tenant.disrupted_visit").map(({ appointmentId }) => appointmentId),
    );
    const closures = rows.of("tenant.closure").map((row) => ({
      locationId: row.locationId ?? null,
      startMs: new Date(row.startsAt).getTime(),
      endMs: new Date(row.endsAt).getTime(),
    }));
    for (const { startsAt, endsAt, time } of visits.filter(({ id }) => !listed.has(id))) {
      const day = startsAt.toZonedDateTimeISO(zone).toPlainDate();
      const [practiceDay] = practiceDays(zone, day, day.add({ days: 1 }));
      if (!practiceDay) throw new Error("no day");
      const { practitionerId } = time.orthodontist;
      const absences = rows
        .of("tenant.time_off")
        .filter((row) => row.practitionerId === practitionerId)
        .map((row) => ({
          startMs: new Date(row.startsAt).getTime(),
          endMs: new Date(row.endsAt).getTime(),
        }));
      const working = rows
        .of("tenant.practitioner_hours")
        .filter((row) => row.practitionerId === practitionerId);
      const practitioner = {
        id: practitionerId,
        hours: working.map((row) => ({
          locationId: row.locationId,
          weekday: row.weekday,
          opensMinute: row.opensMinute,
          closesMinute: row.closesMinute,
        })),
        exceptions: [],
        breaks: [],
        timeOff: [],
        busy: [],
      };
      const open = openSpans(
        practiceDay,
        practitioner,
        clinic.locations,
        mergedSpans(absences),
        closures,
      );
      const span = open.find(
        ({ locationId, startMs, endMs }) =>
          locationId === time.locationId &&
          startMs <= startsAt.epochMilliseconds &&
          endMs >= endsAt.epochMilliseconds,
      );
      expect(span, `${startsAt}`).toBeDefined();
    }
  },
);

test.each(["northgate", "riverbend"])(
  "%s: a year behind, two months ahead, busy and free days",
  (shortName) => {
    const { visits, making } = practice(shortName);
    const offsets = visits.map(({ time }) => time.dayOffset);
    expect(Math.min(...offsets)).toBeLessThan(-330);
    expect(Math.max(...offsets)).toBeGreaterThan(45);
    const taken = visits.filter(({ state }) => OCCUPYING_STATES.includes(state));
    const ahead = new Map<number, number>();
    for (const { time } of taken) {
      if (time.dayOffset > 0) ahead.set(time.dayOffset, (ahead.get(time.dayOffset) ?? 0) + 1);
    }
    expect(Math.max(...ahead.values())).toBeGreaterThanOrEqual(8);
    const weekdays = Array.from({ length: 60 }, (_, i) => i + 1).filter(
      (offset) => making.today.add({ days: offset }).dayOfWeek <= 5,
    );
    expect(weekdays.filter((offset) => !ahead.has(offset)).length).toBeGreaterThan(5);
    const states = new Set(visits.map(({ state }) => state));
    for (const state of ["booked", "confirmed", "completed", "cancelled", "no_show", "requested"]) {
      expect(states).toContain(state);
    }
  },
);

test.each(["northgate", "riverbend"])(
  "R35, R36: %s: a request to answer, a closure with visits to sort out, somebody on the waiting list",
  (shortName) => {
    const { making, visits } = practice(shortName);
    const { rows } = making;
    const ahead = visits.filter(
      ({ startsAt }) => startsAt.epochMilliseconds > now.epochMilliseconds,
    );
    expect(ahead.filter(({ state }) => state === "requested").length).toBeGreaterThan(0);
    const [list] = rows.of("tenant.disruption");
    const closure = rows.of("tenant.closure").find(({ id }) => id === list?.sourceId);
    if (!list || !closure) throw new Error("no closure to work through");
    const onList = rows.of("tenant.disrupted_visit").map(({ appointmentId }) => appointmentId);
    const inTheWay = ahead.filter(
      ({ state, startsAt, endsAt, time }) =>
        (state === "booked" || state === "confirmed") &&
        time.locationId === closure.locationId &&
        startsAt.epochMilliseconds < new Date(closure.endsAt).getTime() &&
        endsAt.epochMilliseconds > new Date(closure.startsAt).getTime(),
    );
    expect(inTheWay.length).toBeGreaterThan(0);
    expect(onList.toSorted()).toEqual(inTheWay.map(({ id }) => id).toSorted());
    expect(rows.of("tenant.waiting_list_entry").length).toBeGreaterThan(0);
  },
);

test("nobody comes twice within three days", () => {
  for (const { making, visits } of demo.practices) {
    const last = new Map<string, number>();
    for (const { patient, state, time } of visits) {
      if (!OCCUPYING_STATES.includes(state)) continue;
      const before = last.get(patient.id);
      if (before !== undefined) {
        expect(
          time.dayOffset - before,
          `${patient.name} ${making.words.shortName}`,
        ).toBeGreaterThan(3);
      }
      last.set(patient.id, time.dayOffset);
    }
  }
});
