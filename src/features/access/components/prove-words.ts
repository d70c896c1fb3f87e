const proveKeys = [
  "smsLead",
  "totpLead",
  "passkeyLead",
  "recoveryLead",
  "code",
  "smsHint",
  "recoveryHint",
  "usePasskey",
  "passkeyStopped",
  "passkeyMissing",
  "resend",
  "resendIn",
  "resent",
  "spentSms",
  "spent",
  "otherWay",
  "otherWays",
] as const;
const kindKeys = ["sms", "totp", "passkey", "recovery_code"] as const;

/** A way to prove oneself, as the routes name it. */
export type FactorKind = (typeof kindKeys)[number];

export type ProveWords = Record<(typeof proveKeys)[number], string> & {
  readonly kinds: Record<FactorKind, string>;
};

/** Out of the namespace `factors`; apart from the client component, so that a page reads the keys themselves. */
export function proveWords(words: { raw(key: string): string }): ProveWords {
  const pick = <Key extends string>(keys: readonly Key[], under: string) =>
    Object.fromEntries(keys.map((key) => [key, words.raw(`${under}.${key}`)])) as Record<
      Key,
      string
    >;
  return { ...pick(proveKeys, "prove"), kinds: pick(kindKeys, "kinds") };
}
