export const resetWordKeys = [
  "title",
  "password",
  "passwordAgain",
  "submit",
  "ends",
  "doneTitle",
  "done",
  "login",
  "askAgain",
] as const;

export type ResetWords = Record<(typeof resetWordKeys)[number] | "lead", string>;
