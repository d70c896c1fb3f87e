import type { Metadata } from "next";
import { Section } from "@/components/layout";
import { clinicPage } from "@/features/access/page-gates";
import { ownLoginAge } from "@/features/guardians/change-own-login-age";
import { AgeForm } from "@/features/guardians/components/age-form";
import { SettingsTitle } from "@/features/settings/components/settings-title";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("settings.guardians");
  return { title: words("title") };
}

/** R10: the age from which a patient has a login of their own. */
export default async function GuardianSettingsPage() {
  const [{ services, actor }, words] = await Promise.all([
    clinicPage("/desk/settings/guardians", "admin"),
    getTranslations("settings.guardians"),
  ]);
  const { age, ages } = await ownLoginAge(services, actor);
  const options = ages.map((count) => ({ value: String(count), label: words("years", { count }) }));
  return (
    <>
      <SettingsTitle lead={words("lead")} title={words("title")} />
      <AgeForm
        age={age}
        options={options}
        words={pickWords(
          (key) => words.raw(key),
          [
            "label",
            "hint",
            "check",
            "dialogTitle",
            "save",
            "cancel",
            "saved",
            "endsNothing",
            "ends",
            "staysEnded",
            "endings",
            "youngPeople",
            "withoutLogin",
            "soon",
          ],
        )}
      />
      <Section id="what" title={words("what.title")}>
        <ul className="flex list-disc flex-col gap-1.5 ps-5">
          {(["before", "day", "after"] as const).map((key) => (
            <li key={key}>{words(`what.${key}`)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
