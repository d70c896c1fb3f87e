import type { Metadata } from "next";
import { Suspense } from "react";
import { patientPage } from "@/features/access/page-gates";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";
import { CheckInContent } from "./_components/check-in-content";
import { CheckInSkeleton } from "./_components/check-in-skeleton";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("checkIns");
  return { title: words("title") };
}

/** The photos the orthodontist asks for, step by step (R24). */
export default async function Page({ searchParams }: { searchParams: PageSearch }) {
  const admitted = await patientPage("/treatment/check-in", searchParams);
  const { patient } = await searchParams;
  return (
    <Suspense fallback={<CheckInSkeleton />}>
      <CheckInContent
        {...admitted}
        named={patient === undefined ? undefined : admitted.actor.patientId}
      />
    </Suspense>
  );
}
