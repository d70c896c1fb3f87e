import type { Metadata } from "next";
import { Suspense } from "react";
import { patientPage } from "@/features/access/page-gates";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";
import { WearContent } from "./_components/wear-content";
import { WearSkeleton } from "./_components/wear-skeleton";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("wear");
  return { title: words("title") };
}

/** How long the aligners were worn, day by day (R23). */
export default async function Page({ searchParams }: { searchParams: PageSearch }) {
  const admitted = await patientPage("/treatment/wear", searchParams);
  const { patient } = await searchParams;
  return (
    <Suspense fallback={<WearSkeleton />}>
      <WearContent
        {...admitted}
        named={patient === undefined ? undefined : admitted.actor.patientId}
      />
    </Suspense>
  );
}
