import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  type CalendarReader,
  type CalendarVisit,
  calendarEvent,
} from "@/features/calendar/calendar-event";
import { calendarFile } from "@/features/calendar/calendar-file";
import { readCalendar } from "./read-calendar";

const practice = {
  name: "Northgate Orthodontics",
  zone: "America/New_York",
  supportPhone: "+442079460000",
  mailFrom: "portal@northgate.example.com",
};
const appUrl = "https://portal.example.com";
const reader: CalendarReader = { as: "patient", language: "en", address: "me@mail.example.com" };
const visit: CalendarVisit = {
  practiceId: "01900000-0000-7000-8000-00000000000a",
  id: "01900000-0000-7000-8000-000000000001",
  patientId: "01900000-0000-7000-8000-000000000002",
  givenName: "Emma",
  state: "booked",
  startsAt: Temporal.Instant.from("2027-03-09T15:40:00Z"),
  endsAt: Temporal.Instant.from("2027-03-09T16:10:00Z"),
  sequence: 2,
  createdAt: Temporal.Instant.from("2027-01-02T03:04:05Z"),
  changedAt: Temporal.Instant.from("2027-01-03T03:04:05Z"),
  place: "Main, 1 Example Street, 12345 Exampleton",
};

function written(
  change: Partial<CalendarVisit> = {},
  as: Partial<CalendarReader> = {},
  name = practice.name,
) {
  const event = calendarEvent(
    { ...visit, ...change },
    { ...practice, name },
    { ...reader, ...as },
    appUrl,
  );
  return calendarFile({ method: "REQUEST", events: [event] });
}

function read(...given: Parameters<typeof written>) {
  const [entry] = readCalendar(written(...given)).entries;
  if (!entry) throw new Error("no entry");
  return entry;
}

describe("R34: a visit as a calendar's entry", () => {
  it("says when, where, in which version, from whom and to whom", () => {
    expect(read()).toEqual({
      uid: `${visit.id}@${visit.practiceId}`,
      sequence: 2,
      status: "CONFIRMED",
      stampedAt: "2027-01-03T03:04:05.000Z",
      startsAt: "2027-03-09T15:40:00.000Z",
      endsAt: "2027-03-09T16:10:00.000Z",
      summary: "Visit at Northgate Orthodontics",
      location: "Main, 1 Example Street, 12345 Exampleton",
      description: [
        "Time at the practice: Tuesday 9 March, 10:40, Eastern Time.",
        "To move or cancel the visit: https://portal.example.com/appointments",
        "To call the practice: +44 20 7946 0000",
      ].join("\n"),
      organizer: "mailto:portal@northgate.example.com",
      attendees: [{ address: "me@mail.example.com", partstat: "ACCEPTED" }],
    });
  });

  it.each([
    ["requested", "TENTATIVE"],
    ["booked", "CONFIRMED"],
    ["confirmed", "CONFIRMED"],
    ["arrived", "CONFIRMED"],
    ["in_chair", "CONFIRMED"],
    ["completed", "CONFIRMED"],
    ["no_show", "CONFIRMED"],
    ["cancelled", "CANCELLED"],
  ] as const)("%s is %s", (state, status) => {
    expect(read({ state }).status).toBe(status);
  });

  it("keeps its UID whatever changes", () => {
    const moved = read({ startsAt: visit.startsAt.add({ hours: 1 }), sequence: 3, place: "B" });
    expect(moved.uid).toBe(read({ state: "cancelled" }, { as: "guardian" }).uid);
  });

  it("S23: names a child to who acts for it, and nobody in a practitioner's calendar", () => {
    expect(read({}, { as: "guardian" }).summary).toBe("Emma: visit at Northgate Orthodontics");
    expect(read({}, { as: "guardian" }).description).toContain(
      `/appointments?patient=${visit.patientId}`,
    );
    const diary = written({}, { as: "practitioner" });
    expect(readCalendar(diary).entries[0]).toMatchObject({ summary: "Visit", description: null });
    expect(diary).not.toMatch(/Emma|patient/);
  });

  it("says no clinical word, has no alarm of its own and is private", () => {
    const text = written();
    expect(text).not.toMatch(/aligner|treatment|attachment|tooth|teeth|retainer|VALARM/i);
    expect(text).toContain("CLASS:PRIVATE\r\n");
    expect(text).toContain("METHOD:REQUEST\r\n");
  });
});

