import { checkWeek, type HoursRefusal } from "@/domain/appointments/hours-rules";
import { ok, type Result, refused } from "@/domain/result";
import type { DayHoursRequest, TimesChange } from "./schema";
import { instantOf, type TimesFacts } from "./times-facts";

export type ChangeRefusal = HoursRefusal | "not_found" | "span_inverted";

/**
 * The facts as they would be after the change; nothing is written. Refusals: `not_found` for what is not the practice's,
 * `hours_overlap`, `hours_inverted` and `validity_inverted` with the `weekday`, `span_inverted`.
 */
export function applyChange(
  before: TimesFacts,
  change: TimesChange,
  zone: string,
): Result<TimesFacts, ChangeRefusal> {
  const { hours } = before;
  switch (change.kind) {
    case "rules": {
      const { kind: _, ...rules } = change;
      const gapMinutes = rules.minimumGapMinutes;
      return ok({ ...before, rules, hours: { ...hours, gapMinutes } });
    }
    case "visit_type": {
      const { kind: _, id, ...fields } = change;
      const present = before.types.find((type) => type.id === id);
      if (id !== null && !present) return refused("not_found");
      if (!fields.practitionerIds.every((one) => isPractitioner(before, one)))
        return refused("not_found");
      const changed = { ...fields, id: id ?? "", archived: false };
      const others = before.types.filter((type) => type.id !== id);
      return ok({ ...before, types: [...others, changed] });
    }
    case "opening_hours": {
      const { locationId } = change;
      if (!isLocation(before, locationId)) return refused("not_found");
      const checked = checkWeek(change.hours);
      if (!checked.ok) return checked;
      const locations = hours.locations.map((one) =>
        one.id === locationId ? { ...one, hours: change.hours } : one,
      );
      return ok({ ...before, hours: { ...hours, locations } });
    }
    case "working_hours": {
      if (!change.hours.every(({ locationId }) => isLocation(before, locationId)))
        return refused("not_found");
      const checked = checkWeek(change.hours);
      return checked.ok
        ? withPractitioner(before, change.practitionerId, () => ({ hours: change.hours }))
        : checked;
    }
    case "day_hours": {
      const blocks = dayBlocks(before, change);
      if (!blocks.every(({ locationId }) => isLocation(before, locationId)))
        return refused("not_found");
      const checked = checkWeek(change.notHere ? [] : blocks.map(onMonday));
      if (!checked.ok) return refused(checked.reason);
      const day = blocks.map((block) => ({ ...block, on: change.on }));
      return withPractitioner(before, change.practitionerId, ({ exceptions }) => ({
        exceptions: [...exceptions.filter(({ on }) => on !== change.on), ...day],
      }));
    }
    case "time_off": {
      const span = spanOf(change, zone);
      if (span === null) return refused("span_inverted");
      return withPractitioner(before, change.practitionerId, ({ absences }) => ({
        absences: [...absences, { ...span, kind: change.absence }],
      }));
    }
    case "closure": {
      const { locationId, reason } = change;
      if (locationId !== null && !isLocation(before, locationId)) return refused("not_found");
      const span = spanOf(change, zone);
      if (span === null) return refused("span_inverted");
      const closures = [...hours.closures, { ...span, locationId, reason }];
      return ok({ ...before, hours: { ...hours, closures } });
    }
  }
}

const onMonday = (block: DayBlock) => ({ ...block, weekday: 1 });

type DayChange = Pick<DayHoursRequest, "practitionerId" | "hours" | "notHere">;
type DayBlock = DayHoursRequest["hours"][number];

/** A day's blocks as they are kept: "not here" is one of no length, at a location where the practitioner works. */
export function dayBlocks({ hours }: TimesFacts, change: DayChange): DayBlock[] {
  if (!change.notHere) return change.hours;
  const own = hours.practitioners.find(({ id }) => id === change.practitionerId);
  const places = hours.locations.map(({ id }) => id);
  const usual = own?.hours.find(({ locationId }) => places.includes(locationId));
  const locationId = usual?.locationId ?? places[0] ?? "";
  return [{ locationId, opensMinute: 0, closesMinute: 0 }];
}

type PractitionerFacts = TimesFacts["hours"]["practitioners"][number];

function withPractitioner(
  before: TimesFacts,
  id: string,
  changed: (present: PractitionerFacts) => Partial<PractitionerFacts>,
): Result<TimesFacts, "not_found"> {
  if (!isPractitioner(before, id)) return refused("not_found");
  const practitioners = before.hours.practitioners.map((one) =>
    one.id === id ? { ...one, ...changed(one) } : one,
  );
  return ok({ ...before, hours: { ...before.hours, practitioners } });
}

function spanOf({ from, until }: { from: string; until: string }, zone: string) {
  const startMs = instantOf(from, zone).epochMilliseconds;
  const endMs = instantOf(until, zone).epochMilliseconds;
  return startMs < endMs ? { startMs, endMs } : null;
}

const isLocation = ({ hours }: TimesFacts, id: string) =>
  hours.locations.some((one) => one.id === id);

const isPractitioner = ({ hours }: TimesFacts, id: string) =>
  hours.practitioners.some((one) => one.id === id && !one.archived);
