import type { Metadata } from "next";
import { clinicPage } from "@/features/access/page-gates";
import { PracticeForm } from "@/features/practices/identity/components/practice-form";
import { shownIdentity } from "@/features/practices/identity/shown-identity";
import { SettingsTitle } from "@/features/settings/components/settings-title";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("settings.practice");
  return { title: words("title") };
}

/** How the practice shows itself to patients, and the bounds of its texts. */
export default async function PracticeSettingsPage() {
  const [{ services, actor }, words, all] = await Promise.all([
    clinicPage("/desk/settings/practice", "admin"),
    getTranslations("settings.practice"),
    getTranslations("settings"),
  ]);
  const { identity, seen } = await shownIdentity(services, actor);
  return (
    <>
      <SettingsTitle lead={words("lead")} title={words("title")} />
      <PracticeForm identity={identity} seen={seen} words={all.raw("practice")} />
    </>
  );
}
