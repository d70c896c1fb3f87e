import { expect, it } from "vitest";
import { checkWeek } from "@/domain/appointments/hours-rules";

const block = (
  opensMinute: number,
  closesMinute: number,
  more: { weekday?: number; validFromOn?: string | null; validUntilOn?: string | null } = {},
) => ({ weekday: 1, opensMinute, closesMinute, ...more });

it.each([
  ["blocks that touch", [block(540, 720), block(720, 900)], null],
  ["overlapping blocks", [block(540, 721), block(720, 900)], "hours_overlap"],
  ["one inside the other", [block(540, 900), block(600, 660)], "hours_overlap"],
  ["other days", [block(540, 900), block(540, 900, { weekday: 2 })], null],
  ["an end at the beginning", [block(540, 540)], "hours_inverted"],
  ["midnight as an end", [block(1_320, 1_440)], null],
  [
    "one after the other's time",
    [
      block(540, 900, { validUntilOn: "2027-04-01" }),
      block(540, 900, { validFromOn: "2027-04-01" }),
    ],
    null,
  ],
  [
    "a day on which both hold",
    [
      block(540, 900, { validUntilOn: "2027-04-02" }),
      block(540, 900, { validFromOn: "2027-04-01" }),
    ],
    "hours_overlap",
  ],
  [
    "a validity of no day",
    [block(540, 900, { validFromOn: "2027-04-01", validUntilOn: "2027-04-01" })],
    "validity_inverted",
  ],
])("R29: %s", (_, week, reason) => {
  const checked = checkWeek(week);
  expect(checked.ok ? null : checked.reason).toBe(reason);
});
