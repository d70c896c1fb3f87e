import { ok, type Result, refused } from "@/domain/result";

export const CHECK_IN_STATES = ["requested", "submitted", "go", "not_yet", "cancelled"] as const;
export type CheckInState = (typeof CHECK_IN_STATES)[number];
export type CheckInEvent = "submit" | "go" | "not_yet" | "cancel";
export type CheckInActor = "patient" | "orthodontist";

export type CheckInRefusal = "not_sent_yet" | "already_sent" | "already_judged" | "cancelled";

const moves: Readonly<
  Record<
    CheckInEvent,
    {
      readonly from: readonly CheckInState[];
      readonly to: CheckInState;
      readonly by: CheckInActor;
    }
  >
> = {
  submit: { from: ["requested"], to: "submitted", by: "patient" },
  go: { from: ["submitted"], to: "go", by: "orthodontist" },
  not_yet: { from: ["submitted"], to: "not_yet", by: "orthodontist" },
  cancel: { from: ["requested", "submitted"], to: "cancelled", by: "orthodontist" },
};

export const CHECK_IN_EVENTS = ["submit", "go", "not_yet", "cancel"] as const;

/** Whose an event is. */
export function checkInActor(event: CheckInEvent): CheckInActor {
  return moves[event].by;
}

/** Where an event takes a photo check-in (R24). Refusals name the state that stands against it. */
export function nextCheckInState(
  state: CheckInState,
  event: CheckInEvent,
): Result<CheckInState, CheckInRefusal> {
  const { from, to } = moves[event];
  return from.includes(state) ? ok(to) : refused(standsAgainst[state]);
}

const standsAgainst: Readonly<Record<CheckInState, CheckInRefusal>> = {
  requested: "not_sent_yet",
  submitted: "already_sent",
  go: "already_judged",
  not_yet: "already_judged",
  cancelled: "cancelled",
};
