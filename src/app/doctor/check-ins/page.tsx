import type { Metadata } from "next";
import { Suspense } from "react";
import { PageTitle } from "@/components/layout";
import { clinicPage } from "@/features/access/page-gates";
import { checkInListHref, readCheckInListWish } from "@/features/check-ins/list-wish";
import { getTranslations } from "@/lib/translations";
import { WaitingContent } from "./_components/waiting-content";
import { WaitingSkeleton } from "./_components/waiting-skeleton";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("checkIns.clinic");
  return { title: words("title") };
}

type SearchParams = Promise<Record<string, string | string[] | undefined>>;

/** The orthodontist's queue of photo check-ins (R24). */
export default async function Page({ searchParams }: { searchParams: SearchParams }) {
  const wish = readCheckInListWish(await searchParams);
  const admitted = await clinicPage(checkInListHref(wish), "orthodontist");
  const words = await getTranslations("checkIns.clinic");
  return (
    <div className="flex flex-col gap-5">
      <PageTitle title={words("title")} />
      <Suspense fallback={<WaitingSkeleton />} key={checkInListHref(wish)}>
        <WaitingContent {...admitted} wish={wish} />
      </Suspense>
    </div>
  );
}
