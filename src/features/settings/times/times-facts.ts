import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { daysSpan } from "@/domain/time/practice-day";
import type { ClinicActor } from "@/features/access/actors";
import { isoOf } from "@/features/appointments/free-times";
import { type DiaryFacts, diaryFactsIn } from "@/features/diary/diary-facts";
import type { Services } from "@/server/services";
import type { BookingRules, VisitTypeFields } from "./schema";

export interface VisitTypeFacts extends VisitTypeFields {
  readonly id: string;
  readonly archived: boolean;
}

/** Everything free times are made of, without the visits. */
export interface TimesFacts {
  readonly hours: DiaryFacts;
  readonly rules: BookingRules;
  /** In their order. */
  readonly types: readonly VisitTypeFacts[];
}

/** Practice days `[fromOn, toOn)`. */
export interface DaysAsked {
  readonly fromOn: Temporal.PlainDate;
  readonly toOn: Temporal.PlainDate;
}

/** From today for two years: nobody is booked later (the horizon is 730 days at most). */
export function daysAhead(services: Pick<Services, "now">, zone: string): DaysAsked {
  const fromOn = services.now.toZonedDateTimeISO(zone).toPlainDate();
  return { fromOn, toOn: fromOn.add({ days: 735 }) };
}

export async function timesFactsIn(
  tx: Tx,
  { practiceId, zone }: Pick<ClinicActor, "practiceId" | "zone">,
  { fromOn, toOn }: DaysAsked,
): Promise<TimesFacts> {
  const { startMs, endMs } = daysSpan(zone, fromOn, toOn);
  const hours = await diaryFactsIn(tx, {
    practiceId,
    fromOn: fromOn.toString(),
    toOn: toOn.toString(),
    fromAt: isoOf(startMs),
    toAt: isoOf(endMs),
    practitionerId: null,
  });
  return {
    hours,
    rules: await bookingRulesIn(tx, practiceId),
    types: await visitTypesIn(tx, practiceId),
  };
}

export async function bookingRulesIn(tx: Tx, practiceId: string): Promise<BookingRules> {
  return tx.practiceSettings.findUniqueOrThrow({
    where: { practiceId },
    select: {
      bookingNoticeHours: true,
      rescheduleNoticeHours: true,
      cancelNoticeHours: true,
      horizonDays: true,
      slotMode: true,
      gridMinutes: true,
      minimumGapMinutes: true,
      heldTimesAtMost: true,
    },
  });
}

export async function visitTypesIn(tx: Tx, practiceId: string): Promise<VisitTypeFacts[]> {
  const rows = await tx.visitType.findMany({
    where: { practiceId },
    orderBy: [{ position: "asc" }, { name: "asc" }, { id: "asc" }],
    select: {
      id: true,
      name: true,
      minutes: true,
      bufferBeforeMinutes: true,
      bufferAfterMinutes: true,
      leadMinutes: true,
      horizonDays: true,
      dailyLimit: true,
      needsApproval: true,
      bookableOnline: true,
      archivedAt: true,
      visitTypePractitioners: {
        orderBy: { practitionerId: "asc" },
        select: { practitionerId: true },
      },
    },
  });
  return rows.map(({ archivedAt, visitTypePractitioners, ...fields }) => ({
    ...fields,
    practitionerIds: visitTypePractitioners.map(({ practitionerId }) => practitionerId),
    archived: archivedAt !== null,
  }));
}

/** The instant of a wall-clock time in the zone; in a skipped hour the next one, in a repeated one the first. */
export function instantOf(local: string, zone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
}
