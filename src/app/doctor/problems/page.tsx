import type { Metadata } from "next";
import { Suspense } from "react";
import { PageTitle } from "@/components/layout";
import { SegmentLinks } from "@/components/segment-links";
import { clinicPage } from "@/features/access/page-gates";
import { ProblemList } from "@/features/problems/components/problem-list";
import { ProblemListSkeleton } from "@/features/problems/components/problem-list-skeleton";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("problems.list");
  return { title: words("title") };
}

/** Reports of problems that nobody has answered, the longest first (R25). */
export default async function ProblemsPage({ searchParams }: { searchParams: PageSearch }) {
  const admitted = await clinicPage("/doctor/problems", "orthodontist");
  const [search, words] = await Promise.all([searchParams, getTranslations("problems.list")]);
  const whose = search.whose === "all" ? "all" : "mine";
  const after = typeof search.after === "string" ? search.after : undefined;
  return (
    <div className="flex flex-col gap-5">
      <PageTitle lead={words("lead")} title={words("title")} />
      <SegmentLinks
        label={words("whose")}
        items={(["mine", "all"] as const).map((one) => ({
          label: words(one),
          href: one === "mine" ? "/doctor/problems" : "/doctor/problems?whose=all",
          current: one === whose,
        }))}
      />
      <Suspense fallback={<ProblemListSkeleton />} key={`${whose} ${after}`}>
        <ProblemList {...admitted} after={after} whose={whose} />
      </Suspense>
    </div>
  );
}
