import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { newlyOpen } from "@/domain/appointments/newly-open";
import type { ClinicActor } from "@/features/access/actors";
import { timeBecameFree } from "@/features/waiting-list/time-became-free";
import type { Services } from "@/server/services";
import { hoursOf } from "./displaced";
import type { TimesFacts } from "./times-facts";

/** As far ahead as one look of the waiting list reaches. */
const DAYS_AHEAD = 31;

/** Longer hours are told to the waiting list, in the transaction that writes them (R35). */
export async function tellWaiting(
  tx: Tx,
  services: Pick<Services, "now">,
  { practiceId, zone }: ClinicActor,
  before: TimesFacts,
  after: TimesFacts,
): Promise<void> {
  if (before.hours === after.hours) return;
  const fromOn = services.now.toZonedDateTimeISO(zone).toPlainDate();
  const range = { zone, fromOn, toOn: fromOn.add({ days: DAYS_AHEAD }) };
  const opened = newlyOpen(hoursOf(before), hoursOf(after), range);
  if (opened === null) return;
  await timeBecameFree(tx, practiceId, {
    practitionerId: opened.practitionerId,
    startsAt: Temporal.Instant.fromEpochMilliseconds(opened.startMs),
    endsAt: Temporal.Instant.fromEpochMilliseconds(opened.endMs),
  });
}
