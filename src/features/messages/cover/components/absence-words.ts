export const absenceWordKeys = [
  "add",
  "from",
  "until",
  "untilHint",
  "cover",
  "coverHint",
  "nobody",
  "reply",
  "replyHint",
  "replySuggested",
  "save",
  "cancel",
] as const;
export type AbsenceWords = Record<(typeof absenceWordKeys)[number], string>;
