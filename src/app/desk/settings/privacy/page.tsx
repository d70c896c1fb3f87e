import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { Section } from "@/components/layout";
import type { RetentionKind } from "@/domain/retention/retention-rules";
import { clinicPage } from "@/features/access/page-gates";
import { NightTable } from "@/features/retention/components/night-table";
import { RetentionForm } from "@/features/retention/components/retention-form";
import { retentionView } from "@/features/retention/queries";
import { SettingsTitle } from "@/features/settings/components/settings-title";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

const choices: Readonly<Record<RetentionKind, readonly number[]>> = {
  drafts: [1, 3, 6, 12, 24, 60],
  deliveries: [3, 6, 12, 24, 36, 60, 120],
  failedRegistrations: [1, 3, 6, 12, 24, 60],
  records: [10, 15, 20, 25, 30, 50],
};

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("settings.privacy");
  return { title: words("title") };
}

/** S23: how long the practice keeps things, and what the last nights removed. */
export default async function PrivacyPage() {
  const [{ services, actor }, words, language] = await Promise.all([
    clinicPage("/desk/settings/privacy", "admin"),
    getTranslations("settings.privacy"),
    getLocale(),
  ]);
  const { setting, nights } = await retentionView(services, actor);
  const optionsOf = (kind: RetentionKind) => {
    const present = setting[kind];
    const offered = new Set([...choices[kind], ...(present === null ? [] : [present])]);
    const unit = kind === "records" ? "years" : "months";
    const periods = [...offered]
      .sort((one, other) => one - other)
      .map((count) => ({ value: String(count), label: words(unit, { count }) }));
    return kind === "records" ? [{ value: "", label: words("never") }, ...periods] : periods;
  };
  const kindOf = (kind: RetentionKind) => ({
    label: words(`kinds.${kind}`),
    hint: words(`hints.${kind}`),
    options: optionsOf(kind),
  });
  return (
    <>
      <SettingsTitle lead={words("lead")} title={words("title")} />
      <RetentionForm
        kinds={{
          drafts: kindOf("drafts"),
          deliveries: kindOf("deliveries"),
          failedRegistrations: kindOf("failedRegistrations"),
          records: kindOf("records"),
        }}
        language={language}
        setting={setting}
        words={pickWords(
          (key) => words.raw(key),
          [
            "check",
            "dialogTitle",
            "save",
            "cancel",
            "saved",
            "willRemove",
            "willRemoveNothing",
            "forGood",
          ],
        )}
      />
      <Section id="stays" title={words("stays.title")}>
        <ul className="flex list-disc flex-col gap-1.5 ps-5">
          {(["audit", "records", "texts"] as const).map((key) => (
            <li key={key}>{words(`stays.${key}`)}</li>
          ))}
        </ul>
      </Section>
      <Section id="nights" title={words("nights.title")}>
        <NightTable language={language} nights={nights} zone={actor.zone} />
      </Section>
    </>
  );
}
