import { describe, expect, it } from "vitest";
import { daySince } from "@/lib/day-since";

const at = (instant: string) => Date.parse(instant);

describe("the practice's day on a page that stood open or was kept", () => {
  it.each([
    ["the same minute", "2026-11-23T10:00:00Z", "2026-11-23T10:00:00Z", "2026-11-23"],
    ["before midnight there", "2026-11-23T10:00:00Z", "2026-11-24T04:59:00Z", "2026-11-23"],
    ["after midnight there", "2026-11-23T10:00:00Z", "2026-11-24T05:00:00Z", "2026-11-24"],
    ["three days later", "2026-11-23T10:00:00Z", "2026-11-26T10:00:00Z", "2026-11-26"],
  ])("%s", (_, seen, now, day) => {
    expect(daySince("2026-11-23", at(seen), at(now), "America/New_York")).toBe(day);
  });

  it("counts midnights over a change of the clock, and over the end of a year", () => {
    const zone = "Europe/Berlin";
    expect(
      daySince("2026-10-24", at("2026-10-24T22:30:00Z"), at("2026-10-25T22:59:00Z"), zone),
    ).toBe("2026-10-24");
    expect(
      daySince("2026-10-24", at("2026-10-24T20:00:00Z"), at("2026-10-25T23:00:00Z"), zone),
    ).toBe("2026-10-26");
    expect(
      daySince("2026-12-31", at("2026-12-31T12:00:00Z"), at("2027-01-01T12:00:00Z"), zone),
    ).toBe("2027-01-01");
  });

  it("follows the practice's own today where the phone's clock stands on another day", () => {
    expect(
      daySince("2030-01-05", at("2026-11-23T10:00:00Z"), at("2026-11-24T10:00:00Z"), "UTC"),
    ).toBe("2030-01-06");
  });
});
