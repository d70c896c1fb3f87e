import { expect, it } from "vitest";
import { shortDateAt } from "@/lib/short-day";

it.each([
  ["2026-03-01T22:59:59Z", "Europe/Berlin", "1 Mar 2026"],
  ["2026-03-01T23:00:00Z", "Europe/Berlin", "2 Mar 2026"],
  ["2026-03-02T04:59:00Z", "America/New_York", "1 Mar 2026"],
])("R33: %s is in %s on %s", (at, zone, day) => {
  expect(shortDateAt(at, zone)).toBe(day);
});
