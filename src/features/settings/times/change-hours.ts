import { Temporal } from "temporal-polyfill";
import { fromDay } from "@/db/time";
import type { Result } from "@/domain/result";
import { daysSpan } from "@/domain/time/practice-day";
import type { ClinicActor } from "@/features/access/actors";
import type { Services } from "@/server/services";
import { seenOf } from "../seen";
import { dayBlocks } from "./apply-change";
import { changeTimes } from "./change-times";
import type { TimesChangeRefusal } from "./refusals";
import { saidHours } from "./said";
import type {
  DayHoursRequest,
  OpeningHoursRequest,
  TimesChanged,
  WorkingHoursRequest,
} from "./schema";
import type { TimesFacts } from "./times-facts";

type Answer = Promise<Result<TimesChanged, TimesChangeRefusal>>;

/** A location's opening hours, as they stand in the facts. */
export const openingHoursOf = ({ hours }: TimesFacts, id: string) =>
  hours.locations.find((one) => one.id === id)?.hours ?? [];

/** A practitioner's week. */
export const workingHoursOf = ({ hours }: TimesFacts, id: string) =>
  hours.practitioners.find((one) => one.id === id)?.hours ?? [];

/** What a practitioner works on one day in the place of the week's hours. */
export const dayHoursOf = ({ hours }: TimesFacts, id: string, on: string) =>
  (hours.practitioners.find((one) => one.id === id)?.exceptions ?? []).filter(
    (exception) => exception.on === on,
  );

/** When a location is open, weekday by weekday; the whole week is replaced (R29). */
export function changeOpeningHours(
  services: Services,
  actor: ClinicActor,
  input: OpeningHoursRequest,
): Answer {
  const { practiceId } = actor;
  const { seen, ...change } = input;
  const { locationId, hours } = change;
  return changeTimes(services, actor, {
    operation: "POST /api/settings/opening-hours",
    input,
    change: { ...change, kind: "opening_hours" },
    isSeen: (before) => seenOf(openingHoursOf(before, locationId)) === seen,
    write: async (tx) => {
      await tx.openingHours.deleteMany({ where: { practiceId, locationId } });
      await tx.openingHours.createMany({
        data: hours.map((block) => ({
          ...block,
          practiceId,
          id: services.random.uuid(),
          locationId,
        })),
      });
      return { cause: "hours", locationId };
    },
    audit: (before) => ({
      what: "opening_hours",
      location: before.hours.locations.find(({ id }) => id === locationId)?.name ?? "",
      before: saidHours(openingHoursOf(before, locationId)),
      after: saidHours(hours),
    }),
  });
}

/** When and where a practitioner works, in blocks; the whole week is replaced (R29). */
export function changeWorkingHours(
  services: Services,
  actor: ClinicActor,
  input: WorkingHoursRequest,
): Answer {
  const { practiceId } = actor;
  const { seen, ...change } = input;
  const { practitionerId, hours } = change;
  const day = (on: string | null) => (on === null ? null : fromDay(Temporal.PlainDate.from(on)));
  return changeTimes(services, actor, {
    operation: "POST /api/settings/working-hours",
    input,
    change: { ...change, kind: "working_hours" },
    isSeen: (before) => seenOf(workingHoursOf(before, practitionerId)) === seen,
    write: async (tx) => {
      await tx.practitionerHours.deleteMany({ where: { practiceId, practitionerId } });
      await tx.practitionerHours.createMany({
        data: hours.map(({ validFromOn, validUntilOn, ...block }) => ({
          ...block,
          practiceId,
          id: services.random.uuid(),
          practitionerId,
          validFromOn: day(validFromOn),
          validUntilOn: day(validUntilOn),
        })),
      });
      return { cause: "hours", practitionerId };
    },
    audit: (before) => ({
      what: "working_hours",
      practitioner: nameOf(before, practitionerId),
      before: saidHours(workingHoursOf(before, practitionerId)),
      after: saidHours(hours),
    }),
  });
}

/** Other hours on one day, or not here at all; without either, the week's count again. */
export function changeDayHours(
  services: Services,
  actor: ClinicActor,
  input: DayHoursRequest,
): Answer {
  const { practiceId, zone } = actor;
  const { seen, ...change } = input;
  const { practitionerId, on } = change;
  const day = Temporal.PlainDate.from(on);
  return changeTimes(services, actor, {
    operation: "POST /api/settings/day-hours",
    input,
    change: { ...change, kind: "day_hours" },
    isSeen: (before) => seenOf(dayHoursOf(before, practitionerId, on)) === seen,
    write: async (tx, before) => {
      await tx.practitionerHoursException.deleteMany({
        where: { practiceId, practitionerId, on: fromDay(day) },
      });
      await tx.practitionerHoursException.createMany({
        data: dayBlocks(before, change).map((block) => ({
          ...block,
          practiceId,
          id: services.random.uuid(),
          practitionerId,
          on: fromDay(day),
        })),
      });
      const { startMs, endMs } = daysSpan(zone, day, day.add({ days: 1 }));
      return {
        cause: "hours",
        practitionerId,
        startsAt: Temporal.Instant.fromEpochMilliseconds(startMs),
        endsAt: Temporal.Instant.fromEpochMilliseconds(endMs),
      };
    },
    audit: (before) => ({
      what: "day_hours",
      practitioner: nameOf(before, practitionerId),
      on,
      before: saidHours(dayHoursOf(before, practitionerId, on)),
      after: saidHours(dayBlocks(before, change)),
    }),
  });
}

export function nameOf({ hours }: TimesFacts, practitionerId: string): string {
  return hours.practitioners.find(({ id }) => id === practitionerId)?.name ?? "";
}
