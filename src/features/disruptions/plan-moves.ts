import { Temporal } from "temporal-polyfill";
import type { FreeTime } from "@/domain/appointments/free-times";
import { ok, type Result, refused } from "@/domain/result";
import { MINUTE_MS, type TimeSpan } from "@/domain/time/time-span";
import type { ClinicActor } from "@/features/access/actors";
import { askedBy, type DayRange, freeTimesOf, isoOf } from "@/features/appointments/free-times";
import { type TimeFacts, timeFacts } from "@/features/appointments/time-facts";
import type { Services } from "@/server/services";
import { type DisruptedLine, type DisruptionView, findDisruption } from "./queries";
import type { MovePlan } from "./schema";

const REACH_DAYS = 60;
/** As many as one press moves; the rest follow with the next one. */
const AT_ONCE = 100;
const waiting = new Set<DisruptedLine["is"]>(["open", "asked", "reached"]);

/**
 * For every open visit of a list the next free time with who was to see it, none of them twice (R36). A visit that lost
 * its chair keeps its time. Nothing is moved or held: whoever moves first has the time.
 */
export async function planMoves(
  services: Services,
  actor: ClinicActor,
  { id, appointmentId }: { readonly id: string; readonly appointmentId?: string | undefined },
): Promise<Result<MovePlan, "not_found">> {
  const list = await findDisruption(services, actor, id);
  if (!list) return refused("not_found");
  const isWanted = (line: DisruptedLine) =>
    appointmentId === undefined ? line.is === "open" : line.appointmentId === appointmentId;
  const open = list.visits.filter((line) => !line.isWish && waiting.has(line.is) && isWanted(line));
  if (appointmentId !== undefined && open.length === 0) return refused("not_found");
  const taken = new Map<string, TimeSpan[]>();
  const items: MovePlan["items"] = [];
  for (const line of open.slice(0, AT_ONCE)) {
    items.push({
      appointmentId: line.appointmentId,
      version: line.version,
      patient: line.patient.name,
      from: line.startsAt,
      startsAt: await nextTime(services, actor, list, line, taken),
    });
  }
  return ok({ items, timeZone: actor.zone });
}

async function nextTime(
  services: Services,
  actor: ClinicActor,
  list: DisruptionView,
  line: DisruptedLine,
  taken: Map<string, TimeSpan[]>,
): Promise<string | null> {
  if (list.cause === "chair") return line.startsAt;
  const { zone } = actor;
  const acting = { ...actor, patientId: line.patient.id };
  const from = later(Temporal.Instant.from(line.startsAt), services.now);
  const fromOn = from.toZonedDateTimeISO(zone).toPlainDate();
  const range = { fromOn, toOn: fromOn.add({ days: REACH_DAYS }) };
  const facts = await timeFacts(
    services.db,
    askedBy(services, acting, {
      ...range,
      visitTypeId: line.visitType.id,
      practitionerId: line.practitioner.id,
      leftOutId: line.appointmentId,
    }),
  );
  const { practitioner } = line;
  const own = taken.get(practitioner.id) ?? [];
  const time = timesWithout(services, acting, facts, range, line.minutes, own).find(
    ({ startsAtMs }) => startsAtMs >= from.epochMilliseconds,
  );
  if (!time || !facts.visit) return null;
  const { bufferBeforeMinutes, bufferAfterMinutes } = facts.visit;
  own.push({
    startMs: time.startsAtMs - bufferBeforeMinutes * MINUTE_MS,
    endMs: time.endsAtMs + (bufferAfterMinutes + facts.settings.minimumGapMinutes) * MINUTE_MS,
  });
  taken.set(practitioner.id, own);
  return isoOf(time.startsAtMs);
}

/** Free times of the standing visit's length, as if the ones planned before were taken already. */
function timesWithout(
  services: Services,
  actor: ClinicActor & { readonly patientId: string },
  facts: TimeFacts,
  range: DayRange,
  minutes: number,
  planned: readonly TimeSpan[],
): FreeTime[] {
  const practitioners = facts.practitioners.map((one) => ({
    ...one,
    busy: {
      from: [...(one.busy?.from ?? []), ...planned.map(({ startMs }) => startMs)],
      until: [...(one.busy?.until ?? []), ...planned.map(({ endMs }) => endMs)],
    },
  }));
  const visit = facts.visit && { ...facts.visit, minutes };
  return freeTimesOf(services, actor, { ...facts, visit, practitioners }, range);
}

function later(one: Temporal.Instant, other: Temporal.Instant): Temporal.Instant {
  return Temporal.Instant.compare(one, other) > 0 ? one : other;
}
