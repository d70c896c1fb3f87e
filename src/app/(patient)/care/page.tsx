import type { Metadata } from "next";
import { Suspense } from "react";
import { PageTitle } from "@/components/layout";
import { patientPage } from "@/features/access/page-gates";
import { CareSearch } from "@/features/care/components/care-search";
import type { PageSearch } from "@/lib/page-search";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { CareArticles } from "./_components/care-articles";
import { CareSkeleton } from "./_components/care-skeleton";
import { FoundArticles } from "./_components/found-articles";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("care");
  return { title: words("title") };
}

/** Care guidance: what fits now, everything by topic, or what was searched for (R26). */
export default async function CarePage({ searchParams }: { searchParams: PageSearch }) {
  const admitted = await patientPage("/care", searchParams);
  const [{ patient, query: asked }, words, search] = await Promise.all([
    searchParams,
    getTranslations("care"),
    getTranslations("care.search"),
  ]);
  const named = patient === undefined ? undefined : admitted.actor.patientId;
  const query = typeof asked === "string" ? asked.toWellFormed().trim().slice(0, 100) : "";
  return (
    <div className="flex flex-col gap-6">
      <PageTitle lead={words("lead")} title={words("title")} />
      <CareSearch named={named} query={query} words={pickWords(search, ["label", "placeholder"])} />
      <Suspense fallback={<CareSkeleton />}>
        {query === "" ? (
          <CareArticles {...admitted} named={named} />
        ) : (
          <FoundArticles {...admitted} named={named} query={query} />
        )}
      </Suspense>
    </div>
  );
}
