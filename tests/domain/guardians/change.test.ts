import { Temporal } from "temporal-polyfill";
import { expect, it } from "vitest";
import { decideChange, type Terms } from "@/domain/guardians/change";

const day = (text: string) => Temporal.PlainDate.from(text);
const today = day("2026-11-22");
const from = day("2026-01-10");

function terms(rights: Terms["rights"], untilOn: string | null): Terms {
  return { rights, untilOn: untilOn === null ? null : day(untilOn) };
}
const open = terms("full", null);

it.each<[string, Terms, Terms, Terms, string | string[]]>([
  ["the rights alone", open, open, terms("view", null), ["rights"]],
  ["a last day", open, open, terms("full", "2026-11-23"), ["untilOn"]],
  ["both", open, open, terms("view", "2027-06-01"), ["rights", "untilOn"]],
  [
    "the last day taken away",
    terms("view", "2027-01-01"),
    terms("view", "2027-01-01"),
    terms("view", null),
    ["untilOn"],
  ],
  ["nothing", open, open, open, []],
  ["what is so already, from an old page", open, terms("view", null), open, []],
  [
    "something else, from an old page",
    open,
    terms("view", null),
    terms("full", "2027-01-01"),
    "changed_meanwhile",
  ],
  ["today as the first day without it", open, open, terms("full", "2026-11-22"), "until_too_early"],
  ["a day before the first", open, open, terms("full", "2026-01-10"), "until_too_early"],
  [
    "one whose last day has passed",
    terms("full", "2026-11-22"),
    terms("full", "2026-11-22"),
    open,
    "already_over",
  ],
])("R10: staff change %s", (_, now, seen, wish, expected) => {
  const decided = decideChange({ ...now, fromOn: from }, seen, wish, today);
  expect(decided.ok ? decided.value : decided.reason).toEqual(expected);
});

it("R10: a guardianship that begins later ends after it begins", () => {
  const later = { ...open, fromOn: day("2027-03-01") };
  const early = decideChange(later, open, terms("full", "2027-03-01"), today);
  expect(early).toMatchObject({ ok: false, reason: "until_too_early" });
  expect(decideChange(later, open, terms("full", "2027-03-02"), today).ok).toBe(true);
});
