import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import {
  APPOINTMENT_MOVES,
  type AppointmentActor,
  type AppointmentEvent,
  nextAppointmentState,
  type StateBefore,
} from "@/domain/appointments/appointment-state";

type Side = "patient" | "practice" | "system";
interface Row {
  state: string;
  event: string;
  becomes: string;
  who: string[];
}

const ACTORS: readonly [AppointmentActor, Side][] = [
  ["patient", "patient"],
  ["guardian", "patient"],
  ["orthodontist", "practice"],
  ["staff", "practice"],
  ["admin", "practice"],
  ["system", "system"],
];
const EVENTS: readonly AppointmentEvent[] = [
  "hold",
  "release",
  "book",
  "request",
  "approve",
  "decline",
  "withdraw",
  "confirm",
  "reschedule",
  "cancel",
  "arrive",
  "seat",
  "complete",
  "mark_no_show",
  "rearrange",
  "undo",
];
const STATES = Object.keys(APPOINTMENT_MOVES) as StateBefore[];

const documented = documentedRows();
const everyCase = STATES.flatMap((state) =>
  EVENTS.flatMap((event) =>
    ACTORS.map(([actor, side]) => ({
      state,
      event,
      actor,
      expected: expected(state, event, side),
    })),
  ),
);

describe("the appointment's states", () => {
  it("are all in docs/states.md", () => {
    expect(documented).toHaveLength(42);
  });

  it.each(everyCase)(
    "$state + $event by $actor: $expected",
    ({ state, event, actor, expected }) => {
      const next = nextAppointmentState(state, event, actor);
      expect(next.ok ? next.value : next.reason).toBe(expected);
    },
  );
});

function expected(state: string, event: string, side: Side): string {
  const row = documented.find((r) => r.state === state && r.event === event);
  if (row === undefined) return "event_not_possible";
  return row.who.includes(side) ? row.becomes : "not_allowed";
}

function documentedRows(): Row[] {
  const text = readFileSync(new URL("../../../docs/states.md", import.meta.url), "utf8");
  const section = text.split(/^## /m).find((part) => part.startsWith("Appointment\n")) ?? "";
  return section
    .split("\n")
    .filter((line) => line.startsWith("| "))
    .slice(1)
    .map((line) => {
      const [, state = "", event = "", becomes = "", who = ""] = line
        .split("|")
        .map((c) => c.trim());
      return { state, event, becomes, who: who.split(", ") };
    });
}
