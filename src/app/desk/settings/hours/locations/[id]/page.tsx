import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BackLink } from "@/components/back-link";
import { PageTitle } from "@/components/layout";
import { WeekForm } from "@/features/settings/times/components/week-form";
import { timesPage } from "@/features/settings/times/page-facts";
import { openingHoursView } from "@/features/settings/times/queries";
import { weekWords } from "@/features/settings/times/week-words";
import { getTranslations } from "@/lib/translations";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("visitSettings.hours");
  return { title: words("locations") };
}

/** When one location is open (R29). */
export default async function OpeningHoursPage({ params }: Props) {
  const { id } = await params;
  const [facts, words] = await Promise.all([
    timesPage(`/desk/settings/hours/locations/${id}`),
    getTranslations("visitSettings.hours"),
  ]);
  const { settings, choices, formWords, language } = facts;
  const location = settings.locations.find((one) => one.id === id);
  if (!location) notFound();
  const { hours, seen } = openingHoursView(settings.facts, id);
  return (
    <>
      <div className="flex flex-col gap-2">
        <BackLink href="/desk/settings/hours">{words("back")}</BackLink>
        <PageTitle title={words("openingTitle", { name: location.name })} />
      </div>
      <WeekForm
        choices={choices}
        formWords={formWords}
        hours={hours}
        id={id}
        key={seen}
        language={language}
        locations={settings.locations}
        of="location"
        seen={seen}
        words={weekWords(words)}
      />
    </>
  );
}
