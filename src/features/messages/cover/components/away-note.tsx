import Link from "next/link";
import { getLocale } from "next-intl/server";
import { Notice } from "@/components/notice";
import type { ClinicActor } from "@/features/access/actors";
import { formatDay } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { absencesNow } from "../absences";

type AwayNoteProps = { services: Services; actor: ClinicActor };

/** Above an orthodontist's inbox: that they are away, or whose patients they look after (R40). */
export async function AwayNote({ services, actor }: AwayNoteProps) {
  const [absences, words, language] = await Promise.all([
    absencesNow(services, actor),
    getTranslations("absences"),
    getLocale(),
  ]);
  if (absences.length === 0) return null;
  return (
    <Notice>
      <ul className="flex flex-col gap-1">
        {absences.map(({ id, practitionerName: name, untilOn, coveredBy }) => {
          const until = formatDay(untilOn, language);
          const isCover = coveredBy?.personId === actor.personId;
          return (
            <li className="wrap-anywhere" key={id}>
              {isCover && words("youCover", { name, until })}
              {!isCover &&
                coveredBy &&
                words("youAreAwayCovered", { until, cover: coveredBy.name })}
              {!isCover && !coveredBy && words("youAreAway", { until })}{" "}
              {!isCover && (
                <Link className="link" href="/doctor/inbox/absence">
                  {words("change")}
                </Link>
              )}
            </li>
          );
        })}
      </ul>
    </Notice>
  );
}
