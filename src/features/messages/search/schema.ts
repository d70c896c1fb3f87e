import * as z from "zod";

export const LONGEST_SEARCH = 100;

export const searchQuery = z.strictObject({
  q: z.string().max(LONGEST_SEARCH, "too_long"),
  patientId: z.uuid().optional(),
  cursor: z.string().max(200).optional(),
});
export type SearchWish = z.infer<typeof searchQuery>;

const snippet = z.array(z.object({ text: z.string(), isMatch: z.boolean() }));

export const foundThread = z.object({
  id: z.uuid(),
  patientId: z.uuid(),
  patientName: z.string(),
  subject: snippet,
  lastMessageAt: z.iso.datetime({ offset: true }),
  /** The newest message that has the words; null where the subject alone has them. */
  message: z
    .object({
      number: z.number(),
      authorName: z.string(),
      mine: z.boolean(),
      sentAt: z.iso.datetime({ offset: true }),
      snippet,
    })
    .nullable(),
});
export type FoundThread = z.infer<typeof foundThread>;

export const foundThreads = z.object({
  items: z.array(foundThread),
  next: z.string().nullable(),
  /** Threads whose last message is older were not looked through; null: everything was, or the page is full. */
  searchedTo: z.iso.datetime({ offset: true }).nullable(),
});
export type FoundThreads = z.infer<typeof foundThreads>;
