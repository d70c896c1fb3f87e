import { expect, it } from "vitest";
import type { Diary, DiaryVisit } from "@/features/diary/schema";
import { columnsOf } from "@/features/diary/view/diary-columns";

const id = "01900000-0000-7000-8000-000000000001";
const at = (clock: string) => `2026-11-24T${clock}:00Z`;
const startMs = Date.parse(at("00:00"));
const endMs = startMs + 24 * 3_600_000;
const day = { on: "2026-11-24", startMs, endMs, pieces: [{ startMs, endMs, clockMinute: 0 }] };

function visit(from: string, until: string): DiaryVisit {
  return {
    id: `${id}${from}`,
    version: 1,
    state: "booked",
    startsAt: at(from),
    endsAt: at(until),
    busyFromAt: at(from),
    busyUntilAt: at(until),
    patient: { id, name: "Robin", bookingRestricted: false, archived: false, hasGuardian: false },
    visitType: { id, name: "Check" },
    practitionerId: id,
    chairId: null,
    locationId: id,
    bookedFrom: "desk",
    bookedByGuardian: false,
    waitingFor: null,
    holdExpiresAt: null,
    markedAt: null,
    note: null,
    moveOf: null,
    wish: null,
    can: [],
  };
}

/** Where each of one practitioner's visits is drawn, as "lane of lanes". */
function drawn(appointments: DiaryVisit[]): string[] {
  const ada = { id, name: "Ada", title: null, colour: null, archived: false, isMe: false };
  const diary: Diary = {
    timeZone: "UTC",
    at: at("08:00"),
    from: day.on,
    to: "2026-11-25",
    locations: [],
    chairs: [],
    practitioners: [{ ...ada, days: [] }],
    visitTypes: [],
    appointments,
  };
  const [shown] = columnsOf(diary, [day], { by: "practitioner", who: null });
  const visits = shown?.columns[0]?.visits ?? [];
  return visits.map(({ lane, lanes }) => `${lane + 1} of ${lanes}`);
}

const cases: [string, [from: string, until: string][], string[]][] = [
  [
    "one after the other",
    [
      ["09:00", "09:10"],
      ["09:10", "09:40"],
    ],
    ["1 of 1", "1 of 1"],
  ],
  [
    "at the same time",
    [
      ["09:00", "09:20"],
      ["09:10", "09:30"],
    ],
    ["1 of 2", "2 of 2"],
  ],
  [
    "five minutes, then the next",
    [
      ["09:00", "09:05"],
      ["09:05", "09:25"],
    ],
    ["1 of 2", "2 of 2"],
  ],
  [
    "three of five minutes",
    [
      ["09:00", "09:05"],
      ["09:05", "09:10"],
      ["09:10", "09:15"],
    ],
    ["1 of 2", "2 of 2", "1 of 2"],
  ],
  [
    "five minutes with room below",
    [
      ["09:00", "09:05"],
      ["09:10", "09:30"],
    ],
    ["1 of 1", "1 of 1"],
  ],
];

it.each(cases)("R36: visits are never drawn over each other: %s", (_, times, places) => {
  expect(drawn(times.map(([from, until]) => visit(from, until)))).toEqual(places);
});
