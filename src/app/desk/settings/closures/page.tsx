import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { Section } from "@/components/layout";
import { SettingsTitle } from "@/features/settings/components/settings-title";
import { SpanForm } from "@/features/settings/times/components/span-form";
import { SpanList } from "@/features/settings/times/components/span-list";
import { timesPage } from "@/features/settings/times/page-facts";
import { closuresAhead } from "@/features/settings/times/queries";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("visitSettings.closures");
  return { title: words("title") };
}

/** When the practice or a location is closed (R29, R36). */
export default async function ClosuresPage() {
  const [facts, words] = await Promise.all([
    timesPage("/desk/settings/closures"),
    getTranslations("visitSettings.closures"),
  ]);
  const { services, actor, settings, formWords, language } = facts;
  const closures = await closuresAhead(services, actor);
  return (
    <>
      <SettingsTitle lead={words("lead")} title={words("title")} />
      <Section
        action={
          <Link className="link inline-flex min-h-11 items-center" href="/desk/closures">
            {words("workLists")}
          </Link>
        }
        id="ahead"
        title={words("ahead")}
      >
        {closures.length === 0 ? (
          <EmptyState title={words("none")}>{words("noneText")}</EmptyState>
        ) : (
          <SpanList
            language={language}
            of="closures"
            spans={closures.map(({ reason, location, ...span }) => ({
              ...span,
              what: `${reason} · ${location ?? words("everywhere")}`,
            }))}
            words={words}
            zone={actor.zone}
          />
        )}
      </Section>
      <Section id="add" title={words("add")}>
        <SpanForm
          choices={null}
          formWords={formWords}
          language={language}
          of="closure"
          options={[
            { value: "", label: words("everywhere") },
            ...settings.locations.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          words={{
            what: words("location"),
            begins: words("begins"),
            ends: words("ends"),
            reason: words("reason"),
            reasonHint: words("reasonHint"),
          }}
        />
      </Section>
    </>
  );
}
