import * as z from "zod";
import { careStages } from "@/domain/care/care-stage";
import { careTopics } from "../topics";

/** The database holds the same bounds. */
export const articleBounds = { title: 120, body: 10_000, keywords: 500 } as const;

/** Trimmed, in one form of Unicode and with one kind of line end, so that equal texts are equal. */
function written(most: number) {
  return z
    .string()
    .max(most * 2, "too_long")
    .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").trim())
    .refine((text) => [...text].length <= most, "too_long");
}
const needed = (most: number) => written(most).refine((text) => text !== "", "required");

const fields = {
  title: needed(articleBounds.title),
  body: needed(articleBounds.body),
  /** Words people may look for that the text does not say. */
  keywords: written(articleBounds.keywords),
  topic: z.enum(careTopics),
  /** Whom it helps most; null: everybody. */
  stageKind: z.enum(careStages).nullable(),
  /** Whether patients can read it. */
  published: z.boolean(),
};

/** `POST /api/settings/care`. The language is that of whoever writes it; without one, English. */
export const addArticleRequest = z.strictObject({
  ...fields,
  language: z.string().max(35).optional(),
});
export type AddArticleRequest = z.output<typeof addArticleRequest>;
export const articleAdded = z.strictObject({ id: z.uuid() });

export const editParams = z.strictObject({ id: z.uuid() });
const seen = z.string().max(64);
/** `seen` is what the page was shown with the article. */
export const changeArticleRequest = z.strictObject({ ...fields, seen });
export type ChangeArticle = z.output<typeof changeArticleRequest> & { readonly id: string };
export type ArticleFields = Omit<ChangeArticle, "id" | "seen">;

export const restoreArticleRequest = z.strictObject({ seen });
export type RestoreArticle = z.output<typeof restoreArticleRequest> & { readonly id: string };
