import * as z from "zod";
import { diaryDay } from "@/lib/time-schema";

const MAX_REPLY = 2000;

export const absenceParams = z.strictObject({ id: z.uuid() });

export const absenceBody = z.strictObject({
  practitionerId: z.uuid(),
  /** Days of the practice's zone, half-open: away from the first, back on the second. */
  fromOn: z.iso.date("date").pipe(diaryDay),
  untilOn: z.iso.date("date").pipe(diaryDay),
  /** Who looks after their patients' conversations; null: nobody. */
  coveredByPersonId: z.uuid().nullable(),
  /** Sent once for each conversation in which their patients write; empty: nothing is sent. */
  replyWords: z
    .string()
    .max(MAX_REPLY, "too_long")
    .transform((text) => text.normalize("NFC").trim()),
});
export type AbsenceWish = z.infer<typeof absenceBody>;

export const endAbsenceBody = z.strictObject({});

export const absenceView = z.object({
  id: z.uuid(),
  practitionerId: z.uuid(),
  practitionerName: z.string(),
  fromOn: z.iso.date(),
  untilOn: z.iso.date(),
  coveredBy: z.object({ personId: z.uuid(), name: z.string() }).nullable(),
  replyWords: z.string().nullable(),
});
export type AbsenceView = z.infer<typeof absenceView>;

/** `untilOn` null: it had not begun and is gone. */
export const endedView = z.object({ id: z.uuid(), untilOn: z.iso.date().nullable() });
export type EndedView = z.infer<typeof endedView>;
