import { Search } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { Button } from "@/components/button";
import { PageTitle } from "@/components/layout";
import { clinicPage } from "@/features/access/page-gates";
import { getTranslations } from "@/lib/translations";
import { PatientWork } from "./_components/patient-work";
import { WorkSkeleton } from "./_components/work-skeleton";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("doctor");
  return { title: words("title") };
}

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The orthodontist's work list: what needs them first, then everybody, then a search of the practice. */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const admitted = await clinicPage("/doctor", "orthodontist");
  const [search, words] = await Promise.all([searchParams, getTranslations("doctor")]);
  const query = text(search.q).slice(0, 80);
  const show = text(search.show);
  const after = uuid.test(text(search.after)) ? text(search.after) : null;
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
                  defaultValue={query}
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
      <Suspense fallback={<WorkSkeleton />} key={`${query} ${show} ${after}`}>
        <PatientWork after={after} query={query} show={show} {...admitted} />
      </Suspense>
    </div>
  );
}

function text(value: string | string[] | undefined): string {
  return typeof value === "string" ? value.trim() : "";
}
