/** Out of the namespace `factors.choose`; apart from the client component, so that a page reads the keys themselves. */
export const chooseFactorKeys = [
  "title",
  "lead",
  "appHeading",
  "passkeyHeading",
  "passkeyText",
  "passkeyGo",
  "passkeyStopped",
] as const;

export type ChooseFactorWords = Record<(typeof chooseFactorKeys)[number], string>;
