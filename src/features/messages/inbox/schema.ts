import * as z from "zod";
import { SNOOZE_CHOICES } from "@/domain/messages/snooze";
import { THREAD_STATES } from "@/domain/messages/thread-state";
import { diaryDay } from "@/lib/time-schema";

const MAX_REASON = 200;

export const closeBody = z.strictObject({
  /** The newest message that was seen: what came since is not closed unread. */
  upTo: z.int().min(0).max(1_000_000_000),
  reason: z
    .string()
    .max(MAX_REASON, "too_long")
    .transform((text) => text.trim())
    .optional(),
});

export const reopenBody = z.strictObject({});

export const assignBody = z.strictObject({
  /** Null: to nobody. */
  personId: z.uuid().nullable(),
  /** To whom it was when it was decided. */
  seen: z.uuid().nullable(),
});

export const snoozeBody = z.strictObject({
  /** Null: it comes back now. */
  until: z.enum(SNOOZE_CHOICES).nullable(),
  /** With `day`: which one, in the practice's zone. */
  on: diaryDay.optional(),
});

export const shareBody = z.strictObject({ withStaff: z.boolean() });

export const handlingView = z.object({
  id: z.uuid(),
  state: z.enum(THREAD_STATES),
  withStaff: z.boolean(),
  assignedTo: z.object({ personId: z.uuid(), name: z.string().nullable() }).nullable(),
  snoozedUntil: z.iso.datetime({ offset: true }).nullable(),
});
export type HandlingView = z.infer<typeof handlingView>;
