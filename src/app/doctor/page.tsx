import type { Metadata } from "next";
import { Suspense } from "react";
import { Button } from "@/components/button";
import { clinicPage } from "@/features/access/page-gates";
import { getTranslations } from "@/lib/translations";
import { PatientWork } from "./_components/patient-work";
import { WorkSkeleton } from "./_components/work-skeleton";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("doctor");
  return { title: words("title") };
}

type Search = Promise<Record<string, string | string[] | undefined>>;

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The orthodontist's work list: what needs them first, then everybody, then a search of the practice. */
export default async function Page({ searchParams }: { searchParams: Search }) {
  const admitted = await clinicPage("/doctor", "orthodontist");
  const [search, words] = await Promise.all([searchParams, getTranslations("doctor")]);
  const query = text(search.q).slice(0, 80);
  const show = text(search.show);
  const after = uuid.test(text(search.after)) ? text(search.after) : null;
  return (
    <div className="flex flex-col gap-5">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="font-bold text-2xl">{words("title")}</h1>
        <form action="/doctor" className="flex w-full items-end gap-2 sm:w-auto">
          <label className="flex min-w-0 grow flex-col gap-1 text-muted text-sm" htmlFor="q">
            {words("search.label")}
            <input
              autoComplete="off"
              className="control text-dense text-ink sm:w-72"
              data-search=""
              defaultValue={query}
              id="q"
              maxLength={80}
              name="q"
              placeholder={words("search.hint")}
              type="search"
            />
          </label>
          <Button className="lg:min-h-11" kind="secondary" small type="submit">
            {words("search.go")}
          </Button>
        </form>
      </div>
      <Suspense fallback={<WorkSkeleton />} key={`${query} ${show} ${after}`}>
        <PatientWork after={after} query={query} show={show} {...admitted} />
      </Suspense>
    </div>
  );
}

function text(value: string | string[] | undefined): string {
  return typeof value === "string" ? value.trim() : "";
}
