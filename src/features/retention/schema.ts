import * as z from "zod";
import { retentionBounds } from "@/domain/retention/retention-rules";

const months = (kind: "drafts" | "deliveries" | "failedRegistrations") =>
  z.coerce.number().int().min(retentionBounds[kind].from).max(retentionBounds[kind].until);
const years = z.coerce
  .number()
  .int()
  .min(retentionBounds.records.from)
  .max(retentionBounds.records.until);

const kept = {
  drafts: months("drafts"),
  deliveries: months("deliveries"),
  failedRegistrations: months("failedRegistrations"),
};

const setting = z.strictObject({ ...kept, records: years.nullable() });

/** A setting to look at; without `records` they stay for good. */
export const retentionPreviewQuery = z.strictObject({ ...kept, records: years.optional() });

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
