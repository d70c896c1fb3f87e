const words = (reason: string) => `loginLinks.refusals.${reason}` as const;

export const loginLinkRefusals = {
  not_found: { status: 404, words: "refusals.not_found" },
  record_archived: { status: 409, words: words("record_archived") },
  mobile_missing: { status: 409, words: words("mobile_missing") },
  mobile_too_new: { status: 409, words: words("mobile_too_new") },
  email_missing: { status: 409, words: words("email_missing") },
  login_disabled: { status: 409, words: words("login_disabled") },
  too_many_links_for_patient: { status: 429, words: words("too_many_links_for_patient") },
  too_many_links_by_staff: { status: 429, words: words("too_many_links_by_staff") },
  texts_stopped: { status: 503, words: words("texts_stopped") },
} as const;
