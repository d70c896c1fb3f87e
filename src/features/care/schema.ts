import * as z from "zod";
import { careTopics } from "./topics";

const articleKey = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/);
const language = z.string().max(35).optional();
const patientId = z.uuid().optional();

/** `GET /api/care`. Without `query` all of them; `language` is a tag such as `en`. */
export const careQuery = z.strictObject({
  patientId,
  language,
  query: z.string().max(100).optional(),
});
export type CareWish = Omit<z.output<typeof careQuery>, "patientId">;

const listedArticle = z.strictObject({
  key: articleKey,
  language: z.string(),
  title: z.string(),
  topic: z.enum(careTopics),
  /** Whom it helps most; null: everybody. */
  stageKind: z.string().nullable(),
  /** How its text begins. */
  opening: z.string(),
});
export type ListedArticle = z.output<typeof listedArticle>;

/** `near`: found by words like the typed ones alone. */
export const careListing = z.strictObject({
  items: z.array(listedArticle.extend({ near: z.boolean() })),
  next: z.null(),
});
export type CareListing = z.output<typeof careListing>;

export const articleParams = z.strictObject({ key: articleKey });
export const articleQuery = z.strictObject({ patientId, language });

export const articleView = z.strictObject({
  id: z.uuid(),
  key: articleKey,
  language: z.string(),
  title: z.string(),
  /** Paragraphs, `## ` headings, `- ` and `1. ` lists, `**strong**`, `[words](/path)`. */
  body: z.string(),
  topic: z.enum(careTopics),
  /** What this person said; null: nothing yet. */
  helpful: z.boolean().nullable(),
});
export type ArticleView = z.output<typeof articleView>;

/** `POST /api/care/feedback`: said again, it replaces what was said. */
export const feedbackRequest = z.strictObject({
  patientId,
  articleId: z.uuid(),
  helpful: z.boolean(),
});
export type FeedbackRequest = z.output<typeof feedbackRequest>;
export const feedbackAnswer = z.strictObject({ helpful: z.boolean() });
