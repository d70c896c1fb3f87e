import { Building2, UserRound } from "lucide-react";
import type { Metadata } from "next";
import { Section } from "@/components/layout";
import { SectionList } from "@/components/section-nav";
import { SettingsTitle } from "@/features/settings/components/settings-title";
import { timesPage } from "@/features/settings/times/page-facts";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("visitSettings.hours");
  return { title: words("title") };
}

/** Whose hours: the locations', the practitioners' (R29). */
export default async function HoursPage() {
  const [{ settings }, words] = await Promise.all([
    timesPage("/desk/settings/hours"),
    getTranslations("visitSettings.hours"),
  ]);
  const { locations, practitioners } = settings.facts.hours;
  const line = (hours: readonly { opensMinute: number; closesMinute: number }[]) => {
    const minutes = hours.reduce((sum, one) => sum + one.closesMinute - one.opensMinute, 0);
    const whole = Math.round(minutes / 6) / 10;
    return minutes === 0 ? words("noHours") : words("weekHours", { hours: `${whole} h` });
  };
  const list = (of: "locations" | "practitioners") =>
    (of === "locations" ? locations : practitioners.filter(({ archived }) => !archived)).map(
      ({ id, name, hours }) => ({
        key: id,
        href: `/desk/settings/hours/${of}/${id}`,
        label: name,
        icon:
          of === "locations" ? <Building2 aria-hidden="true" /> : <UserRound aria-hidden="true" />,
        line: line(hours),
      }),
    );
  return (
    <>
      <SettingsTitle lead={words("lead")} title={words("title")} />
      {(["locations", "practitioners"] as const).map((of) => (
        <Section id={of} key={of} title={words(of)}>
          <SectionList label={words(of)} sections={list(of)} />
        </Section>
      ))}
    </>
  );
}
