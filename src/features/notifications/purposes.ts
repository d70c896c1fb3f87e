/**
 * Every mail the portal sends. Words: `messages/en/mails.json`, one block per purpose. A paragraph that names a value
 * nobody gave is left out, so each of these values is optional:
 * registration_done, login_link: loginName. appointment_*: startsAt (ISO 8601), appointment_rescheduled also
 * previousStartsAt. password_reset: loginNames, one or more with a space between, in the order of the secret's tokens.
 * page, any purpose without a token: where the button leads instead of its usual page, as `/doctor/inbox`.
 */
export const mailPurposes = [
  "registration_email",
  "registration_done",
  "password_reset",
  "password_changed",
  "login_link",
  "login_alert",
  "new_message",
  "appointment_booked",
  "appointment_rescheduled",
  "appointment_cancelled",
] as const;

export type MailPurpose = (typeof mailPurposes)[number];

/** Every text the portal sends; each is counted by purpose (R51). Words: `messages/en/texts.json`. */
export const smsPurposes = ["login_code", "registration_code", "login_link"] as const;

export type SmsPurpose = (typeof smsPurposes)[number];
