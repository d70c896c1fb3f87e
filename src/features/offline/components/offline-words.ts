/** The words of the notices, from `offline`. */
export const offlineWordKeys = [
  "notice.title",
  "notice.since",
  "notice.plain",
  "notice.slowTitle",
  "notice.slow",
  "waiting.title",
  "waiting.marked",
  "waiting.one",
  "waiting.upper",
  "waiting.lower",
  "waiting.message",
  "waiting.other",
  "waiting.of",
  "waiting.takeBack",
  "waiting.takeBackOf",
  "refused.title",
  "refused.noReason",
  "refused.seen",
  "refused.seenOf",
] as const;

export type OfflineWords = Record<(typeof offlineWordKeys)[number], string>;
