export const forgotWordKeys = [
  "title",
  "lead",
  "email",
  "submit",
  "back",
  "sent.title",
  "sent.text",
  "sent.noMail",
  "sent.spam",
  "sent.address",
  "sent.again",
  "sent.call",
  "sent.change",
  "sent.resend",
  "sent.phone",
] as const;

export type ForgotWords = Record<(typeof forgotWordKeys)[number], string>;
