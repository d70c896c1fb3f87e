/** Apart from the client component, so that a page reads the keys themselves. */
export const idleWordKeys = [
  "title",
  "text",
  "last",
  "stay",
  "endedTitle",
  "endedText",
  "again",
] as const;

export type IdleWords = Record<(typeof idleWordKeys)[number], string>;
