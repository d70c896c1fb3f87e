/** Apart from the client components, so that a page reads the keys themselves. */
export const emailKeys = [
  "new",
  "submit",
  "note",
  "resend",
  "resent",
  "cancel",
  "noMail",
  "unconfirmedSend",
] as const;
export type EmailWords = Record<(typeof emailKeys)[number], string>;

export const mobileKeys = [
  "new",
  "hint",
  "submit",
  "codeTitle",
  "codeLead",
  "code",
  "confirm",
  "resend",
  "resendIn",
  "resent",
  "cancel",
  "done",
] as const;
export type MobileWords = Record<(typeof mobileKeys)[number], string>;

export const passwordKeys = ["current", "new", "again", "submit", "done"] as const;
export type PasswordWords = Record<(typeof passwordKeys)[number], string>;
