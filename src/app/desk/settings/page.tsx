import type { Metadata } from "next";
import { PageTitle } from "@/components/layout";
import { SectionList } from "@/components/section-nav";
import { clinicPage } from "@/features/access/page-gates";
import { sectionIcon } from "@/features/settings/components/section-icons";
import { settingsSections } from "@/features/settings/sections";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("settings");
  return { title: words("title") };
}

/** What admins set for the practice, in sections (R52). */
export default async function SettingsPage() {
  const [{ actor }, words] = await Promise.all([
    clinicPage("/desk/settings", "admin"),
    getTranslations("settings"),
  ]);
  return (
    <>
      <PageTitle lead={words("lead", { practice: actor.practiceName })} title={words("title")} />
      <SectionList
        label={words("sections.label")}
        sections={settingsSections.map(({ key, href }) => ({
          key,
          href,
          label: words(`sections.${key}`),
          icon: sectionIcon(key),
          line: words(`sections.lines.${key}`),
        }))}
      />
    </>
  );
}
