const keys = [
  "rename",
  "renameTitle",
  "nameField",
  "nameHint",
  "save",
  "remove",
  "removeText",
  "removed",
  "cancel",
  "addTotp",
  "addPasskey",
  "totp.title",
  "totp.scan",
  "totp.picture",
  "totp.secret",
  "totp.code",
  "totp.codeHint",
  "totp.submit",
  "totp.done",
  "passkey.title",
  "passkey.text",
  "passkey.submit",
  "passkey.stopped",
  "passkey.unable",
  "passkey.done",
  "recovery.shownTitle",
  "recovery.shownText",
  "recovery.copy",
  "recovery.copied",
  "recovery.print",
  "recovery.download",
  "recovery.fileName",
  "recovery.kept",
] as const;

export type FactorWords = Record<(typeof keys)[number], string>;

/** Out of the namespace `factors.security`; apart from the client components, so that a page reads the keys. */
export function factorWords(words: { raw(key: string): string }): FactorWords {
  return Object.fromEntries(keys.map((key) => [key, words.raw(key)])) as FactorWords;
}
