import { Temporal } from "temporal-polyfill";
import type { Tx } from "@/db/client";
import { fromInstant } from "@/db/time";
import { inPractice } from "@/db/transaction";
import { type Ok, ok } from "@/domain/result";
import { budgetUse } from "@/domain/sms-usage/texts-budget";
import { amountText, type Money, type TextSum, textsCost } from "@/domain/sms-usage/texts-cost";
import type { ClinicActor } from "@/features/access/actors";
import { textsToday } from "@/features/access/codes/sms-cap";
import { STOPPED_TEXT } from "@/features/notifications/text-stopped";
import type { Services } from "@/server/services";
import { textsBudget } from "./budget";
import { type MonthSpan, monthOf, monthSpan, yearUpTo } from "./month";
import type { CostAnswer, UsageAnswer, UsageQuery } from "./schema";
import { monthSums, sumsByMonth } from "./text-sums";

/** R51: what a month's texts come to, by day and purpose, beside the twelve months, the budget and today's cap. */
export async function readUsage(
  { db, now }: Pick<Services, "db" | "now">,
  { practiceId, zone }: ClinicActor,
  { month = monthOf(now, zone) }: UsageQuery,
): Promise<Ok<UsageAnswer>> {
  const span = monthSpan(month, zone);
  const months = yearUpTo(month);
  const year = { fromOn: monthSpan(months[0] ?? month, zone).fromOn, untilOn: span.untilOn };
  return inPractice(db, practiceId, async (tx) => {
    const sums = await monthSums(tx, practiceId, span);
    const yearSums = await sumsByMonth(tx, practiceId, year);
    const budget = await textsBudget(tx, practiceId);
    const left = await countUnsent(tx, practiceId, span);
    const today = await textsToday(tx, now, practiceId);
    const total = textsCost(sums);
    const use = budgetUse(total, budget);
    const ofState = (state: string) =>
      sums.reduce((count, sum) => count + (sum.state === state ? sum.texts : 0), 0);
    const purposes = [...Map.groupBy(sums, ({ purpose }) => purpose)]
      .map(([purpose, some]) => ({ purpose, ...costAnswer(some) }))
      .sort((a, b) => b.texts - a.texts || a.purpose.localeCompare(b.purpose));
    const byDay = Map.groupBy(sums, ({ on }) => on);
    const byMonth = Map.groupBy(yearSums, (sum) => sum.month);
    return ok({
      month,
      total: costAnswer(sums),
      delivered: ofState("delivered"),
      undelivered: ofState("undelivered"),
      ...left,
      days: daysSoFar(span, now, zone).map((on) => ({ on, ...costAnswer(byDay.get(on) ?? []) })),
      purposes,
      months: months.map((one) => ({ month: one, ...costAnswer(byMonth.get(one) ?? []) })),
      budget: {
        amount: amountText(use.budgetMicros),
        currency: budget.currency,
        used: amountText(use.usedMicros),
        percent: use.percent,
        state: use.state,
        otherCurrencies: [...use.otherCurrencies],
      },
      today,
    });
  });
}

function costAnswer(sums: readonly TextSum[]): CostAnswer {
  const { known, estimate, ...counts } = textsCost(sums);
  const said = ({ currency, micros }: Money) => ({ currency, amount: amountText(micros) });
  return { ...counts, known: known.map(said), estimate: estimate && said(estimate) };
}

/** The month's days up to today; all of them once it is over. */
function daysSoFar({ fromOn, untilOn }: MonthSpan, now: Temporal.Instant, zone: string): string[] {
  const tomorrow = now.toZonedDateTimeISO(zone).toPlainDate().add({ days: 1 });
  const until = Temporal.PlainDate.compare(untilOn, tomorrow) < 0 ? untilOn : tomorrow;
  const count = Math.max(fromOn.until(until).days, 0);
  return Array.from({ length: count }, (_, index) => fromOn.add({ days: index }).toString());
}

/** Texts of the month that nobody was sent: they cost nothing, and count as none. */
async function countUnsent(tx: Tx, practiceId: string, span: MonthSpan) {
  const [row] = await tx.$queryRaw<{ neverLeft: number; stopped: number }[]>`
    select count(*)::int as "neverLeft",
      count(*) filter (where last_error like ${`${STOPPED_TEXT}%`})::int as stopped
    from tenant.delivery
    where practice_id = ${practiceId}::uuid and kind = 'sms' and state = 'undelivered' and sent_at is null
      and created_at >= ${fromInstant(span.startsAt)} and created_at < ${fromInstant(span.endsAt)}`;
  return row ?? { neverLeft: 0, stopped: 0 };
}
