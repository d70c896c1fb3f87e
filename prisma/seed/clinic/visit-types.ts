import { Temporal } from "temporal-polyfill";
import { at, type Making } from "../making";
import type { ClinicMade } from "./clinic-people";

export interface VisitTypeMade {
  readonly id: string;
  readonly key: VisitTypeKey;
  readonly minutes: number;
  readonly bufferAfterMinutes: number;
}

export type VisitTypeKey =
  | "consultation"
  | "scan"
  | "start"
  | "check"
  | "review"
  | "retainer"
  | "repair";

interface VisitTypeWords {
  readonly key: VisitTypeKey;
  readonly name: string;
  readonly minutes: number;
  readonly bufferAfterMinutes: number;
  readonly needsApproval?: true;
  readonly byPracticeOnly?: true;
  readonly dailyLimit?: number;
}

const types: readonly VisitTypeWords[] = [
  { key: "check", name: "Aligner check", minutes: 20, bufferAfterMinutes: 0 },
  {
    key: "consultation",
    name: "First consultation",
    minutes: 40,
    bufferAfterMinutes: 0,
    dailyLimit: 4,
  },
  { key: "scan", name: "Scan and photos", minutes: 30, bufferAfterMinutes: 10 },
  {
    key: "start",
    name: "First aligners and attachments",
    minutes: 50,
    bufferAfterMinutes: 10,
    byPracticeOnly: true,
  },
  {
    key: "review",
    name: "Refinement review",
    minutes: 30,
    bufferAfterMinutes: 0,
    needsApproval: true,
  },
  { key: "retainer", name: "Retainer fitting", minutes: 30, bufferAfterMinutes: 0 },
  { key: "repair", name: "Repair", minutes: 20, bufferAfterMinutes: 0, byPracticeOnly: true },
];

/** The types of visit, all taken by every orthodontist, and when reminders go out. */
export function addVisitTypes(making: Making, clinic: ClinicMade): VisitTypeMade[] {
  const { rows, practiceId, chance, now } = making;
  const since = now.subtract({ hours: 24 * 480 });
  for (const [minutesBefore, channel] of [
    [3 * 24 * 60, "mail"],
    [24 * 60, "sms"],
  ] as const) {
    rows.add("tenant.reminder_rule", {
      practiceId,
      id: chance.id(since),
      minutesBefore,
      channel,
      withoutLogin: false,
    });
  }
  const made = types.map((type, position) => {
    const id = chance.id(since);
    rows.add("tenant.visit_type", {
      practiceId,
      id,
      name: type.name,
      minutes: type.minutes,
      bufferAfterMinutes: type.bufferAfterMinutes,
      leadMinutes: 120,
      dailyLimit: type.dailyLimit ?? null,
      needsApproval: type.needsApproval ?? false,
      bookableOnline: !type.byPracticeOnly,
      position,
    });
    for (const { practitionerId } of clinic.orthodontists) {
      rows.add("tenant.visit_type_practitioner", { practiceId, visitTypeId: id, practitionerId });
    }
    return {
      id,
      key: type.key,
      minutes: type.minutes,
      bufferAfterMinutes: type.bufferAfterMinutes,
    };
  });
  // Who comes for the first time has no login yet.
  const consultation = made.find(({ key }) => key === "consultation");
  rows.add("tenant.reminder_rule", {
    practiceId,
    id: chance.fork("first visit").id(since),
    visitTypeId: consultation?.id ?? null,
    minutesBefore: 7 * 24 * 60,
    channel: "mail",
    withoutLogin: true,
  });
  return made;
}

/** Days off behind and ahead, team meetings, and a closed day, so that the diary is not all alike. */
export function addAbsences(making: Making, clinic: ClinicMade) {
  const { rows, practiceId, chance, today, zone } = making;
  const absences: { practitionerId: string; startMs: number; endMs: number }[] = [];
  const instant = (days: number, minute: number) =>
    today.add({ days }).toZonedDateTime(zone).add({ minutes: minute }).toInstant();
  const away = (practitionerId: string, reason: string, from: number, to: number) => {
    const startsAt = instant(from, 0);
    const endsAt = instant(to, 0);
    const id = chance.id(startsAt);
    const times = { startsAt: at(startsAt), endsAt: at(endsAt) };
    rows.add("tenant.time_off", {
      practiceId,
      id,
      practitionerId,
      kind: "time_off",
      reason,
      ...times,
    });
    absences.push({
      practitionerId,
      startMs: startsAt.epochMilliseconds,
      endMs: endsAt.epochMilliseconds,
    });
  };
  clinic.orthodontists.forEach(({ practitionerId }, i) => {
    away(practitionerId, "Holiday", -150 + i * 30, -143 + i * 30);
    away(practitionerId, i === 0 ? "Congress" : "Holiday", 24 + i * 9, 27 + i * 9);
    for (let week = -8; week < 9; week += 1) {
      const monday = 1 - today.dayOfWeek + week * 7;
      const startsAt = instant(monday + 1 + i, 12 * 60);
      const endsAt = startsAt.add({ minutes: 30 });
      const times = { startsAt: at(startsAt), endsAt: at(endsAt) };
      const id = chance.id(startsAt);
      rows.add("tenant.time_off", {
        practiceId,
        id,
        practitionerId,
        kind: "break",
        reason: "Team meeting",
        ...times,
      });
      absences.push({
        practitionerId,
        startMs: startsAt.epochMilliseconds,
        endMs: endsAt.epochMilliseconds,
      });
    }
  });
  const closures = closedDays(making).map(([reason, day]) => {
    const closedFrom = day.toZonedDateTime(zone).toInstant();
    const closedUntil = day.add({ days: 1 }).toZonedDateTime(zone).toInstant();
    rows.add("tenant.closure", {
      practiceId,
      id: chance.id(closedFrom),
      locationId: null,
      startsAt: at(closedFrom),
      endsAt: at(closedUntil),
      reason,
    });
    return {
      locationId: null,
      startMs: closedFrom.epochMilliseconds,
      endMs: closedUntil.epochMilliseconds,
    };
  });
  return { absences, closures };
}

/** Feast days of a year behind and one ahead, and a day for the team. */
function closedDays({ today }: Making): [reason: string, day: Temporal.PlainDate][] {
  const years = [today.year - 1, today.year, today.year + 1];
  const feasts = years.flatMap((year) => {
    const day = (month: number, date: number) => new Temporal.PlainDate(year, month, date);
    return [day(1, 1), day(12, 25), day(12, 26)];
  });
  return [
    ...feasts.map((day): [string, Temporal.PlainDate] => ["Public holiday", day]),
    ["Training day", today.add({ days: 38 })],
  ];
}
