import { CalendarPlus } from "lucide-react";
import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { formatInstantDay, formatInstantTime } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";

type AddToCalendarProps = {
  visit: { readonly id: string; readonly startsAt: string };
  zone: string;
  /** As in the page's own address. */
  patientId: string | undefined;
  kind?: "secondary" | "quiet";
  small?: boolean;
};

/** One visit as a file that telephones and computers hand to their calendar (R34). */
export async function AddToCalendar(props: AddToCalendarProps) {
  const { visit, zone, patientId, kind = "quiet", small = false } = props;
  const [words, language] = await Promise.all([getTranslations("calendar"), getLocale()]);
  const file = `/api/appointments/${visit.id}.ics`;
  return (
    <ButtonLink
      aria-label={words("addLabel", {
        day: formatInstantDay(visit.startsAt, zone, language),
        time: formatInstantTime(visit.startsAt, zone, language),
      })}
      download
      href={patientId === undefined ? file : `${file}?patientId=${patientId}`}
      icon={<CalendarPlus aria-hidden="true" className="size-4.5" />}
      kind={kind}
      prefetch={false}
      small={small}
    >
      {words("add")}
    </ButtonLink>
  );
}
