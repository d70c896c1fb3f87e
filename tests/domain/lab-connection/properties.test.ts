import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { SHIPPED_LAB_POLICY } from "@/domain/lab-connection/policy";
import {
  canSendCases,
  type LabConnectionFacts,
  type LabConnectionStatus,
  labConnectionStatus,
} from "@/domain/lab-connection/status";
import { labNotices, warningMailsDue } from "@/domain/lab-connection/warnings";

const START = Temporal.Instant.from("2024-10-01T00:00:00Z");
const TWO_YEARS_SECONDS = 2 * 366 * 86_400;
const instant = fc
  .integer({ min: 0, max: TWO_YEARS_SECONDS })
  .map((seconds) => START.add({ seconds }));
const maybe = fc.option(instant, { nil: null });
const anyFacts: fc.Arbitrary<LabConnectionFacts> = fc.record({
  lastAuthenticatedAt: maybe,
  lastAcceptedScanAt: maybe,
  disabledAt: fc.option(instant, { nil: null, freq: 3 }),
  refusedByLabAt: maybe,
  policy: fc.constantFrom(SHIPPED_LAB_POLICY, { periodicDays: 90, inactiveDays: 30 }),
});
const wait = fc.integer({ min: 0, max: TWO_YEARS_SECONDS });

/** How far a connection has run down; time alone only ever raises it. */
function decay(status: LabConnectionStatus): number {
  return ["connected", "expiring", "reauthentication_required"].indexOf(status.state);
}

describe("R43, R44: whatever the facts", () => {
  it("without new facts a connection only runs down", () => {
    fc.assert(
      fc.property(anyFacts, instant, wait, (facts, now, seconds) => {
        const before = labConnectionStatus(facts, now);
        const after = labConnectionStatus(facts, now.add({ seconds }));
        expect(decay(after)).toBeGreaterThanOrEqual(decay(before));
      }),
    );
  });

  it("signing in reconnects at once, unless disabled", () => {
    fc.assert(
      fc.property(anyFacts, wait, (facts, seconds) => {
        // After everything known, and after the shipped countsFrom.
        const now = START.add({ seconds: TWO_YEARS_SECONDS + seconds });
        const status = labConnectionStatus({ ...facts, lastAuthenticatedAt: now }, now);
        expect(status.state).toBe(facts.disabledAt === null ? "connected" : "disabled");
      }),
    );
  });

  it("it works up to its due date and not at it", () => {
    fc.assert(
      fc.property(anyFacts, instant, (facts, now) => {
        const status = labConnectionStatus(facts, now);
        if (status.state !== "connected" && status.state !== "expiring") return;
        const lastMoment = status.dueAt.subtract({ nanoseconds: 1 });
        expect(canSendCases(labConnectionStatus(facts, lastMoment))).toBe(true);
        expect(labConnectionStatus(facts, status.dueAt)).toMatchObject({
          state: "reauthentication_required",
          reason: status.dueReason,
        });
      }),
    );
  });

  it("a scan never brings the due date nearer, nor moves it beyond 90 days", () => {
    fc.assert(
      fc.property(anyFacts, instant, wait, (facts, now, seconds) => {
        const before = labConnectionStatus(facts, now);
        if (before.state !== "connected" && before.state !== "expiring") return;
        const scanAt = now.add({ seconds: seconds % 86_400 });
        const lastAcceptedScanAt =
          facts.lastAcceptedScanAt !== null &&
          Temporal.Instant.compare(facts.lastAcceptedScanAt, scanAt) > 0
            ? facts.lastAcceptedScanAt
            : scanAt;
        const after = labConnectionStatus({ ...facts, lastAcceptedScanAt }, now);
        if (after.state !== "connected" && after.state !== "expiring") throw new Error(after.state);
        expect(Temporal.Instant.compare(after.dueAt, before.dueAt)).toBeGreaterThanOrEqual(0);
        const limit = facts.lastAuthenticatedAt?.add({ hours: 90 * 24 });
        if (limit && after.dueReason !== "cut_over") {
          expect(Temporal.Instant.compare(after.dueAt, limit)).toBeLessThanOrEqual(0);
        }
      }),
    );
  });

  it("R45: only a connection that still works is warned about", () => {
    fc.assert(
      fc.property(anyFacts, instant, (facts, now) => {
        const works = canSendCases(labConnectionStatus(facts, now));
        const warnings = [...labNotices(facts, now), ...warningMailsDue(facts, now)];
        expect(works || warnings.length === 0).toBe(true);
        for (const { dueAt } of warnings) expect(Temporal.Instant.compare(now, dueAt)).toBe(-1);
      }),
    );
  });
});
