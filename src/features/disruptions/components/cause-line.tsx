import { formatDayTime } from "@/lib/format-time";
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
  const span =
    startsAt && endsAt ? words("span", { from: said(startsAt), until: said(endsAt) }) : null;
  return [words(`causes.${cause}`), where, span].filter(Boolean).join(" · ");
}
