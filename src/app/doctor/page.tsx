import { Search } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { Button } from "@/components/button";
import { PageTitle } from "@/components/layout";
import { clinicPage } from "@/features/access/page-gates";
import { listSearch, readListPlace, readListWish } from "@/features/treatment/work-list/list-wish";
import { getTranslations } from "@/lib/translations";
import { PatientWork } from "./_components/patient-work";
import { WorkSkeleton } from "./_components/work-skeleton";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("doctor");
  return { title: words("title") };
}

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The orthodontist's work list: what needs them first, then everybody, then a search of the practice. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const admitted = await clinicPage("/doctor", "orthodontist");
  const [search, words] = await Promise.all([searchParams, getTranslations("doctor")]);
  const wish = readListWish(search, "needs");
  const at = readListPlace(search);
  return (
    <div className="flex flex-col gap-5">
      <PageTitle
        action={
          <search className="w-full sm:w-auto">
            <form action="/doctor" className="flex gap-2">
              <div className="relative min-w-0 grow">
                <Search
                  aria-hidden="true"
                  className="pointer-events-none absolute inset-s-3 inset-y-0 my-auto size-5 text-muted"
                />
                <input
                  aria-label={words("search.label")}
                  autoComplete="off"
                  className="control ps-11 text-dense sm:w-80"
                  data-search=""
                  defaultValue={wish.query}
                  enterKeyHint="search"
                  maxLength={80}
                  name="q"
                  placeholder={words("search.hint")}
                  type="search"
                />
              </div>
              <Button className="lg:min-h-11" kind="secondary" small type="submit">
                {words("search.go")}
              </Button>
            </form>
          </search>
        }
        title={words("title")}
      />
      <Suspense fallback={<WorkSkeleton />} key={listSearch(wish, at)}>
        <PatientWork at={at} wish={wish} {...admitted} />
      </Suspense>
    </div>
  );
}
