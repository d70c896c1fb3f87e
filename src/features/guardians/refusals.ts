import { loginLinkRefusals } from "@/features/login-links/refusals";

const words = (reason: string) => `guardians.refusals.${reason}` as const;
const { not_found, login_disabled, mobile_missing, mobile_too_new, email_missing } =
  loginLinkRefusals;
const notFound = { not_found };

const sending = {
  login_disabled,
  mobile_missing,
  mobile_too_new,
  email_missing,
  too_many_links_for_patient: loginLinkRefusals.too_many_links_for_patient,
  too_many_links_by_staff: loginLinkRefusals.too_many_links_by_staff,
  texts_stopped: loginLinkRefusals.texts_stopped,
  record_archived: loginLinkRefusals.record_archived,
} as const;

const phone = (reason: string) =>
  ({ status: 422, words: `registration.refusals.${reason}`, field: "mobile" }) as const;

export const invitationRefusals = {
  ...notFound,
  ...sending,
  not_a_number: phone("not_a_number"),
  extension: phone("extension"),
  country_not_allowed: phone("country_not_allowed"),
  not_mobile: phone("not_mobile"),
  birth_date_unlikely: {
    status: 422,
    words: "registration.refusals.birth_date_unlikely",
    field: "dateOfBirth",
  },
  guardian_too_young: { status: 422, words: words("guardian_too_young"), field: "dateOfBirth" },
  until_too_early: { status: 422, words: words("until_too_early"), field: "untilOn" },
  patient_of_age: { status: 409, words: words("patient_of_age") },
  already_guardian: { status: 409, words: words("already_guardian") },
} as const;

export const guardianLinkRefusals = {
  ...notFound,
  ...sending,
  already_registered: { status: 409, words: words("already_registered") },
  already_over: { status: 409, words: words("already_over") },
} as const;

export const endRefusals = {
  ...notFound,
  already_over: guardianLinkRefusals.already_over,
} as const;

export const changeRefusals = {
  ...endRefusals,
  changed_meanwhile: { status: 409, words: words("changed_meanwhile") },
  until_too_early: invitationRefusals.until_too_early,
} as const;

export const renewRefusals = {
  ...endRefusals,
  already_confirmed: { status: 409, words: words("already_confirmed") },
} as const;

export const confirmRefusals = {
  ...notFound,
  birth_date_wrong: { status: 422, words: words("birth_date_wrong"), field: "dateOfBirth" },
  birth_date_stopped: { status: 429, words: words("birth_date_stopped"), field: "dateOfBirth" },
} as const;
