import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { addDays, type LabConnectionFacts } from "@/domain/lab-connection/status";
import { labNotices, warningMails, warningMailsDue } from "@/domain/lab-connection/warnings";

const NOW = Temporal.Instant.from("2026-11-22T12:00:00Z");

function facts(signedInDaysAgo: number, scanDaysAgo: number | null = null): LabConnectionFacts {
  return {
    lastAuthenticatedAt: addDays(NOW, -signedInDaysAgo),
    lastAcceptedScanAt: scanDaysAgo === null ? null : addDays(NOW, -scanDaysAgo),
    disabledAt: null,
    refusedByLabAt: null,
    policy: { periodicDays: 90, inactiveDays: 30 },
  };
}

describe("R45: on the page", () => {
  it.each<[signedIn: number, scan: number | null, expected: string[]]>([
    [0, null, []],
    [22, null, []],
    [23, null, ["inactive: 7 left, 23 without a scan"]],
    [24, null, ["inactive: 6 left, 24 without a scan"]],
    [40, 24, ["inactive: 6 left, 24 without a scan"]],
    [29, null, ["inactive: 1 left, 29 without a scan"]],
    [30, null, []],
    [75, 0, []],
    [76, 0, ["periodic: 14 left, 0 without a scan"]],
    [89, 0, ["periodic: 1 left, 0 without a scan"]],
    [90, 0, []],
    [80, 28, ["inactive: 2 left, 28 without a scan", "periodic: 10 left, 28 without a scan"]],
    [88, 25, ["periodic: 2 left, 25 without a scan", "inactive: 5 left, 25 without a scan"]],
  ])("signed in %d days ago, last scan %s days ago: %j", (signedIn, scan, expected) => {
    const notices = labNotices(facts(signedIn, scan), NOW).map(
      (notice) =>
        `${notice.dueReason}: ${notice.daysLeft} left, ${notice.daysWithoutScan} without a scan`,
    );
    expect(notices).toEqual(expected);
  });

  it("counts whole days: a second after day 23, six days and a bit are seven", () => {
    const later = NOW.add({ seconds: 1 });
    expect(labNotices(facts(23), later)).toMatchObject([{ daysLeft: 7, daysWithoutScan: 23 }]);
    expect(labNotices(facts(23), NOW.subtract({ seconds: 1 }))).toEqual([]);
  });

  it("a connection that is disabled, refused or was never made warns of nothing", () => {
    expect(labNotices({ ...facts(25), disabledAt: NOW }, NOW)).toEqual([]);
    expect(labNotices({ ...facts(25), refusedByLabAt: NOW }, NOW)).toEqual([]);
    expect(labNotices({ ...facts(25), lastAuthenticatedAt: null }, NOW)).toEqual([]);
  });
});

describe("R45: by mail, once per due date", () => {
  it("plans 14, 7, 3 and 1 days before the periodic, 7 and 1 before the inactive due date", () => {
    const plan = warningMails(facts(0)).map(
      (mail) =>
        `${mail.dueReason} ${(mail.mailAt.epochMilliseconds - NOW.epochMilliseconds) / 864e5}`,
    );
    expect(plan).toEqual([
      "inactive 23",
      "inactive 29",
      "periodic 76",
      "periodic 83",
      "periodic 87",
      "periodic 89",
    ]);
  });

  it.each<[signedIn: number, scan: number | null, expected: string[]]>([
    [22.9, null, []],
    [23, null, ["inactive 7"]],
    [28.9, null, ["inactive 7"]],
    [29, null, ["inactive 1"]],
    [30, null, []],
    [76, 0, ["periodic 14"]],
    [83, 0, ["periodic 7"]],
    [87, 0, ["periodic 3"]],
    [89, 0, ["periodic 1"]],
    [90, 0, []],
    [83, 23, ["inactive 7", "periodic 7"]],
  ])("signed in %d days ago, last scan %s days ago: %j", (signedIn, scan, expected) => {
    const now = NOW.add({ hours: Math.round((signedIn % 1) * 24) });
    const due = warningMailsDue(facts(Math.floor(signedIn), scan), now);
    expect(due.map((mail) => `${mail.dueReason} ${mail.daysBefore}`).sort()).toEqual(expected);
  });

  it("a new scan makes a new due date, hence a new mail", () => {
    const first = warningMailsDue(facts(29, 23), NOW)[0];
    const later = addDays(NOW, 10);
    const second = warningMailsDue(
      { ...facts(29), lastAcceptedScanAt: addDays(NOW, -13) },
      later,
    )[0];
    expect([first?.daysBefore, second?.daysBefore]).toEqual([7, 7]);
    expect(first?.dueAt.equals(second?.dueAt ?? NOW)).toBe(false);
  });
});
