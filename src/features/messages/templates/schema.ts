import * as z from "zod";
import { templateBounds } from "./bounds";

/** Of one person's own, and of everybody's at a practice. */
export const MOST_TEMPLATES = 100;
/** A character may take 12 bytes of JSON when it is escaped. */
export const MAX_TEMPLATE_BYTES = 60_000;

/** Trimmed, in one form of Unicode and with one kind of line end, so that equal texts are equal. */
function needed(most: number) {
  return z
    .string()
    .max(most * 2, "too_long")
    .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").trim())
    .refine((text) => text !== "", "required")
    .refine((text) => [...text].length <= most, "too_long");
}

const fields = { name: needed(templateBounds.name), body: needed(templateBounds.body) };

export const templateParams = z.strictObject({ id: z.uuid() });
export const templatesQuery = z.strictObject({
  /** What fills the fields; without both they stay open, as they were written. */
  threadId: z.uuid().optional(),
  /** The patient of a thread that is begun. */
  patientId: z.uuid().optional(),
});
export type TemplatesWish = z.infer<typeof templatesQuery>;

/** `POST /api/message-templates`. For everybody of the practice, or one's own. */
export const addTemplateBody = z.strictObject({ ...fields, forEverybody: z.boolean() });
export type AddTemplate = z.infer<typeof addTemplateBody>;

const seen = z.string().max(64);
/** `seen` is what the page was shown with the template. */
export const changeTemplateBody = z.strictObject({ ...fields, seen });
export type ChangeTemplate = z.infer<typeof changeTemplateBody> & { readonly id: string };
export const archiveTemplateBody = z.strictObject({ seen });
export type ArchiveTemplate = z.infer<typeof archiveTemplateBody> & { readonly id: string };

export const templateAdded = z.strictObject({ id: z.uuid() });

const templateView = z.object({
  id: z.uuid(),
  name: z.string(),
  /** As it was written. */
  body: z.string(),
  /** With what is known of the thread or patient filled in; null without one. */
  filled: z.string().nullable(),
  forEverybody: z.boolean(),
  seen: z.string(),
});
export type TemplateView = z.infer<typeof templateView>;

/** One's own first, then everybody's, each by name. */
export const templateViews = z.object({ items: z.array(templateView) });
export type TemplateViews = z.infer<typeof templateViews>;
