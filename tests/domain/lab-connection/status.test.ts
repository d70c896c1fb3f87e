import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { SHIPPED_LAB_POLICY } from "@/domain/lab-connection/policy";
import {
  canSendCases,
  type LabConnectionFacts,
  labConnectionStatus,
} from "@/domain/lab-connection/status";

const NOW = Temporal.Instant.from("2026-11-22T12:00:00Z");
const NEVER: LabConnectionFacts = {
  lastAuthenticatedAt: null,
  lastAcceptedScanAt: null,
  disabledAt: null,
  refusedByLabAt: null,
  policy: SHIPPED_LAB_POLICY,
};

/** An instant so long before NOW: "30d" or "29d 23:59:59"; null stays null. */
function ago(text: string | null): Temporal.Instant | null {
  if (text === null) return null;
  const [, days = "0", hours = "0", minutes = "0", seconds = "0"] =
    /^(-?\d+)d(?: (\d+):(\d+):(\d+))?$/.exec(text) ?? [];
  return NOW.subtract({
    hours: Number(days) * 24 + Number(hours),
    minutes: Number(minutes),
    seconds: Number(seconds),
  });
}

function shown(facts: LabConnectionFacts, now: Temporal.Instant): string {
  const status = labConnectionStatus(facts, now);
  if (status.state === "reauthentication_required") return `required: ${status.reason}`;
  if (status.state === "connected" || status.state === "expiring") {
    return `${status.state}: ${status.dueReason}`;
  }
  return status.state;
}

describe("R43: due is the earlier of 90 days after signing in and 30 days without a scan", () => {
  it.each<[signedIn: string | null, scan: string | null, expected: string]>([
    [null, null, "never_connected"],
    [null, "1d", "never_connected"],
    ["0d", null, "connected: inactive"],
    ["15d 23:59:59", null, "connected: inactive"],
    ["16d", null, "expiring: inactive"],
    ["29d", null, "expiring: inactive"],
    ["29d 23:59:59", null, "expiring: inactive"],
    ["30d", null, "required: inactive"],
    ["31d", null, "required: inactive"],
    ["0d", "29d", "connected: inactive"],
    ["0d", "400d", "connected: inactive"],
    ["40d", "0d", "connected: inactive"],
    ["40d", "16d", "expiring: inactive"],
    ["40d", "29d 23:59:59", "expiring: inactive"],
    ["40d", "30d", "required: inactive"],
    ["40d", "31d", "required: inactive"],
    ["59d 23:59:59", "0d", "connected: inactive"],
    ["60d", "0d", "connected: inactive"],
    ["61d", "0d", "connected: periodic"],
    ["75d 23:59:59", "0d", "connected: periodic"],
    ["76d", "0d", "expiring: periodic"],
    ["76d", "20d", "expiring: inactive"],
    ["89d", "0d", "expiring: periodic"],
    ["89d", "29d 23:59:59", "expiring: inactive"],
    ["89d 23:59:59", "0d", "expiring: periodic"],
    ["89d 23:59:59", "30d", "required: inactive"],
    ["90d", "0d", "required: periodic"],
    ["90d", "29d", "required: periodic"],
    ["90d", "30d", "required: inactive"],
    ["91d", "0d", "required: periodic"],
    ["91d", "31d", "required: inactive"],
    ["200d", "1d", "required: periodic"],
    ["200d", null, "required: inactive"],
  ])("signed in %s ago, last scan %s ago: %s", (signedIn, scan, expected) => {
    const facts = { ...NEVER, lastAuthenticatedAt: ago(signedIn), lastAcceptedScanAt: ago(scan) };
    expect(shown(facts, NOW)).toBe(expected);
  });

  it("says when it is due, and since when it is overdue", () => {
    const facts = { ...NEVER, lastAuthenticatedAt: ago("20d"), lastAcceptedScanAt: ago("3d") };
    expect(labConnectionStatus(facts, NOW)).toMatchObject({
      state: "connected",
      dueReason: "inactive",
      dueAt: ago("-27d"),
    });
    const late = { ...facts, lastAuthenticatedAt: ago("95d") };
    expect(labConnectionStatus(late, NOW)).toMatchObject({ reason: "periodic", since: ago("5d") });
  });

  it("a day is 24 hours where clocks change: 30 days over New York's spring change", () => {
    // 1 March 10:00 EST + 30 × 24 h is 31 March 11:00 EDT, not 10:00.
    const signedIn = Temporal.Instant.from("2027-03-01T10:00:00-05:00");
    const facts = { ...NEVER, lastAuthenticatedAt: signedIn };
    const clock = (time: string) => Temporal.Instant.from(`2027-03-31T${time}-04:00`);
    expect(shown(facts, clock("10:00:00"))).toBe("expiring: inactive");
    expect(shown(facts, clock("10:59:59"))).toBe("expiring: inactive");
    expect(shown(facts, clock("11:00:00"))).toBe("required: inactive");
  });

  it("and over the autumn change: due an hour earlier by the clock", () => {
    const signedIn = Temporal.Instant.from("2026-10-15T10:00:00-04:00");
    const facts = { ...NEVER, lastAuthenticatedAt: signedIn };
    const clock = (time: string) => Temporal.Instant.from(`2026-11-14T${time}-05:00`);
    expect(shown(facts, clock("08:59:59"))).toBe("expiring: inactive");
    expect(shown(facts, clock("09:00:00"))).toBe("required: inactive");
  });
});

