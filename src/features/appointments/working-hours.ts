import { Temporal } from "temporal-polyfill";
import type { PractitionerTimes, StartMode } from "@/domain/appointments/practice-times";

interface Hours {
  readonly locationId: string;
  readonly opensMinute: number;
  readonly closesMinute: number;
}

/** A practitioner's hours as PostgreSQL gives them in JSON: days are text. */
export interface WorkingHoursRow {
  readonly hours: readonly (Hours & {
    readonly weekday: number;
    readonly validFromOn: string | null;
    readonly validUntilOn: string | null;
  })[];
  readonly exceptions: readonly (Hours & { readonly on: string })[];
}

/** The same as the rules read them. */
export function workingHoursOf(
  row: WorkingHoursRow,
): Pick<PractitionerTimes, "hours" | "exceptions"> {
  return {
    hours: row.hours.map((hours) => ({
      ...hours,
      validFromOn: dayOf(hours.validFromOn),
      validUntilOn: dayOf(hours.validUntilOn),
    })),
    exceptions: row.exceptions.map((exception) => ({
      ...exception,
      on: Temporal.PlainDate.from(exception.on),
    })),
  };
}

/** Where start times stand, as the practice has set it (R29). */
export function startModeOf(settings: {
  readonly slotMode: "packed" | "grid";
  readonly gridMinutes: number;
}): StartMode {
  return settings.slotMode === "grid"
    ? { mode: "grid", gridMinutes: settings.gridMinutes }
    : { mode: "packed" };
}

function dayOf(on: string | null): Temporal.PlainDate | null {
  return on === null ? null : Temporal.PlainDate.from(on);
}
