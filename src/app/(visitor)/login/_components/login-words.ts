export const loginWordKeys = [
  "title",
  "lead",
  "loginName",
  "loginNameHint",
  "password",
  "submit",
  "forgot",
  "code.title",
  "code.submit",
  "code.back",
  "choice.title",
  "choice.lead",
  "locked.title",
  "locked.text",
  "locked.over",
  "locked.reset",
  "locked.call",
  "locked.again",
  "locked.phone",
] as const;

export type LoginWords = Record<(typeof loginWordKeys)[number], string>;
