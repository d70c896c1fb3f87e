import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { AGE_NOTICE_DAYS, ageStage, ownLoginOn } from "@/domain/guardians/own-login-age";

const day = (text: string) => Temporal.PlainDate.from(text);

describe("R10: the birthday of the own login", () => {
  it.each([
    ["2010-05-17", 16, "2026-05-17"],
    ["2010-12-31", 18, "2028-12-31"],
    ["2012-02-29", 16, "2028-02-29"],
    ["2012-02-29", 15, "2027-03-01"],
    ["2012-02-28", 15, "2027-02-28"],
    ["2011-03-01", 17, "2028-03-01"],
    ["2084-02-29", 16, "2100-03-01"],
  ])("%s at %i is %s", (born, age, on) => {
    expect(ownLoginOn(day(born), age).toString()).toBe(on);
  });
});

describe("R10: how near the age is", () => {
  const born = day("2010-05-17");
  it.each([
    ["2026-04-16", "child"],
    ["2026-04-17", "soon"],
    ["2026-05-16", "soon"],
    ["2026-05-17", "grown"],
    ["2027-01-01", "grown"],
  ])("on %s: %s", (today, stage) => {
    expect(ageStage(born, 16, day(today))).toBe(stage);
  });

  it("is announced thirty days before", () => {
    expect(AGE_NOTICE_DAYS).toBe(30);
  });
});
