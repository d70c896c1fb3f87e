import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { idleMinutes, maxSessions, type Role, sessionsToEnd } from "@/domain/access/session";
import { decideStepUp } from "@/domain/access/step-up";

const START = Temporal.Instant.from("2026-03-01T08:00:00Z");

describe("R18, S10: limits of a session", () => {
  it.each<[Role, number]>([
    ["patient", 30],
    ["guardian", 30],
    ["staff", 15],
    ["orthodontist", 15],
    ["admin", 15],
  ])("%s: %i minutes without a request", (role, minutes) => {
    expect(idleMinutes(role)).toBe(minutes);
  });

  it("a new login ends the longest unused sessions beyond five, for the practice three", () => {
    const live = [3, 1, 2, 5, 4].map((n) => ({
      id: `s${n}`,
      lastSeenAt: START.add({ minutes: n }),
    }));
    expect([maxSessions("patient"), maxSessions("staff")]).toEqual([5, 3]);
    expect(sessionsToEnd(live, "patient")).toEqual(["s1"]);
    expect(sessionsToEnd(live.slice(0, 4), "patient")).toEqual([]);
    expect(sessionsToEnd(live, "staff")).toEqual(["s1", "s2", "s3"]);
  });
});

describe("S11: step-up", () => {
  it.each([
    [{ minutes: 9, seconds: 59 }, true],
    [{ minutes: 10 }, false],
  ])("a factor shown %o ago is fresh: %s", (ago, fresh) => {
    expect(decideStepUp(START.subtract(ago), START).ok).toBe(fresh);
  });

  it("a session without a factor has to step up", () => {
    expect(decideStepUp(null, START)).toEqual({ ok: false, reason: "step_up_required" });
  });
});
