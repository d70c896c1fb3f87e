import type { Metadata } from "next";
import { SettingsTitle } from "@/features/settings/components/settings-title";
import { rulesWordKeys } from "@/features/settings/times/components/form-words";
import { RulesForm } from "@/features/settings/times/components/rules-form";
import { timesPage } from "@/features/settings/times/page-facts";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("visitSettings.rules");
  return { title: words("title") };
}

/** The windows of booking, moving and cancelling, and how times follow each other (R29, R32). */
export default async function BookingRulesPage() {
  const [{ settings, choices, formWords, language }, words] = await Promise.all([
    timesPage("/desk/settings/booking"),
    getTranslations("visitSettings.rules"),
  ]);
  return (
    <>
      <SettingsTitle lead={words("lead")} title={words("title")} />
      <RulesForm
        choices={choices}
        formWords={formWords}
        key={settings.rules.seen}
        language={language}
        rules={settings.rules}
        words={pickWords((key) => words.raw(key), rulesWordKeys)}
      />
    </>
  );
}
