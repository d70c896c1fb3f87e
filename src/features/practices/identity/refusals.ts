import { settingRefusals } from "@/features/settings/refusals";

const words = (reason: string) => `settings.practice.refusals.${reason}` as const;

export const practiceRefusals = {
  ...settingRefusals,
  support_phone_wrong: { status: 422, words: words("support_phone_wrong"), field: "supportPhone" },
  support_email_wrong: { status: 422, words: words("support_email_wrong"), field: "supportEmail" },
  mail_from_wrong: { status: 422, words: words("mail_from_wrong"), field: "mailFrom" },
  colour_wrong: { status: 422, words: words("colour_wrong"), field: "accentColour" },
  /** `detail.country` is the first that is none. */
  country_unknown: { status: 422, words: words("country_unknown"), field: "countries" },
} as const;
