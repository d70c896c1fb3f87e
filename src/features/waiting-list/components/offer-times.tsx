import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Card, PageTitle, Section, Stack } from "@/components/layout";
import { formatDay, formatInstantTime, zoneName } from "@/lib/format-time";
import { getTranslations } from "@/lib/translations";
import type { DeskEntry } from "../schema";
import type { TimeToOffer } from "../times-to-offer";
import { OfferTime } from "./offer-time";

type OfferTimesProps = { entry: DeskEntry; times: readonly TimeToOffer[]; zone: string };

/** Free times that fit somebody's wish; one press offers it. */
export async function OfferTimes({ entry, times, zone }: OfferTimesProps) {
  const [words, language] = await Promise.all([getTranslations("waitingList.desk"), getLocale()]);
  const days = [...new Set(times.map(({ on }) => on))];
  const [first] = times;
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
          {days.map((on) => (
            <Section id={`day-${on}`} key={on} title={formatDay(on, language)}>
              <Card>
                <ul className="flex flex-wrap gap-2">
                  {times
                    .filter((time) => time.on === on)
                    .map(({ at, practitioner }) => {
                      const time = formatInstantTime(at, zone, language);
                      const day = formatDay(on, language);
                      return (
                        <li key={`${at} ${practitioner.id}`}>
                          <OfferTime
                            body={{ startsAt: at, practitionerId: practitioner.id }}
                            label={words("offerThis", { day, time, name: practitioner.name })}
                            name={practitioner.name}
                            path={`/api/waiting-list/entries/${entry.id}/offer`}
                            time={time}
                          />
                        </li>
                      );
                    })}
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
