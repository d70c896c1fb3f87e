import { expect, it } from "vitest";
import { patienceMs } from "@/domain/offline/slow-network";

it.each([
  ["never found slow", null, 1_000_000, 4_000],
  ["found slow a moment ago", 1_000_000, 1_005_000, 1_000],
  ["found slow just within a minute", 1_000_000, 1_059_999, 1_000],
  ["found slow a minute ago", 1_000_000, 1_060_000, 4_000],
  ["a clock set back by a day", 90_000_000, 1_000_000, 4_000],
])("how long a page is waited for: %s", (_, foundSlowAtMs, nowMs, ms) => {
  expect(patienceMs(foundSlowAtMs, nowMs)).toBe(ms);
});
