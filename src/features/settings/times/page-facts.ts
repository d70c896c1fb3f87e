import { getLocale } from "next-intl/server";
import { clinicPage } from "@/features/access/page-gates";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { type PreviewChoices, timesFormWordKeys } from "./components/form-words";
import { timesSettings } from "./queries";

/** What every page of the practice's times begins with: the admin, the settings, the words of its form. */
export async function timesPage(path: string) {
  const [{ services, actor }, form, language] = await Promise.all([
    clinicPage(path, "admin"),
    getTranslations("visitSettings.form"),
    getLocale(),
  ]);
  const settings = await timesSettings(services, actor);
  const choices: PreviewChoices = {
    practitioners: settings.practitioners,
    types: settings.types.filter(({ archived }) => !archived).map(({ id, name }) => ({ id, name })),
    weekOn: settings.today,
  };
  const formWords = pickWords((key) => form.raw(key), timesFormWordKeys);
  return { services, actor, settings, choices, formWords, language };
}
