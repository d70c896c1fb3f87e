import * as z from "zod";
import { problemKinds } from "@/domain/problems/problem-kind";

/** Longest words of a report or of an advice, in characters. */
export const MAX_WORDS = 2_000;
export const MAX_PHOTOS = 3;
export const MAX_REPORT_BYTES = 30_000;
export const MAX_ADVICE_BYTES = 100_000;

const written = z
  .string()
  .max(MAX_WORDS * 2, "too_long")
  .transform((text) => text.normalize("NFC").trim())
  .refine((text) => [...text].length <= MAX_WORDS, "too_long");

/** `POST /api/treatment/problems`; the day is one of the practice's zone. */
export const problemBody = z.strictObject({
  patientId: z.uuid().optional(),
  kind: z.enum(problemKinds, "choose_one"),
  stageId: z.uuid("choose_one"),
  noticedOn: z.iso.date("date"),
  words: written.default(""),
  uploadIds: z.array(z.uuid()).max(MAX_PHOTOS, "too_long").default([]),
});
export type ProblemInput = z.output<typeof problemBody>;

const adviceView = z.object({
  text: z.string(),
  /** Written for this plan, or for everybody of the practice. */
  from: z.enum(["plan", "practice"]),
});

export const reportedAnswer = z.object({
  id: z.uuid(),
  threadId: z.uuid(),
  /** Null: nothing was said beforehand; the answer comes in the thread. */
  advice: adviceView.nullable(),
});
export type Reported = z.output<typeof reportedAnswer>;

/** Per kind; empty: nothing is said beforehand. */
export const adviceFields = z.strictObject({
  lost: written,
  cracked: written,
  ill_fitting: written,
  other: written,
});
export type AdviceTexts = z.output<typeof adviceFields>;

/** What shall be said, and what the page showed. */
export const adviceBody = z.strictObject({ advice: adviceFields, seen: adviceFields });
export type AdviceInput = z.output<typeof adviceBody>;
export const planAdviceParams = z.strictObject({ id: z.uuid() });
export const adviceSaved = z.object({ changed: z.boolean() });
