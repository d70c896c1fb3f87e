/** Apart from the client component, so that a page reads the keys themselves. */
export const newPasswordWordKeys = [
  "advice",
  "length",
  "mix",
  "personal",
  "manager",
  "missing",
  "enough",
  "strong",
] as const;

export type NewPasswordWords = Record<(typeof newPasswordWordKeys)[number], string>;
