import { ArrowDown } from "lucide-react";
import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { Actions, Card, PageTitle, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { OwnTime } from "@/components/own-time";
import { TimeText } from "@/components/time-text";
import type { PatientActor } from "@/features/access/actors";
import { timeListWords } from "@/features/appointments/components/booking/time-list-words";
import { addressOf } from "@/features/appointments/page-search";
import { formatInstantDay, formatInstantTime, zoneName } from "@/lib/format-time";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import type { OfferPage } from "../offer-page";
import { AcceptOffer } from "./accept-offer";

type OfferViewProps = { actor: PatientActor; page: OfferPage; patient: string | undefined };

/** The offered time beside the visit one has, and one button; or calmly what became of it (R35). */
export async function OfferView({ actor, page, patient }: OfferViewProps) {
  const [words, all, times, ui, language] = await Promise.all([
    getTranslations("waitingList.offer"),
    getTranslations("appointments"),
    getTranslations("appointments.times"),
    getTranslations("common.ui"),
    getLocale(),
  ]);
  const { offer, visit, is, needsApproval } = page;
  const { zone } = actor;
  const visitsHref = addressOf("/appointments", { patient });
  const newHref = addressOf("/appointments/new", { patient, type: offer.visitTypeId });
  const timesHref = visit
    ? addressOf(`/appointments/${visit.id}/reschedule`, { patient })
    : newHref;
  if (is !== "open") {
    const others = is === "gone" || is === "expired" || is === "refused";
    return (
      <Stack gap={6}>
        <PageTitle
          lead={words(is === "expired" ? "goneText" : `${is}Text`)}
          title={words(`${is}Title`)}
        />
        <Actions>
          {others && <ButtonLink href={timesHref}>{words("otherTimes")}</ButtonLink>}
          <ButtonLink href={visitsHref} kind={others ? "quiet" : "primary"}>
            {words("visits")}
          </ButtonLink>
        </Actions>
      </Stack>
    );
  }
  const until = {
    day: formatInstantDay(offer.expiresAt, zone, language),
    time: formatInstantTime(offer.expiresAt, zone, language),
  };
  return (
    <Stack gap={6}>
      <PageTitle
        eyebrow={visit?.visitType.name}
        lead={words("lead")}
        title={words(visit ? "titleEarlier" : "title")}
      />
      <Card>
        <Stack gap={6}>
          <div className="flex flex-col gap-3">
            {visit && (
              <>
                <div>
                  <p className="text-muted text-sm">{words("now")}</p>
                  <p className="text-lg">
                    <TimeText at={visit.startsAt} language={language} zone={zone} />
                  </p>
                  <p className="text-muted">{words("with", { name: visit.practitioner.name })}</p>
                </div>
                <ArrowDown aria-hidden="true" className="size-6 text-accent" />
              </>
            )}
            <div>
              <p className="text-muted text-sm">{words("new")}</p>
              <p className="font-bold text-xl">
                <TimeText at={offer.startsAt} language={language} zone={zone} />
              </p>
              <p>{words("with", { name: offer.practitioner.name })}</p>
              <p className="text-muted first-letter:uppercase">
                {all("practiceTime", { zone: zoneName(offer.startsAt, zone, language) })}
              </p>
              <OwnTime
                at={offer.startsAt}
                language={language}
                words={String(all.raw("ownTime"))}
                zone={zone}
              />
            </div>
          </div>
          {needsApproval && <Notice title={words("approvalTitle")}>{words("approvalText")}</Notice>}
          <p className="text-muted text-sm">{words("standsUntil", until)}</p>
          <AcceptOffer
            hrefs={{
              moved: addressOf("/appointments", { patient, done: "moved" }),
              asked: addressOf("/appointments", { patient, done: "asked" }),
              booked: newHref,
            }}
            language={language}
            listWords={{
              ...timeListWords(times, ui),
              ...pickWords(words, ["takenTitle", "takenText", "takenNone"]),
            }}
            moves={visit !== null}
            offerId={offer.id}
            patientId={actor.patientId}
            timesHref={timesHref}
            visitsHref={visitsHref}
            visitTypeId={offer.visitTypeId}
            words={{
              ...pickWords(words, ["decline", "declineTitle", "declineText", "stay", "leave"]),
              confirm: words(needsApproval ? "ask" : "accept"),
              anotherTime: words("otherTimes"),
            }}
            zone={zone}
          />
        </Stack>
      </Card>
    </Stack>
  );
}
