import { ok, type Result, refused } from "@/domain/result";

/** `released` is a hold that ran out or was given back, or a wish that was answered; it occupies nothing and is shown nowhere. */
export type AppointmentState =
  | "held"
  | "requested"
  | "booked"
  | "confirmed"
  | "arrived"
  | "in_chair"
  | "completed"
  | "cancelled"
  | "no_show"
  | "released";

/** `none` is the state before the first event. */
export type StateBefore = AppointmentState | "none";

export type AppointmentEvent =
  | "hold"
  | "release"
  | "book"
  | "request"
  | "approve"
  | "decline"
  | "withdraw"
  | "confirm"
  | "reschedule"
  | "cancel"
  | "arrive"
  | "seat"
  | "complete"
  | "mark_no_show"
  | "rearrange"
  | "undo";

/** `system` is the portal itself: a hold that expires, a change that came from the PMS. */
export type AppointmentActor =
  | "patient"
  | "guardian"
  | "orthodontist"
  | "staff"
  | "admin"
  | "system";

type Side = "patient" | "practice" | "system";

interface Move {
  readonly to: AppointmentState;
  readonly who: readonly Side[];
}

const EVERYONE: readonly Side[] = ["patient", "practice", "system"];
const PEOPLE: readonly Side[] = ["patient", "practice"];
const PRACTICE: readonly Side[] = ["practice"];
const FROM_PMS: readonly Side[] = ["practice", "system"];

type Moves = Readonly<Partial<Record<AppointmentEvent, Move>>>;

const UPCOMING: Moves = {
  reschedule: { to: "booked", who: EVERYONE },
  approve: { to: "booked", who: PRACTICE },
  cancel: { to: "cancelled", who: EVERYONE },
  arrive: { to: "arrived", who: FROM_PMS },
  mark_no_show: { to: "no_show", who: FROM_PMS },
};

/** A wish for another time is a row of its own, so that the visit keeps its time until the practice says yes (R31). */
const wishing = (state: AppointmentState): Moves => ({
  request: { to: state, who: ["patient"] },
  decline: { to: state, who: PRACTICE },
  withdraw: { to: state, who: ["patient", "system"] },
});

/** Chair, length or orthodontist change while the start stays: whoever confirmed the time has confirmed this one. */
const rearranged = (state: AppointmentState): Moves => ({
  rearrange: { to: state, who: PRACTICE },
});

/** State × event → state, and who may. The same table, for people, is in docs/states.md. */
export const APPOINTMENT_MOVES: Readonly<Record<StateBefore, Moves>> = {
  none: {
    hold: { to: "held", who: PEOPLE },
    book: { to: "booked", who: EVERYONE },
    request: { to: "requested", who: ["patient"] },
  },
  held: {
    book: { to: "booked", who: PEOPLE },
    request: { to: "requested", who: ["patient"] },
    release: { to: "released", who: EVERYONE },
  },
  requested: {
    approve: { to: "booked", who: PRACTICE },
    decline: { to: "cancelled", who: PRACTICE },
    reschedule: { to: "requested", who: PEOPLE },
    cancel: { to: "cancelled", who: EVERYONE },
    release: { to: "released", who: EVERYONE },
    ...rearranged("requested"),
  },
  booked: {
    ...UPCOMING,
    ...wishing("booked"),
    confirm: { to: "confirmed", who: EVERYONE },
    ...rearranged("booked"),
  },
  confirmed: { ...UPCOMING, ...wishing("confirmed"), ...rearranged("confirmed") },
  arrived: {
    seat: { to: "in_chair", who: FROM_PMS },
    complete: { to: "completed", who: FROM_PMS },
    cancel: { to: "cancelled", who: FROM_PMS },
    undo: { to: "booked", who: PRACTICE },
    ...rearranged("arrived"),
  },
  in_chair: {
    complete: { to: "completed", who: FROM_PMS },
    undo: { to: "arrived", who: PRACTICE },
    ...rearranged("in_chair"),
  },
  completed: { undo: { to: "in_chair", who: PRACTICE } },
  cancelled: {},
  no_show: {
    arrive: { to: "arrived", who: FROM_PMS },
    undo: { to: "booked", who: PRACTICE },
  },
  released: {},
};

/** States that keep practitioner and chair from others, as the exclusion constraints count (S16). */
export const OCCUPYING_STATES: readonly AppointmentState[] = [
  "held",
  "requested",
  "booked",
  "confirmed",
  "arrived",
  "in_chair",
  "completed",
];

export type AppointmentMoveRefusal = "event_not_possible" | "not_allowed";

/** The state after the event, or why not: it does not follow from this state, or the actor may not. */
export function nextAppointmentState(
  state: StateBefore,
  event: AppointmentEvent,
  actor: AppointmentActor,
): Result<AppointmentState, AppointmentMoveRefusal> {
  const move = APPOINTMENT_MOVES[state][event];
  if (move === undefined) return refused("event_not_possible", { state, event });
  if (!move.who.includes(sideOf(actor))) return refused("not_allowed", { state, event });
  return ok(move.to);
}

/** Whether notice windows, restrictions and approval do not apply: the practice's own people (R32). */
export function actsForPractice(actor: AppointmentActor): boolean {
  return sideOf(actor) !== "patient";
}

function sideOf(actor: AppointmentActor): Side {
  if (actor === "patient" || actor === "guardian") return "patient";
  return actor === "system" ? "system" : "practice";
}
