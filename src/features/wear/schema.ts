import * as z from "zod";

const day = z.iso.date("date").regex(/^2[01]\d\d-/, "date");
const minutesOrNull = z.int().nullable();

/** `GET /api/treatment/wear`. */
export const wearQuery = z.strictObject({ patientId: z.uuid().optional() });

/** `PUT /api/treatment/wear`; the day is one of the practice's zone, null minutes take its note away. */
export const wearBody = z.strictObject({
  patientId: z.uuid().optional(),
  on: day,
  minutes: z.int("wear_minutes").min(0, "wear_minutes").max(1500, "wear_minutes").nullable(),
});

const wearDay = z.object({
  on: z.iso.date(),
  minutes: minutesOrNull,
  /** Null in a pause and before the first aligner. */
  goalMinutes: minutesOrNull,
  /** 1380 or 1500 where the clocks change. */
  dayMinutes: z.int(),
  isPaused: z.boolean(),
  isEditable: z.boolean(),
});

export const wearAnswer = z.object({
  today: z.iso.date(),
  /** Today's; of the last day that had one where today has none. */
  goalMinutes: minutesOrNull,
  /** Four weeks, the oldest first. */
  days: z.array(wearDay),
  summary: z.object({
    notedDays: z.int(),
    reachedDays: z.int(),
    averageMinutes: minutesOrNull,
  }),
});

export const wearNotedAnswer = z.object({ on: z.iso.date(), minutes: minutesOrNull });

export type WearInput = z.output<typeof wearBody>;
export type WearView = z.output<typeof wearAnswer>;
export type WearDayView = z.output<typeof wearDay>;
export type WearNotedView = z.output<typeof wearNotedAnswer>;
