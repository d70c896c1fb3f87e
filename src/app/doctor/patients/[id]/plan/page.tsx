import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { clinicPage } from "@/features/access/page-gates";
import { isPatientHere } from "@/features/treatment/view-patient";
import { getTranslations } from "@/lib/translations";
import { PlanContent } from "./_components/plan-content";
import { PlanSkeleton } from "./_components/plan-skeleton";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("plan");
  return { title: words("title") };
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The plan of a patient, to edit (R22). */
export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const { id } = await params;
  const admitted = await clinicPage(`/doctor/patients/${id}/plan`, "orthodontist");
  const isHere = uuid.test(id) && (await isPatientHere(admitted.services, admitted.actor, id));
  // Before anything is sent, so that a missing patient answers 404.
  if (!isHere) notFound();
  return (
    <Suspense fallback={<PlanSkeleton />} key={id}>
      <PlanContent {...admitted} patientId={id.toLowerCase()} />
    </Suspense>
  );
}
