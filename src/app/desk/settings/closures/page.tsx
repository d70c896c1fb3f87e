import type { Metadata } from "next";
import Link from "next/link";
import { EmptyState } from "@/components/empty-state";
import { Card, Section } from "@/components/layout";
import { TimeText } from "@/components/time-text";
import { SettingsTitle } from "@/features/settings/components/settings-title";
import { ConfirmForm } from "@/features/settings/times/components/confirm-form";
import { SpanForm } from "@/features/settings/times/components/span-form";
import { timesPage } from "@/features/settings/times/page-facts";
import { closuresAhead } from "@/features/settings/times/queries";
import { formatInstantDay } from "@/lib/format-time";
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
  const { zone } = actor;
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
          <Card flush>
            <ul className="divide-y divide-hairline">
              {closures.map(({ id, location, startsAt, endsAt, reason }) => (
                <li
                  className="flex flex-wrap items-center justify-between gap-3 px-5 py-2"
                  key={id}
                >
                  <div className="min-w-0">
                    <p className="wrap-anywhere font-semibold">{reason}</p>
                    <p className="wrap-anywhere text-muted text-sm">
                      <TimeText at={startsAt} language={language} zone={zone} /> –{" "}
                      <TimeText at={endsAt} language={language} zone={zone} /> ·{" "}
                      {location ?? words("everywhere")}
                    </p>
                  </div>
                  <ConfirmForm
                    body={{}}
                    path={`/api/settings/closures/${id}/remove`}
                    text={words("removeText")}
                    title={words("removeTitle")}
                    words={{
                      open: words("remove"),
                      label: words("removeLabel", {
                        from: formatInstantDay(startsAt, zone, language),
                      }),
                      go: words("remove"),
                      cancel: words("cancel"),
                    }}
                  />
                </li>
              ))}
            </ul>
          </Card>
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
