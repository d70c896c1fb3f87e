import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { maxSessions, type Role, sessionStatus, sessionsToEnd } from "@/domain/access/session";
import { decideStepUp } from "@/domain/access/step-up";

const START = Temporal.Instant.from("2026-03-01T08:00:00Z");

function statusOf(role: Role, idle: Temporal.DurationLike, age: Temporal.DurationLike = idle) {
  const facts = {
    role,
    createdAt: START.subtract(age),
    lastSeenAt: START.subtract(idle),
    endedAt: null,
  };
  const status = sessionStatus(facts, START);
  return status.state === "ended"
    ? `ended by ${status.because}`
    : `${status.state}, ${status.endsBy}`;
}

describe("R18, S10: limits of a session", () => {
  it.each<[Role, Temporal.DurationLike, string]>([
    ["patient", { minutes: 27, seconds: 59 }, "active, idle"],
    ["patient", { minutes: 28 }, "ending, idle"],
    ["patient", { minutes: 29, seconds: 59 }, "ending, idle"],
    ["patient", { minutes: 30 }, "ended by idle"],
    ["guardian", { minutes: 29 }, "ending, idle"],
    ["staff", { minutes: 12, seconds: 59 }, "active, idle"],
    ["staff", { minutes: 13 }, "ending, idle"],
    ["staff", { minutes: 15 }, "ended by idle"],
    ["orthodontist", { minutes: 15 }, "ended by idle"],
    ["admin", { minutes: 15 }, "ended by idle"],
  ])("%s idle for %o: %s", (role, idle, expected) => {
    expect(statusOf(role, idle)).toBe(expected);
  });

  it.each<[Temporal.DurationLike, string]>([
    [{ hours: 11, minutes: 57 }, "active, absolute"],
    [{ hours: 11, minutes: 58 }, "ending, absolute"],
    [{ hours: 12 }, "ended by absolute"],
  ])("in use all the time, %o after login: %s", (age, expected) => {
    expect(statusOf("patient", { seconds: 0 }, age)).toBe(expected);
  });

  it("an ended session stays ended", () => {
    const facts = { role: "patient", createdAt: START, lastSeenAt: START, endedAt: START } as const;
    expect(sessionStatus(facts, START)).toEqual({ state: "ended", because: "ended" });
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
