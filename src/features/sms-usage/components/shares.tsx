import Link from "next/link";
import { Card, Section } from "@/components/layout";
import { getTranslations } from "@/lib/translations";
import type { CostAnswer, UsageAnswer } from "../schema";
import { Meter } from "./meter";
import { knownCost, monthName, usageHref } from "./usage-words";

type SharesProps = { usage: UsageAnswer; language: string };

/** What the month's texts were for, the most first. */
export async function PurposeShares({ usage, language }: SharesProps) {
  const words = await getTranslations("usage.purposes");
  const { purposes, month } = usage;
  const most = purposes[0]?.texts ?? 1;
  return (
    <Section id="purposes" title={words("title")}>
      <Card className="px-5 pt-2 pb-1 sm:px-6" flush>
        {purposes.length === 0 ? (
          <p className="py-3 text-muted">{words("none")}</p>
        ) : (
          <ul className="divide-y divide-hairline">
            {purposes.map((one) => (
              <Share
                cost={one}
                href={`${usageHref({ month, purpose: one.purpose })}#texts`}
                key={one.purpose}
                language={language}
                name={
                  words.has(`names.${one.purpose}`) ? words(`names.${one.purpose}`) : one.purpose
                }
                percent={(one.texts * 100) / most}
                texts={words("of", { texts: one.texts })}
              />
            ))}
          </ul>
        )}
      </Card>
    </Section>
  );
}

/** The months of a year that had any texts, the newest first. */
export async function MonthShares({ usage, language }: SharesProps) {
  const [year, words] = await Promise.all([
    getTranslations("usage.year"),
    getTranslations("usage.purposes"),
  ]);
  const months = usage.months.filter(({ texts }) => texts > 0).toReversed();
  const most = Math.max(1, ...months.map(({ texts }) => texts));
  return (
    <Section id="year" title={year("title")}>
      <Card className="px-5 pt-2 pb-1 sm:px-6" flush>
        {months.length === 0 ? (
          <p className="py-3 text-muted">{year("none")}</p>
        ) : (
          <ul className="divide-y divide-hairline">
            {months.map((one) => (
              <Share
                cost={one}
                href={usageHref({ month: one.month })}
                isCurrent={one.month === usage.month}
                key={one.month}
                language={language}
                name={monthName(one.month, language)}
                percent={(one.texts * 100) / most}
                texts={words("of", { texts: one.texts })}
              />
            ))}
          </ul>
        )}
      </Card>
    </Section>
  );
}

type ShareProps = {
  name: string;
  href: string;
  texts: string;
  cost: CostAnswer;
  percent: number;
  language: string;
  isCurrent?: boolean;
};

function Share({ name, href, texts, cost, percent, language, isCurrent = false }: ShareProps) {
  return (
    <li className="grid grid-cols-[1fr_auto] items-baseline gap-x-4 pb-3">
      <Link
        aria-current={isCurrent ? "page" : undefined}
        className="inline-flex min-h-11 items-center font-semibold hover:underline aria-[current]:text-accent"
        href={href}
        prefetch={false}
      >
        {name}
      </Link>
      <span className="text-muted text-dense tabular-nums">
        {[texts, knownCost(cost, language)].filter(Boolean).join(" · ")}
      </span>
      <div className="col-span-2">
        <Meter percent={percent} thin />
      </div>
    </li>
  );
}
