export const calendarAddressWords = [
  "noneTitle",
  "none",
  "make",
  "made.title",
  "made.text",
  "made.label",
  "made.open",
  "made.done",
  "present",
  "replace",
  "replaceText",
  "remove",
  "removed",
] as const;

export type CalendarAddressWords = Record<(typeof calendarAddressWords)[number], string>;
