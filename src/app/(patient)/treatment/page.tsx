import type { Metadata } from "next";
import { Suspense } from "react";
import { patientPage } from "@/features/access/page-gates";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";
import { TreatmentContent } from "./_components/treatment-content";
import { TreatmentSkeleton } from "./_components/treatment-skeleton";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("treatment");
  return { title: words("title") };
}

/** The patient's whole treatment by day (R20). */
export default async function Page({ searchParams }: { searchParams: PageSearch }) {
  const admitted = await patientPage("/treatment", searchParams);
  const { patient } = await searchParams;
  return (
    <Suspense fallback={<TreatmentSkeleton />}>
      <TreatmentContent
        {...admitted}
        named={patient === undefined ? undefined : admitted.actor.patientId}
      />
    </Suspense>
  );
}
