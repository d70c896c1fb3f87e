import { formatDayTime, formatInstantDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { DisruptionView } from "../queries";

/** What put the visits in the way, in a line: kind, whose, when. */
export async function causeLine(
  list: DisruptionView,
  zone: string,
  language: string,
): Promise<string> {
  const words = await getTranslations("disruptions");
  const said = (at: string) => formatDayTime(at, zone, language);
  const { cause, location, practitioner, startsAt, endsAt } = list;
  const where = practitioner ?? location ?? (cause === "closure" ? words("everywhere") : null);
  const when = () => {
    if (!startsAt || !endsAt) return null;
    // Other hours are those of one whole day.
    if (cause === "hours") return formatInstantDay(startsAt, zone, language);
    return words("span", { from: said(startsAt), until: said(endsAt) });
  };
  return [words(`causes.${cause}`), where, when()].filter(Boolean).join(" · ");
}
