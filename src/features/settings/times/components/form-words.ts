export const timesFormWordKeys = [
  "check",
  "save",
  "saved",
  "unchanged",
  "workList",
  "resultTitle",
  "noTimesChange",
  "practitioner",
  "visitType",
  "week",
  "freeTimes",
  "none",
  "new",
  "gone",
  "counts",
  "displaced",
  "displacedNone",
  "displacedText",
  "displacedMore",
  "nothingSaved",
  "zone",
] as const;

export type TimesFormWords = Record<(typeof timesFormWordKeys)[number], string>;

/** Whose free times of which type the preview can show, and from which day. */
export interface PreviewChoices {
  readonly practitioners: readonly { readonly id: string; readonly name: string }[];
  /** Null where the change itself is about one type. */
  readonly types: readonly { readonly id: string; readonly name: string }[] | null;
  readonly weekOn: string;
}

export const visitTypeWordKeys = [
  "name",
  "nameHint",
  "minutes",
  "bufferBefore",
  "bufferAfter",
  "bufferHint",
  "lead_",
  "leadHint",
  "horizon",
  "horizonHint",
  "dailyLimit",
  "dailyLimitHint",
  "bookableOnline",
  "needsApproval",
  "practitioners",
] as const;

export const rulesWordKeys = [
  "bookingNotice",
  "rescheduleNotice",
  "cancelNotice",
  "noticeHint",
  "horizon",
  "slotMode",
  "packed",
  "packedText",
  "grid",
  "gridText",
  "gridMinutes",
  "gap",
  "held",
  "heldHint",
] as const;
