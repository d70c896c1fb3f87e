import type { TextsCost } from "./texts-cost";

export interface TextsBudget {
  /** In the currency's smallest unit, such as cents; 0: no texts of convenience. */
  readonly minor: number;
  /** ISO 4217. */
  readonly currency: string;
}

/** near: 80 % are used; reached: texts of convenience stop (R51). */
export type BudgetState = "open" | "near" | "reached";

export const budgetThresholds = [80, 100] as const;

export interface BudgetUse {
  readonly state: BudgetState;
  /** Whole per cent, rounded down. */
  readonly percent: number;
  readonly usedMicros: number;
  readonly budgetMicros: number;
  /** Currencies of the month that the budget cannot be compared with. */
  readonly otherCurrencies: readonly string[];
}

/**
 * How a month stands against its budget: what the provider told, and the estimate for what it has not told yet, so that
 * prices that come late do not let a month run over.
 */
export function budgetUse(cost: TextsCost, budget: TextsBudget): BudgetUse {
  const { currency } = budget;
  const told = cost.known.find((money) => money.currency === currency)?.micros ?? 0;
  const expected = cost.estimate?.currency === currency ? cost.estimate.micros : 0;
  const usedMicros = told + expected;
  const budgetMicros = minorInMicros(budget);
  const percent = budgetMicros === 0 ? 100 : Math.floor((usedMicros * 100) / budgetMicros);
  return {
    state: percent >= 100 ? "reached" : percent >= 80 ? "near" : "open",
    percent,
    usedMicros,
    budgetMicros,
    otherCurrencies: cost.known.flatMap((money) =>
      money.currency === currency ? [] : [money.currency],
    ),
  };
}

/** How many decimals people write of a currency: 2 of euros, none of yen. */
export function minorDigits(currency: string): number {
  const { maximumFractionDigits } = new Intl.NumberFormat("en", {
    style: "currency",
    currency,
  }).resolvedOptions();
  return maximumFractionDigits ?? 2;
}

function minorInMicros({ minor, currency }: TextsBudget): number {
  return minor * 10 ** (6 - minorDigits(currency));
}
