export const timeListWordKeys = ["takenTitle", "takenText", "takenNone", "failedTitle"] as const;

/** What a list of times says when choosing one did not work; `failedText` where the server gave no words. */
export type TimeListWords = Readonly<
  Record<(typeof timeListWordKeys)[number] | "failedText", string>
>;
