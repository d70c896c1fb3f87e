import type { Metadata } from "next";
import { clinicPage } from "@/features/access/page-gates";
import { AnswerSettings } from "@/features/messages/settings/components/answer-settings";
import { TemplateSection } from "@/features/messages/templates/components/template-section";
import { templatesOf } from "@/features/messages/templates/list-templates";
import { SettingsTitle } from "@/features/settings/components/settings-title";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("templates.settings");
  return { title: words("title") };
}

/** What patients read about answers, the alarm, and everybody's templates (R39, R40, R52). */
export default async function MessageSettingsPage() {
  const { services, actor } = await clinicPage("/desk/settings/messages", "admin");
  const [words, templates] = await Promise.all([
    getTranslations("templates.settings"),
    templatesOf(services, actor),
  ]);
  return (
    <>
      <SettingsTitle lead={words("lead")} title={words("title")} />
      <TemplateSection mayChange templates={templates} whose="everybody" />
      <AnswerSettings actor={actor} services={services} />
    </>
  );
}
