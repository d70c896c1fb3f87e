import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Card, PageTitle, Section, Stack } from "@/components/layout";
import type { FreeTime } from "@/domain/appointments/free-times";
import { isoOf } from "@/features/appointments/free-times";
import { formatInstantDay, formatInstantTime, zoneName } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { DeskEntry } from "../schema";
import { OfferTime } from "./offer-time";

type OfferTimesProps = { entry: DeskEntry; times: readonly FreeTime[]; zone: string };

/** Free times that fit somebody's wish; one press offers it. */
export async function OfferTimes({ entry, times, zone }: OfferTimesProps) {
  const [words, language] = await Promise.all([getTranslations("waitingList.desk"), getLocale()]);
  const shown = times.map((time) => {
    const at = isoOf(time.startsAtMs);
    return {
      at,
      practitionerId: time.practitionerId,
      day: formatInstantDay(at, zone, language),
      time: formatInstantTime(at, zone, language),
    };
  });
  const days = [...new Set(shown.map(({ day }) => day))];
  const [first] = shown;
  return (
    <Stack gap={6}>
      <PageTitle
        action={
          <ButtonLink href="/desk/waiting-list" kind="secondary" small>
            {words("cancel")}
          </ButtonLink>
        }
        eyebrow={entry.visitType.name}
        lead={words("timesLead")}
        title={words("timesTitle", { name: entry.patient.name })}
      />
      {first ? (
        <>
          <p className="text-muted text-sm">
            {words("zone", { zone: zoneName(first.at, zone, language) })}
          </p>
          {days.map((day) => (
            <Section id={`day-${days.indexOf(day)}`} key={day} title={day}>
              <Card>
                <ul className="flex flex-wrap gap-2">
                  {shown
                    .filter((time) => time.day === day)
                    .map(({ at, practitionerId, time }) => (
                      <li key={`${at} ${practitionerId}`}>
                        <OfferTime
                          body={{ startsAt: at, practitionerId }}
                          label={words("offerThis", { day, time })}
                          path={`/api/waiting-list/entries/${entry.id}/offer`}
                          time={time}
                        />
                      </li>
                    ))}
                </ul>
              </Card>
            </Section>
          ))}
        </>
      ) : (
        <EmptyState title={words("timesNone")} />
      )}
    </Stack>
  );
}
