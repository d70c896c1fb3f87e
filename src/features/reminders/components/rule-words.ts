export const ruleDialogWordKeys = [
  "addTitle",
  "changeTitle",
  "count",
  "countHint",
  "unit",
  "unitMinutes",
  "unitHours",
  "unitDays",
  "channel",
  "mail",
  "sms",
  "type",
  "withoutLogin",
  "active",
  "save",
  "cancel",
] as const;

export type RuleDialogWords = Record<(typeof ruleDialogWordKeys)[number], string>;

/** A count with the largest unit it is whole in: 1440 minutes are one day. */
export function spokenMinutes(minutes: number): {
  readonly count: number;
  readonly unit: "minutes" | "hours" | "days";
} {
  if (minutes % 1440 === 0) return { count: minutes / 1440, unit: "days" };
  return minutes % 60 === 0
    ? { count: minutes / 60, unit: "hours" }
    : { count: minutes, unit: "minutes" };
}

export const unitMinutes = { minutes: 1, hours: 60, days: 1440 } as const;
