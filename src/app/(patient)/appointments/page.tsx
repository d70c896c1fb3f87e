import type { Metadata } from "next";
import { Suspense } from "react";
import { patientPage } from "@/features/access/page-gates";
import { VisitsOverview } from "@/features/appointments/components/visits-overview";
import { VisitsSkeleton } from "@/features/appointments/components/visits-skeleton";
import { getTranslations } from "@/lib/translations";

type Search = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("appointments");
  return { title: words("title") };
}

export default async function AppointmentsPage({ searchParams }: { searchParams: Search }) {
  const admitted = await patientPage("/appointments", searchParams);
  return (
    <Suspense fallback={<VisitsSkeleton />}>
      <VisitsOverview {...admitted} search={await searchParams} />
    </Suspense>
  );
}
