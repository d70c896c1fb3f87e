import * as z from "zod";
import { type RetentionKind, retentionBounds } from "@/domain/retention/retention-rules";

const typed = z.coerce.number().int();

const within = <Count extends typeof typed | z.ZodInt>(number: Count, kind: RetentionKind) =>
  number.min(retentionBounds[kind].from).max(retentionBounds[kind].until);

const setting = z.strictObject({
  drafts: within(z.int(), "drafts"),
  deliveries: within(z.int(), "deliveries"),
  failedRegistrations: within(z.int(), "failedRegistrations"),
  records: within(z.int(), "records").nullable(),
});

/** A setting to look at; without `records` they stay for good. */
export const retentionPreviewQuery = z.strictObject({
  drafts: within(typed, "drafts"),
  deliveries: within(typed, "deliveries"),
  failedRegistrations: within(typed, "failedRegistrations"),
  records: within(typed, "records").optional(),
});

const counts = z.strictObject({
  drafts: z.int(),
  deliveries: z.int(),
  failedRegistrations: z.int(),
  records: z.int(),
});

export const retentionPreviewAnswer = z.strictObject({ on: z.iso.date(), removes: counts });
export type RetentionPreview = z.output<typeof retentionPreviewAnswer>;

/** The new setting, and the one the page showed: two admins do not undo each other unnoticed. */
export const retentionRequest = z.strictObject({ setting, seen: setting });
export type RetentionRequest = z.output<typeof retentionRequest>;
