import type { Tx } from "@/db/client";
import { type BudgetUse, budgetUse, type TextsBudget } from "@/domain/sms-usage/texts-budget";
import { textsCost } from "@/domain/sms-usage/texts-cost";
import type { Services } from "@/server/services";
import { monthOf, monthSpan } from "./month";
import { sumsByMonth } from "./text-sums";

const whereNothingIsSet: TextsBudget = { minor: 10_000, currency: "EUR" };

/** The practice's budget for the texts of a month. */
export async function textsBudget(tx: Tx, practiceId: string): Promise<TextsBudget> {
  const settings = await tx.practiceSettings.findUnique({
    where: { practiceId },
    select: { smsMonthlyBudgetMinor: true, smsCurrency: true },
  });
  return settings
    ? { minor: settings.smsMonthlyBudgetMinor, currency: settings.smsCurrency }
    : whereNothingIsSet;
}

/** How this month of the practice stands against its budget. */
export async function budgetNow(
  tx: Tx,
  { now }: Pick<Services, "now">,
  practice: { readonly id: string; readonly zone: string },
): Promise<BudgetUse & { readonly month: string; readonly budget: TextsBudget }> {
  const span = monthSpan(monthOf(now, practice.zone), practice.zone);
  const budget = await textsBudget(tx, practice.id);
  const cost = textsCost(await sumsByMonth(tx, practice.id, span));
  return { ...budgetUse(cost, budget), month: span.month, budget };
}
