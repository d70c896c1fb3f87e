import type { Tx } from "@/db/client";
import type { DeliveryState } from "@/db/generated/enums";
import type { TextSum } from "@/domain/sms-usage/texts-cost";
import type { MonthSpan } from "./month";

export interface DaySum extends TextSum {
  /** `YYYY-MM-DD` in the practice's zone. */
  readonly on: string;
  readonly purpose: string;
  readonly state: DeliveryState;
}

/** What left in a month, summed by day, purpose and state. From the kept sums: never a walk through the texts. */
export function monthSums(
  tx: Tx,
  practiceId: string,
  { fromOn, untilOn }: Pick<MonthSpan, "fromOn" | "untilOn">,
): Promise<DaySum[]> {
  return tx.$queryRaw<DaySum[]>`
    select to_char(sent_on, 'YYYY-MM-DD') as "on", purpose, state::text as state, currency, texts,
      segments::float8 as segments, price_micros::float8 as "priceMicros"
    from tenant.text_day
    where practice_id = ${practiceId}::uuid and sent_on >= ${fromOn.toString()}::date
      and sent_on < ${untilOn.toString()}::date and texts > 0
    order by sent_on, purpose`;
}

export interface MonthSum extends TextSum {
  readonly month: string;
}

/** What left in each month of a span that had any. */
export function sumsByMonth(
  tx: Tx,
  practiceId: string,
  { fromOn, untilOn }: Pick<MonthSpan, "fromOn" | "untilOn">,
): Promise<MonthSum[]> {
  return tx.$queryRaw<MonthSum[]>`
    select to_char(sent_on, 'YYYY-MM') as month, currency, sum(texts)::float8 as texts,
      sum(segments)::float8 as segments, sum(price_micros)::float8 as "priceMicros"
    from tenant.text_day
    where practice_id = ${practiceId}::uuid and sent_on >= ${fromOn.toString()}::date
      and sent_on < ${untilOn.toString()}::date and texts > 0
    group by 1, 2 order by 1, 2`;
}
