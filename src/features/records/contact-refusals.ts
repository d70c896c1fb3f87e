const words = (reason: string) => `records.refusals.${reason}` as const;

/** What is wrong with a number for the mobile field (R6, S4). */
export const mobileRefusals = {
  not_a_number: { status: 422, words: words("not_a_number"), field: "mobile" },
  extension: { status: 422, words: words("extension"), field: "mobile" },
  country_not_allowed: { status: 422, words: words("country_not_allowed"), field: "mobile" },
  not_mobile: { status: 422, words: words("not_mobile"), field: "mobile" },
} as const;

export const contactRefusals = {
  ...mobileRefusals,
  not_found: { status: 404, words: "refusals.not_found" },
  record_changed: { status: 409, words: words("record_changed") },
  home_not_a_number: { status: 422, words: words("not_a_number"), field: "home" },
  work_not_a_number: { status: 422, words: words("not_a_number"), field: "work" },
  mobile_needed: { status: 422, words: words("mobile_needed"), field: "mobile" },
  login_name_shape: { status: 422, words: words("login_name_shape"), field: "loginName" },
  login_name_taken: { status: 409, words: words("login_name_taken"), field: "loginName" },
  login_name_registered: { status: 409, words: words("login_name_registered"), field: "loginName" },
} as const;

export const waiverRefusals = {
  not_found: { status: 404, words: "refusals.not_found" },
  no_wait: { status: 409, words: words("no_wait") },
} as const;
