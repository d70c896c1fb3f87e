"use client";

import { SelectField } from "@/components/select-field";
import { SettingForm } from "@/components/setting-form";
import { TextField } from "@/components/text-field";

type BudgetFormProps = {
  /** In the currency's unit. */
  amount: number;
  currency: string;
  /** Decimals of the currency. */
  digits: number;
  words: Record<"amount" | "amountHint" | "currency" | "currencyHint" | "save" | "saved", string>;
};

const currencies = ["EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CAD", "AUD"];

/** What texts may cost a month. */
export function BudgetForm({ amount, currency, digits, words }: BudgetFormProps) {
  const choices = currencies.includes(currency) ? currencies : [currency, ...currencies];
  const minor = (units: number) => Math.round(units * 10 ** digits);
  return (
    <SettingForm
      body={(values) => ({
        budget: {
          minor: minor(Number(values.text("minor").trim().replace(",", ".") || Number.NaN)),
          currency: values.text("currency"),
        },
        seen: { minor: minor(amount), currency },
      })}
      fields={(field) => (
        <div className="grid items-start gap-4 pt-1 text-ink sm:grid-cols-2 xl:grid-cols-1">
          <TextField
            {...field("minor")}
            autoComplete="off"
            defaultValue={amount.toFixed(digits)}
            hint={words.amountHint}
            inputMode="decimal"
            label={words.amount}
          />
          <SelectField
            {...field("currency")}
            defaultValue={currency}
            hint={words.currencyHint}
            label={words.currency}
            options={choices.map((value) => ({ value, label: value }))}
          />
        </div>
      )}
      kind="secondary"
      path="/api/settings/texts"
      words={words}
    />
  );
}
