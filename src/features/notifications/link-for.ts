import type { Env } from "@/env";

/** The addresses a mail or text may lead to, from APP_URL alone, never from a header (S7). */
export function linkFor(
  { appUrl }: Pick<Env, "appUrl">,
  purpose: string,
  to: { readonly token?: string | undefined; readonly page?: string | undefined },
): string {
  const { token, page } = to;
  if (token !== undefined) {
    const path = tokenPages[purpose];
    if (path === undefined) throw new Error(`No page takes a token of ${purpose}`);
    return `${appUrl}${path}${encodeURIComponent(token)}`;
  }
  // A path of our own pages; "//host" would lead elsewhere.
  if (page !== undefined && /^\/(?!\/)/.test(page)) return `${appUrl}${page}`;
  return `${appUrl}${pages[purpose] ?? "/login"}`;
}

const tokenPages: Readonly<Record<string, string>> = {
  registration_email: "/confirm-email?token=",
  password_reset: "/reset-password?token=",
  login_link: "/link/",
  registration_continue: "/link/",
  guardian_invitation: "/link/",
  factor_link: "/new-factor/",
  colleague_invitation: "/set-up/",
  email_confirmation: "/account/email/confirm?token=",
  email_change: "/account/email/confirm?token=",
  email_change_begun: "/undo-email-change?token=",
  email_changed: "/undo-email-change?token=",
  visit_reminder: "/visit/",
  visit_reminder_confirmed: "/visit/",
};

const pages: Readonly<Record<string, string>> = {
  password_changed: "/forgot-password",
  login_alert: "/forgot-password",
  email_restored: "/forgot-password",
  mobile_changed: "/help",
  factor_added: "/account/security",
  factor_removed: "/account/security",
  factors_reset: "/forgot-password",
  recovery_codes_made: "/account/security",
  recovery_code_used: "/account/security",
  calendar_address_made: "/account/calendar",
  guardian_added: "/children",
  guardian_age_soon: "/children",
  guardian_changed: "/children",
  own_guardian_changed: "/help",
  guardian_ended: "/help",
  login_erased: "/help",
  new_message: "/messages",
  unanswered_alarm: "/doctor/inbox",
  texts_near_budget: "/desk/usage",
  texts_budget_used: "/desk/usage",
  lab_sign_in_due: "/doctor/integrations",
  lab_connection_lapsed: "/doctor/integrations",
  case_not_sent: "/doctor/integrations",
  case_reported: "/doctor/cases",
  test_notice: "/account/notifications",
  check_in_asked: "/",
  check_in_answered: "/",
  change_before: "/",
  change_day: "/",
  change_late: "/",
  appointment_booked: "/appointments",
  appointment_rescheduled: "/appointments",
  appointment_cancelled: "/appointments/new",
  appointment_changed: "/appointments",
  appointment_declined: "/appointments/new",
  appointment_kept: "/appointments",
  appointment_choose_again: "/appointments",
  earlier_time: "/appointments",
};

/** Whether a delivery of this purpose leads to a page by a token of its own, which is erased once it is settled. */
export function carriesToken(purpose: string): boolean {
  return tokenPages[purpose] !== undefined;
}
