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
  "url",
  "until",
  "done",
  "failed",
] as const;

export type LoginLinkWords = Record<
  (typeof keys)[number] | "title" | "leadRegistration" | "leadPassword",
  string
>;

type Translate = {
  (key: string, values: { name: string }): string;
  raw(key: string): string;
};

/** The dialog's words; the place of the time is filled in the browser, once a link is made. */
export function loginLinkDialogWords(words: Translate, name: string): LoginLinkWords {
  return {
    ...(Object.fromEntries(keys.map((key) => [key, words.raw(key)])) as Record<
      (typeof keys)[number],
      string
    >),
    title: words("title", { name }),
    leadRegistration: words("leadRegistration", { name }),
    leadPassword: words("leadPassword", { name }),
  };
}
