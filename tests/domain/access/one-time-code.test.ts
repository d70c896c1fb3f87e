import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { dailyCapState, decideLoginCode, numberPrefix } from "@/domain/access/code-sending";
import { type CodeFacts, codeExpiresAt, codeState, typedCode } from "@/domain/access/one-time-code";

const SENT = Temporal.Instant.from("2026-03-01T08:00:00Z");
const FRESH: CodeFacts = {
  expiresAt: codeExpiresAt(SENT),
  tries: 0,
  usedAt: null,
  replacedAt: null,
};

describe("S3: a code's life", () => {
  it.each([
    ["fresh", {}, { seconds: 0 }, "usable"],
    ["in its last second", {}, { minutes: 9, seconds: 59 }, "usable"],
    ["after ten minutes", {}, { minutes: 10 }, "expired"],
    ["four tries", { tries: 4 }, { minutes: 1 }, "usable"],
    ["five tries", { tries: 5 }, { minutes: 1 }, "tries_spent"],
    ["used", { usedAt: SENT }, { minutes: 1 }, "used"],
    ["replaced by a newer one", { replacedAt: SENT }, { minutes: 1 }, "replaced"],
    ["five tries, expired", { tries: 5 }, { minutes: 10 }, "expired"],
  ] as const)("%s: %s", (_, facts, later, state) => {
    expect(codeState({ ...FRESH, ...facts }, SENT.add(later))).toBe(state);
  });

  it.each([
    ["123456", "123456"],
    [" 123 456 ", "123456"],
    ["123-456", "123456"],
    ["１２３４５６", "123456"],
    ["12345", null],
    ["1234567", null],
    ["12345a", null],
    ["", null],
  ])("reads %j as %s", (typed, code) => {
    expect(typedCode(typed)).toBe(code);
  });
});

describe("S3: sending login codes", () => {
  const ago = (seconds: number) => SENT.subtract({ seconds });
  const hours = (...list: number[]) => list.map((hour) => ago(hour * 3600));
  it.each([
    ["the first", [], "send"],
    ["59 s after the last", [ago(59)], "resend_too_soon 1"],
    ["60 s after the last", [ago(60)], "send"],
    ["a fourth within 15 minutes", [ago(61), ago(300), ago(899)], "too_many_codes 1"],
    ["when the first of three is 15 minutes old", [ago(61), ago(300), ago(900)], "send"],
    [
      "a 21st in a day",
      hours(...Array.from({ length: 20 }, (_, n) => n + 1)),
      "too_many_codes 14400",
    ],
    ["a 20th in a day", hours(...Array.from({ length: 19 }, (_, n) => n + 1)), "send"],
  ] as const)("%s: %s", (_, sentAt, expected) => {
    const decided = decideLoginCode([...sentAt].reverse(), SENT);
    const shown = decided.ok
      ? decided.value
      : `${decided.reason} ${String(decided.detail?.retryAfterSeconds)}`;
    expect(shown).toBe(expected);
  });

  it("knows a number's prefix and a practice's daily cap", () => {
    expect(numberPrefix("+46701740605")).toBe("+4670174");
    expect([0, 159, 160, 199, 200, 201].map((n) => dailyCapState(n))).toEqual([
      "open",
      "open",
      "warn",
      "warn",
      "stopped",
      "stopped",
    ]);
  });
});
