import { CalendarPlus } from "lucide-react";
import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { formatInstantDay, formatInstantTime } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";

type AddToCalendarProps = {
  visit: { readonly id: string; readonly startsAt: string };
  zone: string;
  /** Whose visit it is: named always, so that who acts for several gets it too (R10). */
  patientId: string;
  kind?: "secondary" | "quiet";
  small?: boolean;
};

/** One visit as a file that telephones and computers hand to their calendar (R34). */
export async function AddToCalendar(props: AddToCalendarProps) {
  const { visit, zone, patientId, kind = "quiet", small = false } = props;
  const [words, language] = await Promise.all([getTranslations("calendar"), getLocale()]);
  return (
    <ButtonLink
      aria-label={words("addLabel", {
        day: formatInstantDay(visit.startsAt, zone, language),
        time: formatInstantTime(visit.startsAt, zone, language),
      })}
      download
      href={`/api/appointments/${visit.id}.ics?patientId=${patientId}`}
      icon={<CalendarPlus aria-hidden="true" className="size-4.5" />}
      kind={kind}
      prefetch={false}
      small={small}
    >
      {words("add")}
    </ButtonLink>
  );
}
