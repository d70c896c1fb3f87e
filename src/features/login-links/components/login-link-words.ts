const keys = [
  "open",
  "replaces",
  "mail",
  "sms",
  "show",
  "showHint",
  "noEmail",
  "sentMail",
  "sentSms",
  "shownTitle",
  "shownText",
  "hide",
  "hidden",
  "qr",
  "url",
  "until",
  "done",
  "failed",
  "resets",
  "resetsHint",
] as const;

export type LoginLinkWords = Record<
  (typeof keys)[number] | "title" | "leadRegistration" | "leadPassword" | "trouble",
  string
>;

type Translate = {
  (key: string, values: { name: string } | { support: string }): string;
  raw(key: string): string;
};

/** The dialog's words; the place of the time is filled in the browser, once a link is made. */
export function loginLinkDialogWords(
  words: Translate,
  name: string,
  support: string,
): LoginLinkWords {
  return {
    ...(Object.fromEntries(keys.map((key) => [key, words.raw(key)])) as Record<
      (typeof keys)[number],
      string
    >),
    title: words("title", { name }),
    leadRegistration: words("leadRegistration", { name }),
    leadPassword: words("leadPassword", { name }),
    trouble: words("trouble", { support }),
  };
}
