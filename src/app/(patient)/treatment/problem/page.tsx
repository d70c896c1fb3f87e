import type { Metadata } from "next";
import { Suspense } from "react";
import { BackLink } from "@/components/back-link";
import { PageTitle } from "@/components/layout";
import { patientPage } from "@/features/access/page-gates";
import { ExpectationsNote } from "@/features/messages/components/expectations-note";
import { expectations } from "@/features/messages/queries";
import type { PageSearch } from "@/lib/page-search";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";
import { ProblemContent } from "./_components/problem-content";
import { ProblemSkeleton } from "./_components/problem-skeleton";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("problems");
  return { title: words("title") };
}

/** Something is wrong with an aligner (R25): what the orthodontist said beforehand, then a conversation. */
export default async function ProblemPage({ searchParams }: { searchParams: PageSearch }) {
  const admitted = await patientPage("/treatment/problem", searchParams);
  const [{ patient }, words, expected] = await Promise.all([
    searchParams,
    getTranslations("problems"),
    expectations(admitted.services, admitted.actor),
  ]);
  const named = patient === undefined ? undefined : admitted.actor.patientId;
  return (
    <div className="flex flex-col gap-6">
      <BackLink href={withPatient("/treatment", named)}>{words("back")}</BackLink>
      <PageTitle lead={words("lead")} title={words("title")} />
      <ExpectationsNote expected={expected} />
      <Suspense fallback={<ProblemSkeleton />}>
        <ProblemContent {...admitted} named={named} />
      </Suspense>
    </div>
  );
}
