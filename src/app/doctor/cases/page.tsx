import { Search } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { Button, ButtonLink } from "@/components/button";
import { PageTitle } from "@/components/layout";
import { clinicPage } from "@/features/access/page-gates";
import { caseListHref, readCaseSearch } from "@/features/cases/list-search";
import { getTranslations } from "@/lib/translations";
import { CaseList } from "./_components/case-list";
import { CaseListSkeleton } from "./_components/case-list-skeleton";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("cases.list");
  return { title: words("title") };
}

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The practice's cases: those that need the orthodontist first (R41). */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const admitted = await clinicPage("/doctor/cases", "orthodontist");
  const [search, words] = await Promise.all([searchParams, getTranslations("cases.list")]);
  const wish = readCaseSearch(search);
  return (
    <div className="flex flex-col gap-5">
      <PageTitle
        action={
          <div className="flex w-full flex-wrap gap-2 sm:w-auto">
            <search className="grow">
              <form action="/doctor/cases" className="flex gap-2">
                <div className="relative min-w-0 grow">
                  <Search
                    aria-hidden="true"
                    className="pointer-events-none absolute inset-s-3 inset-y-0 my-auto size-5 text-muted"
                  />
                  <input
                    aria-label={words("search")}
                    autoComplete="off"
                    className="control ps-11 text-dense sm:w-64"
                    data-search=""
                    defaultValue={wish.q}
                    enterKeyHint="search"
                    maxLength={80}
                    name="q"
                    placeholder={words("searchHint")}
                    type="search"
                  />
                </div>
                <Button className="lg:min-h-11" kind="secondary" small type="submit">
                  {words("go")}
                </Button>
              </form>
            </search>
            <ButtonLink className="lg:min-h-11" href="/doctor/cases/new" prefetch={false} small>
              {words("new")}
            </ButtonLink>
          </div>
        }
        title={words("title")}
      />
      <Suspense fallback={<CaseListSkeleton />} key={caseListHref(wish)}>
        <CaseList wish={wish} {...admitted} />
      </Suspense>
    </div>
  );
}
