import { BellRing } from "lucide-react";
import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { Card, Section, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { TimeText } from "@/components/time-text";
import { addressOf } from "@/features/appointments/page-search";
import { formatInstantDay, formatInstantTime } from "@/lib/format-time";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { OwnEntry } from "../schema";
import { wishWords } from "../wish-words";
import { LeaveList } from "./leave-list";

type OwnWaitingProps = {
  entries: readonly OwnEntry[];
  zone: string;
  patient: string | undefined;
  patientId: string;
};

/** Times somebody can take right now, above everything else. */
export async function OpenOffers({ entries, zone, patient }: Omit<OwnWaitingProps, "patientId">) {
  const [words, language] = await Promise.all([getTranslations("waitingList.own"), getLocale()]);
  const offers = entries.flatMap((entry) => entry.offers);
  if (offers.length === 0) return null;
  return (
    <Stack gap={2}>
      {offers.map(({ id, startsAt, practitioner }) => (
        <Notice
          action={
            <ButtonLink href={addressOf(`/appointments/offers/${id}`, { patient })} small>
              {words("see")}
            </ButtonLink>
          }
          key={id}
          title={words("offerTitle")}
        >
          <TimeText at={startsAt} language={language} zone={zone} />
          {", "}
          {words("with", { name: practitioner.name })}
        </Notice>
      ))}
    </Stack>
  );
}

/** What this patient waits for, each with the way off the list. */
export async function OwnWaiting({ entries, zone, patientId }: OwnWaitingProps) {
  const [words, wishes, language] = await Promise.all([
    getTranslations("waitingList.own"),
    getTranslations("waitingList.wish"),
    getLocale(),
  ]);
  if (entries.length === 0) return null;
  return (
    <Section id="waiting" title={words("section")}>
      <Card flush>
        <ul className="divide-y divide-hairline">
          {entries.map((entry) => {
            const { id, visitType, visit, practitioner, waitingSince, awaitsAnswer } = entry;
            const wish = wishWords(wishes, entry, language);
            return (
              <li
                className="flex flex-wrap items-center justify-between gap-x-6 gap-y-3 px-5 py-4 sm:px-6"
                key={id}
              >
                <div className="flex min-w-0 flex-1 basis-64 items-start gap-3">
                  <BellRing aria-hidden="true" className="mt-0.5 size-5 shrink-0 text-accent" />
                  <div className="flex min-w-0 flex-col gap-0.5">
                    <h3 className="wrap-anywhere font-semibold">
                      {visitType.name},{" "}
                      {practitioner
                        ? words("with", { name: practitioner.name })
                        : words("withAnyone")}
                    </h3>
                    <p>
                      {visit
                        ? words("earlierThan", {
                            day: formatInstantDay(visit.startsAt, zone, language),
                            time: formatInstantTime(visit.startsAt, zone, language),
                          })
                        : words("anyTime")}
                      {wish && <span className="text-muted">, {wish}</span>}
                    </p>
                    <p className="text-muted text-sm">
                      {words("since", { day: formatInstantDay(waitingSince, zone, language) })}
                    </p>
                    {awaitsAnswer && <p>{words("awaitsAnswer")}</p>}
                  </div>
                </div>
                <LeaveList
                  label={`${words("leave")}: ${visitType.name}`}
                  path={`/api/waiting-list/${id}/leave`}
                  patientId={patientId}
                  words={pickWords(words, [
                    "leave",
                    "leaveTitle",
                    "leaveText",
                    "leaveConfirm",
                    "stay",
                  ])}
                />
              </li>
            );
          })}
        </ul>
      </Card>
    </Section>
  );
}