describe("R33: the file and the clocks", () => {
  it("tells both 01:30s of the night apart", () => {
    const night = Temporal.PlainDateTime.from("2026-11-01T01:30");
    const [first, second] = (["earlier", "later"] as const).map((disambiguation) =>
      read({
        startsAt: night.toZonedDateTime(practice.zone, { disambiguation }).toInstant(),
        endsAt: night
          .add({ minutes: 30 })
          .toZonedDateTime(practice.zone, { disambiguation })
          .toInstant(),
      }),
    );
    expect(first?.startsAt).toBe("2026-11-01T05:30:00.000Z");
    expect(second?.startsAt).toBe("2026-11-01T06:30:00.000Z");
    expect(first?.description).toContain("01:30 (Eastern Daylight Time)");
    expect(second?.description).toContain("01:30 (Eastern Standard Time)");
  });

  it("another library reads the same instants and words, whatever the zone, the day and the letters", () => {
    const instants = fc.date({
      min: new Date("2020-01-01T00:00:00Z"),
      max: new Date("2090-01-01T00:00:00Z"),
      noInvalidDate: true,
    });
    const zones = fc.constantFrom(
      "Asia/Kathmandu",
      "Australia/Lord_Howe",
      "Pacific/Chatham",
      "America/St_Johns",
      "Pacific/Apia",
      "Europe/Berlin",
    );
    const words = fc
      .string({ unit: "grapheme", minLength: 1, maxLength: 80 })
      .map((text) => text.trim() || "x");
    fc.assert(
      fc.property(
        instants,
        fc.integer({ min: 5, max: 480 }),
        zones,
        words,
        words,
        (at, minutes, zone, name, place) => {
          const startsAt = Temporal.Instant.fromEpochMilliseconds(at.getTime()).round("minute");
          const endsAt = startsAt.add({ minutes });
          const event = calendarEvent(
            { ...visit, startsAt, endsAt, givenName: name, place },
            { ...practice, zone },
            { ...reader, as: "guardian" },
            appUrl,
          );
          const text = calendarFile({ method: "REQUEST", events: [event] });
          expectLines(text);
          const [entry] = readCalendar(text).entries;
          expect(entry?.startsAt).toBe(new Date(startsAt.epochMilliseconds).toISOString());
          expect(entry?.endsAt).toBe(new Date(endsAt.epochMilliseconds).toISOString());
          expect(entry?.summary).toBe(plain(event.summary));
          expect(entry?.location).toBe(plain(place));
        },
      ),
      { numRuns: 300 },
    );
  }, 60_000);

  it("folds long names by octets, never inside a letter, and escapes what has a meaning", () => {
    const name = `Zahnspangen-Größen; "Müller", Çelik \\ Söhne 🦷👩‍👩‍👧 ${"ÄÖÜß😀".repeat(20)}`;
    const text = written({}, {}, name);
    expectLines(text);
    expect(read({}, {}, name).summary).toBe(`Visit at ${name}`);
    const feed = calendarFile({
      method: "PUBLISH",
      events: [],
      feed: { name, refreshSeconds: 60 },
    });
    expectLines(feed);
    expect(readCalendar(feed)).toMatchObject({ name, refresh: "PT1M", method: "PUBLISH" });
  });

  it("lets no line break in a name add a property", () => {
    const text = written({ place: "Main\r\nSTATUS:CANCELLED" }, {}, "A\nBEGIN:VALARM");
    expect(text.match(/^STATUS:/gm)).toHaveLength(1);
    expect(text).not.toMatch(/^BEGIN:VALARM/m);
  });
});

/** RFC 5545, 3.1: CRLF alone ends a line, and no line is longer than 75 octets. */
function expectLines(text: string): void {
  expect(text.endsWith("END:VCALENDAR\r\n")).toBe(true);
  expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  for (const line of text.split("\r\n")) {
    expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    expect(line.isWellFormed()).toBe(true);
  }
}

function plain(text: string): string {
  return text.toWellFormed().replace(/\p{Cc}/gu, " ");
}
