import { describe, expect, it } from "vitest";
import { targetRefusal } from "@/domain/sms-usage/text-target";
import { budgetUse } from "@/domain/sms-usage/texts-budget";
import { amountText, type TextSum, textsCost } from "@/domain/sms-usage/texts-cost";
import { parsePhone } from "@/lib/phone";

const sum = (currency: string, texts: number, priceMicros = 0, segments = texts): TextSum => ({
  currency,
  texts,
  segments,
  priceMicros,
});

describe("R51: what texts come to", () => {
  it("adds up by currency and says what has no price yet", () => {
    const cost = textsCost([sum("EUR", 2, 84_000), sum("USD", 1, 7_900), sum("", 3)]);
    expect(cost).toMatchObject({ texts: 6, segments: 6, unpriced: 3, estimate: null });
    expect(cost.known).toEqual([
      { currency: "EUR", micros: 84_000 },
      { currency: "USD", micros: 7_900 },
    ]);
  });

  it("estimates by the month's own price of a segment, of one currency alone", () => {
    const cost = textsCost([sum("EUR", 2, 90_000, 3), sum("", 2, 0, 4)]);
    expect(cost.estimate).toEqual({ currency: "EUR", micros: 120_000 });
    expect(textsCost([sum("", 2)]).estimate).toBeNull();
    expect(textsCost([sum("EUR", 2, 90_000)]).estimate).toBeNull();
  });

  it.each([
    [7_900, "0.0079"],
    [1_500_000, "1.50"],
    [0, "0.00"],
    [12_340_001, "12.340001"],
  ])("%i millionths are %s", (micros, text) => expect(amountText(micros)).toBe(text));
});

describe("R51: a month against its budget", () => {
  const budget = { minor: 100, currency: "EUR" };
  it.each([
    [790_000, "open", 79],
    [799_999, "open", 79],
    [800_000, "near", 80],
    [999_999, "near", 99],
    [1_000_000, "reached", 100],
    [1_700_000, "reached", 170],
  ])("%i millionths of 1.00 EUR", (micros, state, percent) =>
    expect(budgetUse(textsCost([sum("EUR", 20, micros)]), budget)).toMatchObject({
      state,
      percent,
    }),
  );

  it("counts what it expects of prices that come later", () =>
    expect(budgetUse(textsCost([sum("EUR", 5, 500_000), sum("", 4)]), budget)).toMatchObject({
      state: "near",
      usedMicros: 900_000,
    }));

  it("compares nothing with another currency, and says so", () =>
    expect(budgetUse(textsCost([sum("USD", 5, 9_000_000)]), budget)).toMatchObject({
      state: "open",
      percent: 0,
      otherCurrencies: ["USD"],
    }));

  it("of nothing is used from the start; yen have no smaller unit", () => {
    expect(budgetUse(textsCost([]), { minor: 0, currency: "EUR" }).state).toBe("reached");
    expect(budgetUse(textsCost([]), { minor: 500, currency: "JPY" }).budgetMicros).toBe(5e8);
  });
});

describe("R51: numbers that look like toll fraud", () => {
  it.each([
    ["a mobile", "+46701740605", null],
    ["a premium rate number", "+499001234567", "line-costs-extra"],
    ["a shared cost number", "+448451234567", "line-costs-extra"],
    ["a satellite phone", "+881612345678", "no-country"],
    ["a free number", "+18002345678", "line-takes-no-texts"],
    ["a mobile of another country", "+33612345678", "country"],
  ])("%s: %s", (_, number, refusal) => {
    const phone = parsePhone(number, "DE", []);
    if (!phone.ok) throw new Error(`${number} cannot be read`);
    expect(targetRefusal(phone.value, ["DE", "SE", "GB", "US"])).toBe(refusal);
  });

  it("a number its owner has proved may be of any country, and still of no line that costs extra", () => {
    expect(targetRefusal({ type: "mobile", country: "FR" }, null)).toBeNull();
    expect(targetRefusal({ type: "pager", country: "US" }, null)).toBe("line-costs-extra");
    expect(targetRefusal({ type: "uan", country: "DE" }, null)).toBe("line-costs-extra");
  });
});
