const NOON = 720;

export type PartOfDay = "any" | "morning" | "afternoon";

interface Minutes {
  readonly fromMinute: number | null;
  readonly untilMinute: number | null;
}

/** Before or after noon, in minutes after the practice's midnight. */
export function minutesOf(part: PartOfDay): Minutes {
  return {
    fromMinute: part === "afternoon" ? NOON : null,
    untilMinute: part === "morning" ? NOON : null,
  };
}

export function partOf({ fromMinute, untilMinute }: Minutes): PartOfDay {
  if (fromMinute !== null) return "afternoon";
  return untilMinute === null ? "any" : "morning";
}
