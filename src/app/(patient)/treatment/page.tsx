import type { Metadata } from "next";
import { Suspense } from "react";
import { patientPage } from "@/features/access/page-gates";
import { getTranslations } from "@/lib/translations";
import { TreatmentContent } from "./_components/treatment-content";
import { TreatmentSkeleton } from "./_components/treatment-skeleton";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("treatment");
  return { title: words("title") };
}

type Search = Promise<Record<string, string | string[] | undefined>>;

/** The patient's whole treatment by day (R20). */
export default async function Page({ searchParams }: { searchParams: Search }) {
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
