import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type LabPolicy, readCutOver, SHIPPED_LAB_POLICY } from "@/domain/lab-connection/policy";
import { addDays, labConnectionStatus } from "@/domain/lab-connection/status";
import { labNotices, warningMails } from "@/domain/lab-connection/warnings";

function statusOf(
  policy: LabPolicy,
  signedInAt: Temporal.Instant,
  now: Temporal.Instant,
  scanAt: Temporal.Instant | null = null,
): string {
  const status = labConnectionStatus(
    {
      lastAuthenticatedAt: signedInAt,
      lastAcceptedScanAt: scanAt,
      disabledAt: null,
      refusedByLabAt: null,
      policy,
    },
    now,
  );
  if (status.state === "reauthentication_required") return `required: ${status.reason}`;
  return status.state === "connected" || status.state === "expiring"
    ? `${status.state}: ${status.dueReason}`
    : status.state;
}

describe("R44: the shipped cut-over", () => {
  it("is midnight in New York, and counts from a New York day on", () => {
    expect(SHIPPED_LAB_POLICY.cutOver?.at.toString()).toBe("2026-02-26T05:00:00Z");
    expect(SHIPPED_LAB_POLICY.cutOver?.countsFrom.toString()).toBe("2024-11-22T05:00:00Z");
    expect(SHIPPED_LAB_POLICY).toMatchObject({ periodicDays: 90, inactiveDays: 30 });
  });

  it("a faulty configuration stops the start", () => {
    expect(() => readCutOver({ at: "2026-02-26T00:00", countsFrom: "2024-11-22" })).toThrow();
    expect(() =>
      readCutOver({ at: "2026-02-26T00:00[America/New_York]", countsFrom: "22.11.2024" }),
    ).toThrow();
  });

  it.each<[signedIn: string, now: string, expected: string]>([
    ["2024-11-22T04:59:59Z", "2024-11-22T06:00:00Z", "expiring: cut_over"],
    ["2024-11-22T04:59:59Z", "2025-06-01T00:00:00Z", "expiring: cut_over"],
    ["2024-11-22T04:59:59Z", "2026-02-26T04:59:59Z", "expiring: cut_over"],
    ["2024-11-22T04:59:59Z", "2026-02-26T05:00:00Z", "required: cut_over"],
    ["2024-11-22T04:59:59Z", "2026-11-22T00:00:00Z", "required: cut_over"],
    ["2024-11-22T05:00:00Z", "2024-11-22T06:00:00Z", "connected: inactive"],
    ["2024-11-22T05:00:00Z", "2024-12-22T05:00:00Z", "required: inactive"],
    ["2024-11-22T05:00:00Z", "2026-02-26T05:00:00Z", "required: inactive"],
    ["2026-02-20T00:00:00Z", "2026-02-26T04:59:59Z", "connected: inactive"],
    ["2026-02-20T00:00:00Z", "2026-02-26T05:00:00Z", "connected: inactive"],
    ["2026-02-26T05:00:00Z", "2026-02-26T05:00:00Z", "connected: inactive"],
    ["2026-02-26T05:00:00Z", "2026-03-28T04:59:59Z", "expiring: inactive"],
    ["2026-02-26T05:00:00Z", "2026-03-28T05:00:00Z", "required: inactive"],
  ])("signed in %s, now %s: %s", (signedIn, now, expected) => {
    const read = Temporal.Instant.from;
    expect(statusOf(SHIPPED_LAB_POLICY, read(signedIn), read(now))).toBe(expected);
  });

  it("goes on with the 90 days for those who keep sending scans", () => {
    const signedIn = Temporal.Instant.from("2025-12-01T00:00:00Z");
    const due = addDays(signedIn, 90);
    const scan = due.subtract({ hours: 24 });
    expect(statusOf(SHIPPED_LAB_POLICY, signedIn, due.subtract({ seconds: 1 }), scan)).toBe(
      "expiring: periodic",
    );
    expect(statusOf(SHIPPED_LAB_POLICY, signedIn, due, scan)).toBe("required: periodic");
  });
});

describe("R44: a cut-over ten days ahead", () => {
  const now = Temporal.Instant.from("2026-11-22T12:00:00Z");
  const policy: LabPolicy = {
    periodicDays: 90,
    inactiveDays: 30,
    cutOver: { at: addDays(now, 10), countsFrom: addDays(now, -5) },
  };

  it.each<[signedInDaysAgo: number, daysAhead: number, expected: string]>([
    [6, 0, "expiring: cut_over"],
    [6, 9.99, "expiring: cut_over"],
    [6, 10, "required: cut_over"],
    [6, 40, "required: cut_over"],
    [5, 0, "connected: inactive"],
    [5, 10, "connected: inactive"],
    [5, 25, "required: inactive"],
    [0, 10, "connected: inactive"],
    [0, 30, "required: inactive"],
  ])("signed in %d days ago, looked at in %d days: %s", (signedIn, ahead, expected) => {
    const later = now.add({ minutes: Math.round(ahead * 24 * 60) });
    expect(statusOf(policy, addDays(now, -signedIn), later)).toBe(expected);
  });

  it("is announced on the page from the start, and by mail 14, 7, 3 and 1 days before", () => {
    const facts = {
      lastAuthenticatedAt: addDays(now, -6),
      lastAcceptedScanAt: null,
      disabledAt: null,
      refusedByLabAt: null,
      policy,
    };
    expect(labNotices(facts, now)).toMatchObject([{ dueReason: "cut_over", daysLeft: 10 }]);
    expect(warningMails(facts).map((mail) => [mail.dueReason, mail.daysBefore])).toEqual([
      ["cut_over", 14],
      ["cut_over", 7],
      ["cut_over", 3],
      ["cut_over", 1],
    ]);
  });
});
