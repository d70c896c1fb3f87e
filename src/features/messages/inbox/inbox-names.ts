/** The practice's lists (R40). A snoozed thread is in its own alone, until its time or the next message. */
export const INBOX_LISTS = [
  "needs_answer",
  "unread",
  "waiting",
  "snoozed",
  "closed",
  "all",
] as const;
export type InboxListName = (typeof INBOX_LISTS)[number];

/** Whose: of one's own patients or assigned to oneself, assigned to oneself, to nobody, everybody's. */
export const INBOX_WHOSE = ["mine", "assigned", "unassigned", "all"] as const;
export type InboxWhose = (typeof INBOX_WHOSE)[number];

/** A list counts to this. */
export const COUNTED_TO = 100;
