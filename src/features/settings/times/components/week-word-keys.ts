export const weekWordKeys = [
  "from",
  "until",
  "where",
  "validFrom",
  "validUntil",
  "limited",
  "addBlock",
  "removeBlock",
  "closed",
  "notWorking",
  "hours",
  "midnight",
] as const;

export type WeekWords = Record<(typeof weekWordKeys)[number], string> & {
  days: Record<string, string>;
};
