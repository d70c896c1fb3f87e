import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BackLink } from "@/components/back-link";
import { PageTitle, Section } from "@/components/layout";
import { absencePlan } from "@/features/messages/cover/absence-plan";
import { DaysAway } from "@/features/messages/cover/components/days-away";
import { OtherDays } from "@/features/settings/times/components/other-days";
import { TimesOff } from "@/features/settings/times/components/times-off";
import { WeekForm } from "@/features/settings/times/components/week-form";
import { timesPage } from "@/features/settings/times/page-facts";
import { absencesOf, dayHoursView, workingHoursView } from "@/features/settings/times/queries";
import { weekWords } from "@/features/settings/times/week-words";
import { getTranslations } from "@/lib/translations";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("visitSettings.hours");
  return { title: words("practitioners") };
}

/** When and where somebody works: the week, single days, time off and breaks (R29). */
export default async function WorkingHoursPage({ params }: Props) {
  const { id } = await params;
  const [facts, words, away] = await Promise.all([
    timesPage(`/desk/settings/hours/practitioners/${id}`),
    getTranslations("visitSettings.hours"),
    getTranslations("absences"),
  ]);
  const { services, actor, settings, choices, formWords, language } = facts;
  const practitioner = settings.practitioners.find((one) => one.id === id);
  if (!practitioner) notFound();
  const { hours, seen } = workingHoursView(settings.facts, id);
  const shared = {
    practitionerId: id,
    choices: { ...choices, practitioners: [practitioner] },
    formWords,
    language,
  };
  const { locations } = settings;
  const plan = await absencePlan(services, actor, { id });
  return (
    <>
      <div className="flex flex-col gap-2">
        <BackLink href="/desk/settings/hours">{words("back")}</BackLink>
        <PageTitle title={words("workingTitle", { name: practitioner.name })} />
      </div>
      <Section id="week" title={words("week")}>
        <WeekForm
          {...shared}
          hours={hours}
          id={id}
          key={seen}
          locations={locations}
          of="practitioner"
          seen={seen}
          words={weekWords(words)}
        />
      </Section>
      <Section id="exceptions" title={words("exceptions")}>
        <OtherDays {...shared} locations={locations} view={dayHoursView(settings.facts, id)} />
      </Section>
      <Section id="time-off" title={words("timeOff")}>
        <TimesOff {...shared} absences={await absencesOf(services, actor, id)} zone={actor.zone} />
      </Section>
      {plan && (
        <Section id="messages-away" title={away("section")}>
          <p className="text-muted">{away("sectionText", { name: practitioner.name })}</p>
          <DaysAway actor={actor} plan={plan} services={services} />
        </Section>
      )}
    </>
  );
}
