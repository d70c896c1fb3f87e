import type { ReactNode } from "react";
import { Disclosure } from "@/components/disclosure";
import { Card, Section, Stack } from "@/components/layout";
import { minorDigits } from "@/domain/sms-usage/texts-budget";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { moneyText } from "../money-text";
import type { UsageAnswer } from "../schema";
import { BudgetForm } from "./budget-form";
import { Meter } from "./meter";

type LimitsProps = {
  usage: UsageAnswer;
  isThisMonth: boolean;
  mayChange: boolean;
  language: string;
};

const tones = {
  open: "accent",
  near: "notice",
  warn: "notice",
  reached: "danger",
  stopped: "danger",
} as const;

/** The month's budget and today's cap: how much is used, and what happens when all is. */
export async function Limits({ usage, isThisMonth, mayChange, language }: LimitsProps) {
  const words = await getTranslations("usage");
  const { budget, today, total } = usage;
  const money = (amount: string) => moneyText({ currency: budget.currency, amount }, language);
  return (
    <Stack gap={8}>
      <Limit
        fact={words("budget.used", { used: money(budget.used), budget: money(budget.amount) })}
        id="budget"
        meter={<Meter mark={80} percent={budget.percent} tone={tones[budget.state]} />}
        title={words("budget.title")}
      >
        <p className="font-medium">{words("budget.percent", { percent: budget.percent })}</p>
        <p className="text-muted">
          {words(isThisMonth ? `budget.${budget.state}` : "budget.past")}
        </p>
        {total.estimate && <p className="text-muted text-sm">{words("budget.about")}</p>}
        {mayChange && (
          <Disclosure summary={words("budget.change")}>
            <BudgetForm
              amount={Number(budget.amount)}
              currency={budget.currency}
              digits={minorDigits(budget.currency)}
              words={pickWords(
                (key) => words(`budget.${key}`),
                ["amount", "amountHint", "currency", "currencyHint", "save", "saved"],
              )}
            />
          </Disclosure>
        )}
      </Limit>
      <Limit
        fact={words("today.count", { texts: today.texts, cap: today.cap })}
        id="today"
        meter={
          <Meter
            mark={80}
            percent={today.cap === 0 ? 100 : (today.texts * 100) / today.cap}
            tone={tones[today.state]}
          />
        }
        title={words("today.title")}
      >
        <p className="text-muted">
          {words(`today.${today.state}`, { cap: today.cap, warn: Math.ceil(today.cap * 0.8) })}
        </p>
      </Limit>
    </Stack>
  );
}

type LimitProps = {
  id: string;
  title: string;
  fact: string;
  meter: ReactNode;
  children: ReactNode;
};

function Limit({ id, title, fact, meter, children }: LimitProps) {
  return (
    <Section id={id} title={title}>
      <Card>
        <Stack gap={3}>
          <p className="font-bold text-xl tabular-nums">{fact}</p>
          {meter}
          {children}
        </Stack>
      </Card>
    </Section>
  );
}
