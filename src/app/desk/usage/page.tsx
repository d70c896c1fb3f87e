import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { PageTitle, Section, Stack } from "@/components/layout";
import { Pagination } from "@/components/pagination";
import { clinicPage } from "@/features/access/page-gates";
import { CostCard } from "@/features/sms-usage/components/cost-card";
import { Limits } from "@/features/sms-usage/components/limits";
import { MonthSteps } from "@/features/sms-usage/components/month-steps";
import { MonthShares, PurposeShares } from "@/features/sms-usage/components/shares";
import { TextFilter } from "@/features/sms-usage/components/text-filter";
import { TextRows } from "@/features/sms-usage/components/text-rows";
import { TextsExport } from "@/features/sms-usage/components/texts-export";
import { UsageNotices } from "@/features/sms-usage/components/usage-notices";
import { monthName, usageHref } from "@/features/sms-usage/components/usage-words";
import { listTexts } from "@/features/sms-usage/list-texts";
import { monthOf } from "@/features/sms-usage/month";
import { readUsage } from "@/features/sms-usage/read-usage";
import { readUsageSearch } from "@/features/sms-usage/usage-search";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("usage");
  return { title: words("metaTitle") };
}

/** R51: every text with what it cost, a month's sums, its budget and today's cap. */
export default async function UsagePage({ searchParams }: { searchParams: PageSearch }) {
  const [{ services, actor }, search, words, language] = await Promise.all([
    clinicPage("/desk/usage", "staff", "admin"),
    searchParams,
    getTranslations("usage"),
    getLocale(),
  ]);
  const query = readUsageSearch(search);
  const { before, ...kept } = query;
  const [{ value: usage }, { value: texts }] = await Promise.all([
    readUsage(services, actor, { month: query.month }),
    listTexts(services, actor, query),
  ]);
  const thisMonth = monthOf(services.now, actor.zone);
  const isThisMonth = usage.month === thisMonth;
  const month = monthName(usage.month, language);
  return (
    <>
      <PageTitle
        action={<MonthSteps language={language} month={usage.month} thisMonth={thisMonth} />}
        lead={words("lead")}
        title={words("title")}
      />
      <UsageNotices isThisMonth={isThisMonth} language={language} usage={usage} />
      <div className="grid items-start gap-8 xl:grid-cols-[minmax(0,1.7fr)_minmax(0,1fr)]">
        <Stack gap={8}>
          <CostCard language={language} usage={usage} />
          <PurposeShares language={language} usage={usage} />
        </Stack>
        <Stack gap={8}>
          <Limits
            isThisMonth={isThisMonth}
            language={language}
            mayChange={actor.role === "admin"}
            usage={usage}
          />
          <MonthShares language={language} usage={usage} />
        </Stack>
      </div>
      <Section id="texts" title={words("list.title")}>
        <TextFilter query={query} />
        <TextRows language={language} month={month} texts={texts.items} zone={actor.zone} />
        <Pagination
          firstHref={before === undefined ? null : `${usageHref(kept)}#texts`}
          nextHref={
            texts.next === null ? null : `${usageHref({ ...kept, before: texts.next })}#texts`
          }
        />
        <TextsExport
          done={words.raw("export.done")}
          language={language}
          month={usage.month}
          words={{ lead: words("export.lead", { month }), csv: words("export.csv") }}
        />
      </Section>
    </>
  );
}
