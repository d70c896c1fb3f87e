import type { Metadata } from "next";
import { Card } from "@/components/layout";
import { clinicPage } from "@/features/access/page-gates";
import { PracticeAdvice } from "@/features/problems/components/practice-advice";
import { SettingsTitle } from "@/features/settings/components/settings-title";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("problems.settings");
  return { title: words("title") };
}

/** R25: what patients read about a problem with an aligner where their plan says nothing. */
export default async function ProblemSettingsPage() {
  const { services, actor } = await clinicPage("/desk/settings/problems", "admin");
  const words = await getTranslations("problems.settings");
  return (
    <>
      <SettingsTitle lead={words("lead")} title={words("title")} />
      <Card>
        <PracticeAdvice actor={actor} services={services} />
      </Card>
    </>
  );
}
