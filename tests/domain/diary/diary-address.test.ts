import { describe, expect, it } from "vitest";
import {
  type DiaryWish,
  diaryHref,
  readWish,
  shownDays,
  stepped,
} from "@/features/diary/view/diary-address";

const me = "0197f598-0d3e-7211-b761-f57282744d9e";
const usual: DiaryWish = {
  on: "2026-11-24",
  view: "day",
  by: "practitioner",
  who: me,
  at: null,
  patient: null,
};

const searchOf = (href: string) => Object.fromEntries(new URL(href, "http://x").searchParams);

describe("R36: the diary's choices stand in the address", () => {
  it.each<Partial<DiaryWish>>([
    {},
    { view: "week" },
    { by: "chair", who: null },
    { by: "chair", who: me },
    { who: null },
    { at: "2026-11-24T10:00:00Z" },
    { patient: me },
  ])("%j is read back as it was written", (change) => {
    const href = diaryHref("/desk/diary", usual, change);
    expect(readWish(searchOf(href), usual)).toEqual({ ...usual, ...change });
  });

  it("what it says wrongly is as usual", () => {
    const wrong = {
      on: "2026-02-30",
      view: "year",
      by: "room",
      who: "me",
      at: "soon",
      patient: "x",
    };
    expect(readWish(wrong, usual)).toEqual(usual);
    expect(readWish({ on: ["2026-11-25", "2026-11-26"] }, usual)).toEqual(usual);
  });

  it("a week begins on Monday and goes on by seven days, over the change of the clocks and the year", () => {
    expect(shownDays({ on: "2026-11-29", view: "week" })).toEqual({
      from: "2026-11-23",
      to: "2026-11-30",
    });
    expect(shownDays({ on: "2027-01-01", view: "week" }).from).toBe("2026-12-28");
    expect(stepped({ ...usual, view: "week", on: "2026-10-24" }, 1)).toBe("2026-10-31");
    expect(stepped({ ...usual, on: "2026-03-01" }, -1)).toBe("2026-02-28");
  });
});
