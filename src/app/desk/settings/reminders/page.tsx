import type { Metadata } from "next";
import { Section } from "@/components/layout";
import { clinicPage } from "@/features/access/page-gates";
import { ChangeTimes } from "@/features/change-reminders/components/change-times";
import { QuietHoursForm } from "@/features/reminders/components/quiet-hours-form";
import { ReminderPreview } from "@/features/reminders/components/reminder-preview";
import { RuleDialog } from "@/features/reminders/components/rule-dialog";
import { RuleList } from "@/features/reminders/components/rule-list";
import { ruleDialogWordKeys } from "@/features/reminders/components/rule-words";
import { reminderSettings } from "@/features/reminders/queries";
import { SettingsTitle } from "@/features/settings/components/settings-title";
import type { PageSearch } from "@/lib/page-search";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("reminders.settings");
  return { title: words("title") };
}

/** R35: when patients are told of a visit again, and what a visit would send. */
export default async function ReminderSettingsPage({ searchParams }: { searchParams: PageSearch }) {
  const [{ services, actor }, words, form, search] = await Promise.all([
    clinicPage("/desk/settings/reminders", "admin"),
    getTranslations("reminders.settings"),
    getTranslations("reminders.settings.form"),
    searchParams,
  ]);
  const settings = await reminderSettings(services, actor);
  const types = [
    { value: "", label: words("rules.all") },
    ...settings.visitTypes.map(({ id, name }) => ({ value: id, label: name })),
  ];
  const dialogWords = pickWords(form, ruleDialogWordKeys);
  return (
    <>
      <SettingsTitle lead={words("lead")} title={words("title")} />
      <Section
        action={
          <RuleDialog label={words("rules.add")} rule={null} types={types} words={dialogWords} />
        }
        id="rules"
        title={words("rules.title")}
      >
        <RuleList dialogWords={dialogWords} rules={settings.rules} types={types} />
      </Section>
      <Section id="preview" title={words("preview.title")}>
        <ReminderPreview now={services.now} search={search} settings={settings} zone={actor.zone} />
      </Section>
      <ChangeTimes actor={actor} services={services} />
      <Section id="quiet" title={words("quiet.title")}>
        <p className="max-w-prose text-muted">{words("quiet.lead")}</p>
        <QuietHoursForm
          quiet={settings.quiet}
          words={pickWords(
            (key) => words(`quiet.${key}`),
            ["from", "until", "hint", "save", "saved"],
          )}
        />
      </Section>
      <Section id="who" title={words("who.title")}>
        <ul className="flex list-disc flex-col gap-1.5 ps-5">
          {(["logins", "record", "late", "words"] as const).map((key) => (
            <li key={key}>{words(`who.${key}`)}</li>
          ))}
        </ul>
      </Section>
    </>
  );
}
