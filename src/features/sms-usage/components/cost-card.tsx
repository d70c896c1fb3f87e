import { Temporal } from "temporal-polyfill";
import { DataTable } from "@/components/data-table";
import { Disclosure } from "@/components/disclosure";
import { Card, Section, Stack } from "@/components/layout";
import { shortDay } from "@/lib/short-day";
import { getTranslations } from "@/lib/translations";
import { moneyText } from "../money-text";
import type { UsageAnswer } from "../schema";
import { DayBars } from "./day-bars";
import { knownCost, monthName } from "./usage-words";

type CostCardProps = { usage: UsageAnswer; language: string };

/** What the month came to, in one sum and day by day. */
export async function CostCard({ usage, language }: CostCardProps) {
  const words = await getTranslations("usage");
  const { total } = usage;
  const month = monthName(usage.month, language);
  const facts = [
    { value: total.texts, name: words("cost.texts", { count: total.texts }) },
    { value: total.segments, name: words("cost.segments", { count: total.segments }) },
    { value: usage.delivered, name: words("cost.delivered") },
    { value: usage.undelivered, name: words("cost.undelivered") },
    { value: usage.neverLeft, name: words("cost.neverLeft") },
  ];
  return (
    <Section id="cost" title={words("cost.label", { month })}>
      <Card>
        <Stack gap={6}>
          <div className="flex flex-col gap-1">
            <p className="font-bold text-3xl">{knownCost(total, language) ?? words("cost.none")}</p>
            <Later language={language} total={total} words={words} />
          </div>
          <dl className="flex flex-wrap gap-x-7 gap-y-3">
            {facts.map(({ value, name }) => (
              <div className="flex flex-col-reverse justify-end" key={name}>
                <dt className="text-muted text-sm">{name}</dt>
                <dd className="font-bold text-xl tabular-nums">{value.toLocaleString(language)}</dd>
              </div>
            ))}
          </dl>
          <Days language={language} usage={usage} />
          {usage.stopped > 0 && <p>{words("cost.stopped", { count: usage.stopped })}</p>}
          <p className="text-muted text-sm">{words("cost.segmentsHint")}</p>
        </Stack>
      </Card>
    </Section>
  );
}

type Words = Awaited<ReturnType<typeof getTranslations>>;
type LaterProps = { total: UsageAnswer["total"]; language: string; words: Words };

/** What has no price yet, and an estimate where the month's own prices give one. */
function Later({ total, language, words }: LaterProps) {
  const { unpriced: count, estimate, known } = total;
  if (count === 0) return null;
  const told = known[0];
  if (!estimate || !told) return <p className="text-muted">{words("cost.unpriced", { count })}</p>;
  const sum = Number(told.amount) + Number(estimate.amount);
  const about = moneyText({ currency: estimate.currency, amount: String(sum) }, language);
  return <p className="text-muted">{words("cost.estimate", { count, total: about })}</p>;
}

async function Days({ usage, language }: CostCardProps) {
  const words = await getTranslations("usage.days");
  const { days, total, month } = usage;
  const { daysInMonth } = Temporal.PlainYearMonth.from(month);
  const busiest = days.reduce<(typeof days)[number] | null>(
    (most, day) => (day.texts > (most?.texts ?? 0) ? day : most),
    null,
  );
  const busiestWords = busiest
    ? words("busiest", { day: shortDay(busiest.on, language), count: busiest.texts })
    : words("none");
  return (
    <Stack gap={3}>
      <figure className="flex flex-col gap-1.5">
        <DayBars
          days={days}
          daysInMonth={daysInMonth}
          label={words("label", {
            month: monthName(month, language),
            count: total.texts,
            busiest: busiestWords,
          })}
        />
        <div aria-hidden="true" className="flex justify-between text-muted text-sm">
          <span>{shortDay(`${month}-01`, language, { weekday: false })}</span>
          <span>{shortDay(`${month}-15`, language, { weekday: false })}</span>
          <span>{shortDay(`${month}-${daysInMonth}`, language, { weekday: false })}</span>
        </div>
        <figcaption className="text-muted text-sm">{busiestWords}</figcaption>
      </figure>
      {total.texts > 0 && (
        <Disclosure summary={words("table")}>
          <DataTable
            caption={words("caption")}
            columns={[
              {
                key: "day",
                header: words("day"),
                names: true,
                cell: ({ on }) => (
                  <span className="whitespace-nowrap">{shortDay(on, language)}</span>
                ),
              },
              { key: "texts", header: words("texts"), numeric: true, cell: ({ texts }) => texts },
              {
                key: "segments",
                header: words("segments"),
                numeric: true,
                cell: ({ segments }) => segments,
              },
              {
                key: "cost",
                header: words("cost"),
                numeric: true,
                cell: (day) => knownCost(day, language) ?? words("later"),
              },
            ]}
            rowKey={({ on }) => on}
            rows={days.filter(({ texts }) => texts > 0).toReversed()}
          />
        </Disclosure>
      )}
    </Stack>
  );
}
