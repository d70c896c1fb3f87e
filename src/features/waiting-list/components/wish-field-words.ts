export const wishFieldWordKeys = [
  "part",
  "any",
  "morning",
  "afternoon",
  "weekdays",
  "weekdaysHint",
  "from",
  "until",
  "daysHint",
] as const;

export type WishFieldWords = Record<(typeof wishFieldWordKeys)[number], string>;
