import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { clinicPage } from "@/features/access/page-gates";
import { isPatientHere } from "@/features/treatment/view-patient";
import { readListPlace, readListWish } from "@/features/treatment/work-list/list-wish";
import { getTranslations } from "@/lib/translations";
import { PatientContent } from "./_components/patient-content";
import { PatientSkeleton } from "./_components/patient-skeleton";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("doctor");
  return { title: words("title") };
}

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** A patient for those who treat them, on one page. */
export default async function Page({ params, searchParams }: Props) {
  const [{ id }, search] = await Promise.all([params, searchParams]);
  const admitted = await clinicPage(`/doctor/patients/${id}`, "orthodontist");
  const isHere = uuid.test(id) && (await isPatientHere(admitted.services, admitted.actor, id));
  // Before anything is sent, so that a missing patient answers 404.
  if (!isHere) notFound();
  return (
    <Suspense fallback={<PatientSkeleton />} key={id}>
      <PatientContent
        {...admitted}
        patientId={id.toLowerCase()}
        since={readListPlace(search).since}
        wish={readListWish(search, "all")}
      />
    </Suspense>
  );
}
