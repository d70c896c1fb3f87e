import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { Card, PageTitle, Section } from "@/components/layout";
import { Notice } from "@/components/notice";
import { Pagination } from "@/components/pagination";
import { clinicPage } from "@/features/access/page-gates";
import { countAudit, countedAtMost } from "@/features/audit/count-audit";
import { readFilters } from "@/features/audit/schema";
import { searchAudit } from "@/features/audit/search-audit";
import type { PageSearch } from "@/lib/page-search";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { AuditExport } from "./_components/audit-export";
import { AuditFilter } from "./_components/audit-filter";
import { auditHref } from "./_components/audit-href";
import { AuditRows } from "./_components/audit-rows";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("audit");
  return { title: words("metaTitle") };
}

/** R52, R53: what happened in the practice, for its admins alone. */
export default async function AuditPage({ searchParams }: { searchParams: PageSearch }) {
  const [{ services, actor }, search, words, language] = await Promise.all([
    clinicPage("/desk/audit", "admin"),
    searchParams,
    getTranslations("audit"),
    getLocale(),
  ]);
  const { filters, wrong } = readFilters(search);
  const filter = <AuditFilter filters={filters} given={search} words={words} wrong={wrong} />;
  if (Object.keys(wrong).length > 0)
    return (
      <>
        <PageTitle lead={words("lead")} title={words("title")} />
        <Card>{filter}</Card>
        <Notice tone="notice">{words("filter.wrong.lead")}</Notice>
      </>
    );
  const before = typeof search.before === "string" ? search.before : undefined;
  const [{ items, next }, fitting] = await Promise.all([
    searchAudit(services, actor, filters, before),
    countAudit(services, actor, filters),
  ]);
  return (
    <>
      <PageTitle lead={words("lead")} title={words("title")} />
      <Card>{filter}</Card>
      <AuditRows
        filters={filters}
        language={language}
        rows={items}
        words={words}
        zone={actor.zone}
      />
      <Pagination
        firstHref={before === undefined ? null : auditHref(filters)}
        nextHref={next === null ? null : auditHref(filters, next)}
      />
      {items.length > 0 && (
        <Section id="export" title={words("export.title")}>
          <AuditExport
            filters={filters}
            fit={words(fitting > countedAtMost ? "export.fitMore" : "export.fit", {
              count: Math.min(fitting, countedAtMost),
            })}
            language={language}
            words={pickWords((key) => words(`export.${key}`), ["lead", "csv", "json"])}
            done={words.raw("export.done")}
          />
        </Section>
      )}
    </>
  );
}
