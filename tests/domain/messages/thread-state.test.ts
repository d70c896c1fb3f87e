import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { threadState } from "@/domain/messages/thread-state";

const WRITTEN = Temporal.Instant.from("2026-03-01T08:00:00Z");

describe("R40: states of a thread", () => {
  it.each([
    [true, null, "open"],
    [false, null, "waiting"],
    [true, 0, "closed"],
    [false, 60, "closed"],
    [true, -60, "open"],
    [false, -60, "waiting"],
  ] as const)("patient wrote last: %s, closed %s s later: %s", (byPatient, closedAfter, state) => {
    const closedAt = closedAfter === null ? null : WRITTEN.add({ seconds: closedAfter });
    expect(threadState({ lastMessageAt: WRITTEN, lastMessageByPatient: byPatient, closedAt })).toBe(
      state,
    );
  });
});
