import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { toInstant } from "@/db/time";
import { OCCUPYING_STATES } from "@/domain/appointments/appointment-state";
import { openSpans } from "@/domain/appointments/open-spans";
import { CASE_STATES } from "@/domain/cases/case-moves";
import { labConnectionStatus } from "@/domain/lab-connection/status";
import { loginLinkState } from "@/domain/registration/login-link";
import { practiceDays } from "@/domain/time/practice-day";
import { mergedSpans } from "@/domain/time/time-span";
import { demoFile } from "../../../prisma/seed/files/demo-files";
import type { PracticeMade } from "../../../prisma/seed/fill-practice";
import { makeDemo } from "../../../prisma/seed/make-demo";
import { factsOfPlan, scheduleOf } from "./treatment-facts";

const now = Temporal.Instant.from("2026-11-18T10:05:00Z");
const file = demoFile(new Uint8Array([1, 2, 3]), "image/jpeg");
const demo = makeDemo(now, {
  passwordHashes: { patient: "p", guardian: "g", orthodontist: "o", staff: "s", admin: "a" },
  sealingKeys: { current: { id: "k1", secret: new Uint8Array(32).fill(2) }, former: [] },
  simulatorsPort: 3900,
  files: { photos: [file], upperScan: file, lowerScan: file },
});

function practice(shortName: string): PracticeMade {
  const made = demo.practices.find(({ making }) => making.words.shortName === shortName);
  if (!made) throw new Error(`no practice ${shortName}`);
  return made;
}

test.each(["northgate", "riverbend"])(
  "%s: every visit lies in its orthodontist's open time",
  (shortName) => {
    const { making, clinic, visits } = practice(shortName);
    const { rows, zone } = making;
    const closures = rows.of("tenant.closure").map((row) => ({
      locationId: row.locationId ?? null,
      startMs: new Date(row.startsAt).getTime(),
      endMs: new Date(row.endsAt).getTime(),
    }));
    for (const { startsAt, endsAt, time } of visits) {
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

test("patients stand at every point of treatment", () => {
  const { making, plans } = practice("northgate");
  const found = plans.map((plan) => {
    const schedule = scheduleOf(factsOfPlan(making.rows, plan.id), making.today);
    return { point: plan.course.point, schedule };
  });
  const of = (point: string) =>
    found.filter((one) => one.point === point).map(({ schedule }) => schedule);
  for (const { phase } of of("before_first")) expect(phase).toBe("not_started");
  for (const { phase } of of("paused")) expect(phase).toBe("paused");
  for (const { phase } of of("retention")) expect(phase).toBe("retention");
  for (const { phase } of of("finished")) expect(phase).toBe("finished");
  for (const { arches } of of("due_today")) {
    expect(arches[0]?.nextChangeOn?.equals(making.today)).toBe(true);
  }
  for (const { arches } of of("overdue")) expect(arches[0]?.overdueDays).toBeGreaterThan(0);
  for (const { arches } of of("stop_visit")) expect(arches[0]?.waitingFor?.reason).toBe("visit");
  for (const { arches } of of("stop_photo")) {
    expect(arches[0]?.waitingFor?.reason).toBe("photo_check_in");
  }
  for (const { arches } of of("refinement")) {
    expect(arches[0]?.currentStage?.seriesKind).toBe("refinement");
  }
  for (const { arches } of of("uneven")) {
    expect(arches[0]?.currentStage?.number).not.toBe(arches[1]?.currentStage?.number);
  }
  for (const { arches } of of("backtracked")) {
    expect(arches[0]?.stages.some(({ status }) => status === "backtracked")).toBe(true);
  }
  const points = new Set(found.map(({ point }) => point));
  expect(points.size).toBe(13);
});

test("R43, R44: lab connections in each state", () => {
  const states = demo.practices.flatMap(({ connections, making }) =>
    making.rows.of("tenant.lab_connection").map((row) => {
      const made = connections.find(({ id }) => id === row.id);
      if (!made) throw new Error("a connection nobody made");
      const instant = (value: Date | string | null | undefined) =>
        value == null ? null : toInstant(new Date(value));
      const status = labConnectionStatus(
        {
          lastAuthenticatedAt: instant(row.lastAuthenticatedAt),
          lastAcceptedScanAt: instant(row.lastAcceptedScanAt),
          disabledAt: instant(row.disabledAt),
          refusedByLabAt: instant(row.refusedByLabAt),
          policy: {
            periodicDays: made.lab.periodicDays,
            inactiveDays: made.lab.inactiveDays,
            cutOver: { at: made.lab.cutOverAt, countsFrom: made.lab.cutOverCountsFrom },
          },
        },
        now,
      );
      return status.state === "reauthentication_required" ? status.reason : status.state;
    }),
  );
  const wanted = [
    "connected",
    "expiring",
    "inactive",
    "periodic",
    "cut_over",
    "refused_by_lab",
    "disabled",
  ];
  for (const state of wanted) expect(states).toContain(state);
  // Five orthodontists, two labs: one pair was never connected.
  expect(states).toHaveLength(9);
});

test("R44: the second lab's cut-over is ten days ahead", () => {
  const [shipped, second] = demo.labs;
  expect(shipped?.cutOverAt.toString()).toBe("2026-02-26T05:00:00Z");
  const days = (second?.cutOverAt.epochMilliseconds ?? 0) - now.epochMilliseconds;
  expect(days / 86_400_000).toBeGreaterThanOrEqual(10);
  expect(days / 86_400_000).toBeLessThan(10.05);
});

test("cases in each state, each with an unbroken history", () => {
  const { making } = practice("northgate");
  const cases = making.rows.of("tenant.lab_case");
  expect(new Set(cases.map(({ state }) => state))).toEqual(new Set(CASE_STATES));
  for (const one of cases) {
    const events = making.rows.of("tenant.case_event").filter(({ caseId }) => caseId === one.id);
    events.forEach((event, i) => {
      if (i > 0) expect(event.fromState).toBe(events[i - 1]?.toState);
    });
    expect(events.at(-1)?.toState).toBe(one.state);
  }
});

test("R7: login links in each state", () => {
  const { making } = practice("northgate");
  const instant = (value: Date | string | null | undefined) =>
    value == null ? null : toInstant(new Date(value));
  const states = making.rows.of("tenant.login_link").map((row) =>
    loginLinkState(
      {
        createdAt: toInstant(new Date(row.createdAt)),
        openedAt: instant(row.openedAt),
        usedAt: instant(row.usedAt),
        replacedAt: instant(row.replacedAt),
      },
      now,
    ),
  );
  expect(new Set(states)).toEqual(new Set(["sent", "opened", "used", "expired", "replaced"]));
});

test("R8: a failed registration of each cause", () => {
  const { making } = practice("northgate");
  const causes = new Set(making.rows.of("tenant.failed_registration").map(({ cause }) => cause));
  expect(causes.size).toBe(8);
});

test("messages are in the order of their numbers, and counts are true", () => {
  for (const { making } of demo.practices) {
    for (const thread of making.rows.of("tenant.thread")) {
      const said = making.rows
        .of("tenant.message")
        .filter(({ threadId }) => threadId === thread.id);
      expect(said).toHaveLength(thread.messageCount ?? 0);
      const times = said.map(({ sentAt }) => new Date(sentAt).getTime());
      expect(times).toEqual([...times].sort((a, b) => a - b));
      expect(times.at(-1)).toBe(new Date(thread.lastMessageAt).getTime());
    }
  }
});

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
