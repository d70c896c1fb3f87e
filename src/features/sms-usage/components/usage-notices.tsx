import { Notice } from "@/components/notice";
import { getTranslations } from "@/lib/translations";
import type { UsageAnswer } from "../schema";

type UsageNoticesProps = { usage: UsageAnswer; isThisMonth: boolean; language: string };

/** What somebody has to know now: the budget or today's cap is nearly or all used, or the budget watches another currency. */
export async function UsageNotices({ usage, isThisMonth, language }: UsageNoticesProps) {
  const words = await getTranslations("usage");
  const { budget, today } = usage;
  const currencies = new Intl.ListFormat(language).format(budget.otherCurrencies);
  const isBudgetLow = isThisMonth && budget.state !== "open";
  const isDayLow = isThisMonth && today.state !== "open";
  const toneOf = (state: string) => (state === "near" || state === "warn" ? "notice" : "danger");
  return (
    <>
      {isBudgetLow && (
        <Notice title={words(`budget.${budget.state}Title`)} tone={toneOf(budget.state)}>
          {words(`budget.${budget.state}`)}
        </Notice>
      )}
      {isDayLow && (
        <Notice
          title={words("today.count", { texts: today.texts, cap: today.cap })}
          tone={toneOf(today.state)}
        >
          {words(`today.${today.state}`, { cap: today.cap, warn: 0 })}
        </Notice>
      )}
      {budget.otherCurrencies.length > 0 && (
        <Notice title={words("budget.otherTitle")} tone="notice">
          {words("budget.other", { currencies, currency: budget.currency })}
        </Notice>
      )}
    </>
  );
}
