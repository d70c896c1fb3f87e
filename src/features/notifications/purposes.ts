/**
 * Every mail the portal sends, one block of words each in `messages/en/mails.json`. Values are optional (a paragraph
 * without its value is left out): loginName, startsAt and previousStartsAt (ISO 8601), page (where the button leads),
 * loginNames (one or more with a space between, in the order of the secret's tokens).
 */
export const mailPurposes = [
  "registration_email",
  "registration_done",
  "registration_continue",
  "already_registered",
  "texts_near_cap",
  "texts_near_budget",
  "texts_budget_used",
  "password_reset",
  "password_changed",
  "email_confirmation",
  "email_change",
  "email_change_begun",
  "email_changed",
  "email_restored",
  "mobile_changed",
  "login_link",
  "guardian_invitation",
  "guardian_added",
  "guardian_changed",
  "own_guardian_changed",
  "guardian_ended",
  "login_erased",
  "guardian_age_soon",
  "login_alert",
  "login_unlocked",
  "mobile_changed_by_practice",
  "email_changed_by_practice",
  "factor_added",
  "factor_removed",
  "factors_reset",
  "factor_link",
  "colleague_invitation",
  "recovery_codes_made",
  "recovery_code_used",
  "calendar_address_made",
  "new_message",
  "unanswered_alarm",
  "lab_sign_in_due",
  "lab_connection_lapsed",
  "case_not_sent",
  "case_reported",
  "plan_changed",
  "check_in_asked",
  "check_in_answered",
  "appointment_booked",
  "appointment_rescheduled",
  "appointment_cancelled",
  "appointment_changed",
  "appointment_declined",
  "appointment_kept",
  "visit_reminder",
  "visit_reminder_confirmed",
  "change_before",
  "change_day",
  "change_late",
  "appointment_choose_again",
  "earlier_time",
] as const;

export type MailPurpose = (typeof mailPurposes)[number];

/** Every text the portal sends; each is counted by purpose (R51). Words: `messages/en/texts.json`. */
export const smsPurposes = [
  "login_code",
  "step_up_code",
  "registration_code",
  "login_link",
  "mobile_changed_by_practice",
  "new_mobile_code",
  "mobile_changed",
  "visit_reminder",
  "visit_reminder_confirmed",
  "change_before",
  "change_day",
  "change_late",
  "earlier_time",
  "new_message",
] as const;

/** Every push the portal sends. Words: `messages/en/pushes.json`. */
export const pushPurposes = ["new_message", "test_notice"] as const;
export type PushPurpose = (typeof pushPurposes)[number];

const quietPurposes: ReadonlySet<string> = new Set([
  "visit_reminder",
  "visit_reminder_confirmed",
  "change_before",
  "change_day",
  "change_late",
  "new_message",
]);

/** What waits for the end of the practice's quiet hours rather than being tried again in them (R23, R35). */
export function keepsQuietHours(purpose: string): boolean {
  return quietPurposes.has(purpose);
}

export type SmsPurpose = (typeof smsPurposes)[number];
