import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import {
  nextThreadState,
  THREAD_MOVES,
  THREAD_STATES,
  threadState,
} from "@/domain/messages/thread-state";
import { documentedStates } from "../../support/documented-states";

const WRITTEN = Temporal.Instant.from("2026-03-01T08:00:00Z");
const TABLE = documentedStates("Thread");

const every = THREAD_STATES.flatMap((state) =>
  THREAD_MOVES.flatMap((move) => [true, false].map((asked) => [state, move, asked] as const)),
);

describe("R40: states of a thread", () => {
  it("are documented", () => {
    expect(TABLE).toHaveLength(13);
  });

  it.each(every)("%s, %s, asked last: %s", (state, move, asked) => {
    const narrow = `${state}, ${asked ? "asked" : "answered"} last`;
    const row = TABLE.find(([from, by]) => (from === state || from === narrow) && by === move);
    const refusal = move === "close" ? "already_closed" : "not_closed";
    expect(nextThreadState(state, move, asked)).toEqual(
      row === undefined ? { ok: false, reason: refusal } : { ok: true, value: row[2] },
    );
  });

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
