import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  decideReservation,
  giveBack,
  isLocked,
  type LockFacts,
  minutesLeft,
  NO_FAILURES,
  nextCodeLock,
  nextLock,
  secondsLeft,
  streak,
} from "@/domain/access/lockout";

const START = Temporal.Instant.from("2026-03-01T08:00:00Z");

function fail(facts: LockFacts, now: Temporal.Instant): LockFacts {
  const reserved = decideReservation(facts, now);
  return reserved.ok ? reserved.value.facts : facts;
}

/** Fails `count` times, each as soon as the lock before it has ended. */
function failing(count: number): { facts: LockFacts; now: Temporal.Instant; alerts: number } {
  let facts = NO_FAILURES;
  let now = START;
  let alerts = 0;
  for (let n = 0; n < count; n += 1) {
    if (facts.lockedUntilAt !== null && isLocked(facts, now)) now = facts.lockedUntilAt;
    const reserved = decideReservation(facts, now);
    if (!reserved.ok) throw new Error("locked after the lock's end");
    if (reserved.value.alert) alerts += 1;
    facts = reserved.value.facts;
  }
  return { facts, now, alerts };
}

describe("R14: five failures lock for 15 minutes, the next five for 30", () => {
  it.each([
    [1, null],
    [4, null],
    [5, 15],
    [6, null],
    [9, null],
    [10, 30],
    [11, null],
    [15, 30],
    [99, null],
    [100, 30],
    [105, 30],
    [500, 30],
  ])("failure %i starts a lock of %s minutes", (failures, minutes) => {
    expect(nextLock(failures)).toBe(minutes);
    const { facts, now } = failing(failures);
    expect(facts.consecutiveFailures).toBe(failures);
    expect(minutesLeft(facts, now)).toBe(minutes ?? 0);
  });

  it("S5: ten failed codes lock the same way", () => {
    expect([9, 10, 11, 19, 20, 30].map(nextCodeLock)).toEqual([null, 15, null, null, 30, 30]);
  });

  it("the lock ends by itself, to the instant", () => {
    const { facts, now } = failing(5);
    const end = now.add({ minutes: 15 });
    expect(isLocked(facts, end.subtract({ nanoseconds: 1 }))).toBe(true);
    expect(isLocked(facts, end)).toBe(false);
    expect(minutesLeft(facts, end.subtract({ seconds: 1 }))).toBe(1);
    expect(secondsLeft(facts, end.subtract({ seconds: 1 }))).toBe(1);
    expect(decideReservation(facts, end).ok).toBe(true);
  });

  it("a try during the lock is refused with the minutes left, and changes nothing", () => {
    const { facts, now } = failing(5);
    const later = now.add({ minutes: 4, seconds: 30 });
    expect(decideReservation(facts, later)).toEqual({
      ok: false,
      reason: "locked",
      detail: { minutesLeft: 11, secondsLeft: 630 },
    });
  });

  it("S5: the alert comes once, at the hundredth failure, and nothing is disabled", () => {
    expect(failing(99).alerts).toBe(0);
    const { facts, now, alerts } = failing(230);
    expect(alerts).toBe(1);
    expect(decideReservation(facts, now.add({ minutes: 30 })).ok).toBe(true);
  });
});

describe("S5: a streak is forgotten 24 hours after its last failure", () => {
  it.each([
    ["23:59:59 later it still counts", { hours: 23, minutes: 59, seconds: 59 }, 4, true],
    ["24 hours later it is gone", { hours: 24 }, 0, false],
  ])("%s", (_, later, counted, locks) => {
    const { facts, now } = failing(4);
    expect(streak(facts, now.add(later))).toBe(counted);
    const next = fail(facts, now.add(later));
    expect(isLocked(next, now.add(later))).toBe(locks);
  });
});

describe("S5: a reserved try is given back on success", () => {
  it("leaves the facts as they were", () => {
    const before = failing(3);
    const now = before.now.add({ minutes: 1 });
    const reserved = decideReservation(before.facts, now);
    if (!reserved.ok) throw new Error("refused");
    expect(giveBack(reserved.value.facts, reserved.value)).toEqual(before.facts);
  });

  it("the right password as fifth try takes its lock back", () => {
    const { facts, now } = failing(4);
    const reserved = decideReservation(facts, now);
    if (!reserved.ok) throw new Error("refused");
    expect(isLocked(reserved.value.facts, now)).toBe(true);
    expect(isLocked(giveBack(reserved.value.facts, reserved.value), now)).toBe(false);
  });

  it("keeps failures that came meanwhile", () => {
    const first = decideReservation(NO_FAILURES, START);
    if (!first.ok) throw new Error("refused");
    const second = fail(first.value.facts, START.add({ seconds: 1 }));
    const after = giveBack(second, first.value);
    expect(after.consecutiveFailures).toBe(1);
    expect(after.lastFailureAt?.equals(START.add({ seconds: 1 }))).toBe(true);
  });
});

describe("S5: whatever happens", () => {
  const waits = fc.array(fc.integer({ min: 0, max: 40 * 3600 }), { maxLength: 120 });

  it("a lock never lasts longer than 30 minutes, and never forever", () => {
    fc.assert(
      fc.property(waits, (seconds) => {
        let facts = NO_FAILURES;
        let now = START;
        for (const wait of seconds) {
          now = now.add({ seconds: wait });
          facts = fail(facts, now);
          expect(minutesLeft(facts, now)).toBeLessThanOrEqual(30);
          expect(isLocked(facts, now.add({ minutes: 30 }))).toBe(false);
        }
      }),
      { numRuns: 50 },
    );
  });

  it("no run of six tries within 15 minutes passes without a lock", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 6, maxLength: 14 }),
        (w) => {
          let facts = NO_FAILURES;
          let now = START;
          let counted = 0;
          for (const wait of w) {
            now = now.add({ seconds: wait });
            const reserved = decideReservation(facts, now);
            if (reserved.ok) {
              counted += 1;
              facts = reserved.value.facts;
            }
          }
          expect(counted).toBe(5);
        },
      ),
      { numRuns: 50 },
    );
  });

  it("tries during a lock neither count nor lengthen it", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 899 }), { maxLength: 30 }), (offsets) => {
        const { facts, now } = failing(5);
        for (const seconds of offsets) expect(fail(facts, now.add({ seconds }))).toBe(facts);
      }),
      { numRuns: 30 },
    );
  });
});
