import type { Metadata } from "next";
import { Suspense } from "react";
import { patientPage } from "@/features/access/page-gates";
import { VisitsSkeleton } from "@/features/appointments/components/visits/visits-skeleton";
import { VisitsWithWaiting } from "@/features/waiting-list/components/visits-with-waiting";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("appointments");
  return { title: words("title") };
}

export default async function AppointmentsPage({ searchParams }: { searchParams: PageSearch }) {
  const admitted = await patientPage("/appointments", searchParams);
  return (
    <Suspense fallback={<VisitsSkeleton />}>
      <VisitsWithWaiting {...admitted} search={await searchParams} />
    </Suspense>
  );
}
