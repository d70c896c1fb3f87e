import type { Metadata } from "next";
import { BackLink } from "@/components/back-link";
import { PageTitle, Section, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { clinicPage } from "@/features/access/page-gates";
import { absencePlan } from "@/features/messages/cover/absence-plan";
import { DaysAway } from "@/features/messages/cover/components/days-away";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("absences");
  return { title: words("title") };
}

/** One's own days away, and who looks after the conversations then (R40). */
export default async function AbsencePage() {
  const { services, actor } = await clinicPage("/doctor/inbox/absence", "orthodontist");
  const [plan, words] = await Promise.all([
    absencePlan(services, actor, "own"),
    getTranslations("absences"),
  ]);
  return (
    <div className="max-w-200">
      <Stack gap={8}>
        <Stack gap={2}>
          <BackLink href="/doctor/inbox">{words("back")}</BackLink>
          <PageTitle lead={words("lead")} title={words("title")} />
        </Stack>
        {plan ? (
          <Section id="days" title={words("ahead")}>
            <DaysAway actor={actor} plan={plan} services={services} />
          </Section>
        ) : (
          <Notice>{words("noPractitioner")}</Notice>
        )}
      </Stack>
    </div>
  );
}
