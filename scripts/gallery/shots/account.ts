import { type Shot, shotsOf } from "../shot";
import { fill, headed, press, refused, unfolded } from "../steps";

const page = shotsOf("patient");
const guardian = shotsOf("guardian");
const orthodontist = shotsOf("orthodontist");
const staff = shotsOf("staff");

/** Account settings, of every role that sees something of its own there. */
export const accountShots: readonly Shot[] = [
  page("account", "/account"),
  page("account-profile", "/account/profile"),
  page("account-email", "/account/email"),
  page(
    "account-email-refused",
    "/account/email",
    fill("New e-mail address", "no address"),
    press("Send the link"),
    refused,
  ),
  page("account-email-link-unknown", "/account/email/confirm?token=x"),
  page("account-mobile", "/account/mobile"),
  page(
    "account-mobile-landline",
    "/account/mobile",
    fill("New mobile number", "+49 30 901820"),
    press("Send the code"),
    refused,
  ),
  page("account-password", "/account/password"),
  page("account-sessions", "/account/sessions"),
  page("account-notifications", "/account/notifications"),
  page("account-calendar", "/account/calendar"),
  page(
    "account-calendar-made",
    "/account/calendar",
    press(/^Make a/),
    headed("Your calendar address"),
  ),
  page(
    "account-calendar-present",
    "/account/calendar",
    press(/^Make a/),
    press("I have added it"),
    headed("A calendar address is in use"),
    unfolded,
  ),
  page("security", "/account/security"),
  page("security-passkey", "/account/security", press("Add a passkey"), headed("Add a passkey")),
  page("record-views", "/account/record-views"),
  page("account-export", "/account/export"),
  page("account-delete", "/account/delete"),
  page(
    "account-delete-refused",
    "/account/delete",
    fill(/^Type your login name/, "somebody.else"),
    press("Delete my login"),
    refused,
  ),
  guardian("guardian-account-profile", "/account/profile"),
  guardian("guardian-account-notifications", "/account/notifications"),
  guardian("guardian-account-calendar", "/account/calendar"),
  guardian("guardian-record-views", "/account/record-views"),
  guardian("guardian-account-delete", "/account/delete"),
  orthodontist("account-calendar-diary", "/account/calendar"),
  orthodontist("doctor-security", "/account/security"),
  staff("staff-account", "/account"),
  staff("account-calendar-no-column", "/account/calendar"),
];
