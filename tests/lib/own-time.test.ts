import { describe, expect, it } from "vitest";
import { formatInstantTime } from "@/lib/format-time";
import { ownTime } from "@/lib/own-time";

describe("R33: the hour that comes twice", () => {
  it.each([
    ["2026-11-01T05:30:00Z", "America/New_York", "01:30 (Eastern Daylight Time)"],
    ["2026-11-01T06:30:00Z", "America/New_York", "01:30 (Eastern Standard Time)"],
    ["2026-11-01T04:59:00Z", "America/New_York", "00:59"],
    ["2026-11-01T07:00:00Z", "America/New_York", "02:00"],
    ["2026-03-08T07:30:00Z", "America/New_York", "03:30"],
    ["2026-10-25T00:30:00Z", "Europe/Berlin", "02:30 (Central European Summer Time)"],
    ["2026-10-25T01:30:00Z", "Europe/Berlin", "02:30 (Central European Standard Time)"],
    ["2026-10-25T02:00:00Z", "Europe/Berlin", "03:00"],
    ["2026-04-04T14:40:00Z", "Australia/Lord_Howe", "01:40 (Lord Howe Daylight Time)"],
    ["2026-04-04T15:10:00Z", "Australia/Lord_Howe", "01:40 (Lord Howe Standard Time)"],
    ["2026-04-04T14:20:00Z", "Australia/Lord_Howe", "01:20"],
    ["2026-11-01T05:30:00Z", "Asia/Kathmandu", "11:15"],
  ])("%s in %s is %s", (at, zone, text) => {
    expect(formatInstantTime(at, zone)).toBe(text);
  });
});

describe("R33: the visitor's own time", () => {
  const at = "2026-12-01T08:40:00Z";

  it.each([
    ["the same zone", "Europe/Berlin"],
    ["another zone with the same clock", "Europe/Stockholm"],
  ])("is not repeated in %s", (_name, zone) => {
    expect(ownTime(at, "Europe/Berlin", zone, "en")).toBeNull();
  });

  it("names its zone, and its day where that is another", () => {
    expect(ownTime(at, "Europe/Berlin", "America/New_York", "en")).toEqual({
      day: null,
      time: "03:40",
      zone: "Eastern Time",
    });
    expect(ownTime(at, "Europe/Berlin", "Pacific/Honolulu", "en")).toEqual({
      day: "Monday 30 November",
      time: "22:40",
      zone: "Hawaii-Aleutian Standard Time",
    });
  });

  it("differs only while the clocks do: between two changes an hour is enough", () => {
    const between = "2026-10-28T08:40:00Z";
    expect(ownTime(between, "America/New_York", "America/Bogota", "en")?.time).toBe("03:40");
    expect(ownTime(at, "America/New_York", "America/Bogota", "en")).toBeNull();
  });
});