describe("R44: the reason shown is the first that applies", () => {
  const everything = {
    ...NEVER,
    disabledAt: ago("1d"),
    refusedByLabAt: ago("1d"),
    // Before the shipped countsFrom, and past both clocks.
    lastAuthenticatedAt: Temporal.Instant.from("2024-10-01T00:00:00Z"),
  };
  const counted = { ...everything, lastAuthenticatedAt: ago("91d") };
  it.each<[string, LabConnectionFacts]>([
    ["disabled", everything],
    ["required: refused_by_lab", { ...everything, disabledAt: null }],
    ["required: cut_over", { ...everything, disabledAt: null, refusedByLabAt: null }],
    ["required: inactive", { ...counted, disabledAt: null, refusedByLabAt: null }],
    [
      "required: periodic",
      { ...counted, disabledAt: null, refusedByLabAt: null, lastAcceptedScanAt: ago("1d") },
    ],
    ["disabled", { ...NEVER, disabledAt: ago("1d") }],
    ["never_connected", { ...NEVER, refusedByLabAt: ago("1d") }],
  ])("%s", (expected, facts) => {
    expect(shown(facts, NOW)).toBe(expected);
  });

  it.each<[string, string, string]>([
    ["1d", "2d", "required: refused_by_lab"],
    ["2d", "1d", "connected: inactive"],
    ["1d", "1d", "connected: inactive"],
  ])("refused %s ago, signed in %s ago: %s", (refusedAgo, signedIn, expected) => {
    const facts = {
      ...NEVER,
      refusedByLabAt: ago(refusedAgo),
      lastAuthenticatedAt: ago(signedIn),
    };
    expect(shown(facts, NOW)).toBe(expected);
  });

  it("R46: cases leave only while connected or expiring", () => {
    const sends = (facts: LabConnectionFacts) => canSendCases(labConnectionStatus(facts, NOW));
    expect(sends({ ...NEVER, lastAuthenticatedAt: ago("1d") })).toBe(true);
    expect(sends({ ...NEVER, lastAuthenticatedAt: ago("29d 23:59:59") })).toBe(true);
    expect(sends({ ...NEVER, lastAuthenticatedAt: ago("30d") })).toBe(false);
    expect(sends({ ...NEVER, lastAuthenticatedAt: ago("1d"), disabledAt: NOW })).toBe(false);
    expect(sends(NEVER)).toBe(false);
  });
});
