import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import type { FreeTime } from "@/domain/appointments/free-times";
import { chooseOffer, offeredKey } from "@/domain/waiting-list/choose-offer";
import { fitsWish, type WaitingWish } from "@/domain/waiting-list/fits-wish";
import { dayBeganAt, offerExpiresAt, offerState } from "@/domain/waiting-list/offer-rules";

const zone = "Europe/Berlin";
const at = (clock: string, on = "2026-03-10") =>
  Temporal.PlainDateTime.from(`${on}T${clock}`).toZonedDateTime(zone).toInstant();
const ms = (clock: string, on?: string) => at(clock, on).epochMilliseconds;
const day = (on: string) => Temporal.PlainDate.from(on);
const any: WaitingWish = {
  practitionerId: null,
  earliestOn: null,
  latestOn: null,
  weekdays: [],
  fromMinute: null,
  untilMinute: null,
  presentStartsAt: null,
};
const time = (clock: string, practitionerId = "a", on?: string): FreeTime => ({
  startsAtMs: ms(clock, on),
  endsAtMs: ms(clock, on) + 1_800_000,
  practitionerId,
  locationId: "l",
  chairIds: [],
});

describe("R35: what fits a wish", () => {
  // A Tuesday, 10:00.
  it.each<[string, Partial<WaitingWish>, boolean]>([
    ["anything", {}, true],
    ["earlier than the visit", { presentStartsAt: at("10:01") }, true],
    ["the visit's own time", { presentStartsAt: at("10:00") }, false],
    ["later than the visit", { presentStartsAt: at("09:00") }, false],
    ["whom they wish for", { practitionerId: "a" }, true],
    ["somebody else", { practitionerId: "b" }, false],
    ["the first day", { earliestOn: day("2026-03-10") }, true],
    ["before the first day", { earliestOn: day("2026-03-11") }, false],
    ["the last day", { latestOn: day("2026-03-10") }, true],
    ["after the last day", { latestOn: day("2026-03-09") }, false],
    ["a wished weekday", { weekdays: [1, 2] }, true],
    ["another weekday", { weekdays: [3] }, false],
    ["the morning", { untilMinute: 720 }, true],
    ["the afternoon", { fromMinute: 720 }, false],
    ["exactly from then", { fromMinute: 600 }, true],
    ["exactly until then", { untilMinute: 600 }, false],
  ])("%s", (_, wish, fits) => {
    expect(fitsWish(time("10:00"), { ...any, ...wish }, zone)).toBe(fits);
  });
});

describe("R35: which time is offered", () => {
  const visit = { minutes: 30, bufferBeforeMinutes: 0, bufferAfterMinutes: 10, gapMinutes: 0 };
  const freed = { startMs: ms("10:00"), endMs: ms("11:00"), practitionerId: "a" };
  const offered = new Map<string, number>();
  const question = { freed, visit, wish: any, zone, offered };

  it("is one that became free: not before, not after, not another's", () => {
    const none = [time("09:20"), time("11:00"), time("10:00", "b")];
    expect(chooseOffer({ ...question, times: none })).toBeNull();
    const some = [...none, time("10:20")];
    expect(chooseOffer({ ...question, times: some })).toEqual(time("10:20"));
  });

  it("counts buffers: a visit whose buffer reaches into the freed stretch became possible by it", () => {
    expect(chooseOffer({ ...question, times: [time("09:30")] })).toEqual(time("09:30"));
  });

  it("of several is the one that the fewest are offered, then the earliest; after a closure anybody's", () => {
    const times = [time("10:00"), time("10:00", "b"), time("10:30")];
    const all = { ...question, freed: { ...freed, practitionerId: null }, times };
    const once = new Map([[offeredKey(time("10:00")), 1]]);
    expect(chooseOffer(all)).toEqual(time("10:00"));
    expect(chooseOffer({ ...all, offered: once })).toEqual(time("10:00", "b"));
    expect(chooseOffer({ ...question, times, offered: once })).toEqual(time("10:30"));
  });
});

describe("R35: how long an offer stands", () => {
  it("a day, or until the time can no longer be booked", () => {
    const now = at("09:00");
    expect(offerExpiresAt(now, at("09:00", "2026-03-20"), 120)).toEqual(at("09:00", "2026-03-11"));
    expect(offerExpiresAt(now, at("15:00"), 120)).toEqual(at("13:00"));
  });

  it("the day of three offers begins at the practice's midnight, also when the clocks change", () => {
    expect(dayBeganAt(at("12:00", "2026-03-29"), zone)).toEqual(at("00:00", "2026-03-29"));
  });

  it.each([
    ["open", {}],
    ["accepted", { acceptedAt: new Date(1) }],
    ["declined", { declinedAt: new Date(1) }],
    ["withdrawn", { withdrawnAt: new Date(1) }],
    ["expired", { expiresAt: new Date(ms("09:00")) }],
  ] as const)("%s", (state, facts) => {
    const offer = {
      acceptedAt: null,
      declinedAt: null,
      withdrawnAt: null,
      expiresAt: new Date(ms("10:00")),
    };
    expect(offerState({ ...offer, ...facts }, at("09:00"))).toBe(state);
  });
});
