import { Clock, MapPin, UserRound } from "lucide-react";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { OwnTime } from "@/components/own-time";
import { TimeText } from "@/components/time-text";
import { zoneName } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { AppointmentView } from "../../schema";

type VisitFactsProps = {
  visit: Pick<AppointmentView, "startsAt" | "visitType" | "practitioner" | "location">;
  zone: string;
  /** The day as a heading of this level; a plain line without one. */
  heading?: "h2" | "h3";
  children?: ReactNode;
};

/** When, with whom and where, as people say it. */
export async function VisitFacts({ visit, zone, heading, children }: VisitFactsProps) {
  const [words, language] = await Promise.all([getTranslations("appointments"), getLocale()]);
  const { startsAt, practitioner, location, visitType } = visit;
  const Day = heading ?? "p";
  return (
    <div className="flex min-w-0 flex-col gap-4">
      <div className="flex flex-col gap-0.5">
        <Day className="font-bold text-2xl">
          <TimeText at={startsAt} language={language} show="day" zone={zone} />
        </Day>
        <p className="flex flex-wrap items-baseline gap-x-2 text-xl">
          <span className="font-semibold">
            <TimeText at={startsAt} language={language} show="time" zone={zone} />
          </span>
          <span className="text-base text-muted first-letter:uppercase">
            {words("practiceTime", { zone: zoneName(startsAt, zone, language) })}
          </span>
        </p>
        <OwnTime
          at={startsAt}
          language={language}
          words={String(words.raw("ownTime"))}
          zone={zone}
        />
      </div>
      {children}
      <ul className="flex flex-col gap-2">
        <Fact icon={<Clock aria-hidden="true" className={icon} />}>{visitType.name}</Fact>
        <Fact icon={<UserRound aria-hidden="true" className={icon} />}>
          {practitioner.name}
          {practitioner.title && <span className="text-muted">, {practitioner.title}</span>}
        </Fact>
        <Fact icon={<MapPin aria-hidden="true" className={icon} />}>
          {location.name}
          <span className="text-muted">
            , {location.addressLine1}, {location.postcode} {location.town}
          </span>
        </Fact>
      </ul>
    </div>
  );
}

const icon = "mt-0.5 size-5 shrink-0 text-accent";

function Fact({ icon: picture, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className="flex items-start gap-2.5">
      {picture}
      <span className="min-w-0 break-words">{children}</span>
    </li>
  );
}
