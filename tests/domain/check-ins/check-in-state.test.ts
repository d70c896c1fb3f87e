import { describe, expect, it } from "vitest";
import {
  CHECK_IN_EVENTS,
  CHECK_IN_STATES,
  checkInActor,
  nextCheckInState,
} from "@/domain/check-ins/check-in-state";
import { GUIDED_SHOTS, missingViews } from "@/domain/check-ins/photo-set";
import { documentedStates } from "../../support/documented-states";

const TABLE = documentedStates("Check-in");

const against = {
  requested: "not_sent_yet",
  submitted: "already_sent",
  go: "already_judged",
  not_yet: "already_judged",
  cancelled: "cancelled",
} as const;

describe("R24: states of a check-in", () => {
  it("are documented", () => {
    expect(TABLE).toHaveLength(5);
  });

  it.each(
    CHECK_IN_STATES.flatMap((state) => CHECK_IN_EVENTS.map((event) => [state, event] as const)),
  )("%s, %s", (state, event) => {
    const row = TABLE.find(([from, by]) => from === state && by === event);
    expect(nextCheckInState(state, event)).toEqual(
      row === undefined ? { ok: false, reason: against[state] } : { ok: true, value: row[2] },
    );
    if (row !== undefined) expect(checkInActor(event)).toBe(row[3]);
  });

  it("every view with the aligner out is needed, none with it in", () => {
    expect(GUIDED_SHOTS).toHaveLength(10);
    expect(missingViews([])).toEqual(["front", "left", "right", "upper", "lower"]);
    expect(missingViews(GUIDED_SHOTS.filter(({ withAligner }) => withAligner))).toHaveLength(5);
    expect(missingViews(GUIDED_SHOTS.filter(({ withAligner }) => !withAligner))).toEqual([]);
    const out = GUIDED_SHOTS.filter(({ withAligner, view }) => !withAligner && view !== "upper");
    expect(missingViews(out)).toEqual(["upper"]);
  });
});
