import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale } from "next-intl/server";
import { ButtonLink } from "@/components/button";
import { Actions, Card, PageTitle, Stack } from "@/components/layout";
import { OwnTime } from "@/components/own-time";
import { PhoneLink } from "@/components/phone-link";
import { visitorFacts } from "@/features/access/visitor-facts";
import { readVisitLink, type VisitLinkView } from "@/features/reminders/visit-link";
import { formatInstantDay, formatInstantTime, zoneName } from "@/lib/format-time";
import { formatPhone } from "@/lib/phone";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";
import { AnswerVisit } from "./_components/answer-visit";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("reminders.visit");
  return { title: words("metaTitle"), robots: { index: false } };
}

/** R35: a reminder's link. Date, time and practice, one button; opening it changes nothing (S13, S23). */
export default async function VisitPage({ params }: { params: Promise<{ token: string }> }) {
  const [{ token }, facts, words] = await Promise.all([
    params,
    visitorFacts(),
    getTranslations("reminders.visit"),
  ]);
  const view = await readVisitLink(facts.services, token);
  if (!view)
    return (
      <Card>
        <Stack gap={6}>
          <PageTitle lead={words("unknownText")} title={words("unknown")} />
          <Actions>
            <ButtonLink href={`/login${facts.query}`}>{words("visits")}</ButtonLink>
          </Actions>
          {facts.support && <PhoneLink label={words("call")} phone={facts.support.phone} />}
        </Stack>
      </Card>
    );
  // Another practice's name, colour and number around this one's visit would mislead (R12).
  const { shortName } = view.practice;
  if (facts.practice?.shortName !== shortName) redirect(`/visit/${token}?practice=${shortName}`);
  const isAhead = view.state === "open" || view.state === "confirmed";
  const time = <VisitTime view={view} />;
  return (
    <Card>
      <Stack gap={6}>
        {view.state === "open" && view.mayAct ? (
          <AnswerVisit
            token={token}
            words={pickWords(words, ["open", "come", "doneTitle", "done"])}
          >
            {time}
          </AnswerVisit>
        ) : (
          <Told view={view}>{isAhead && time}</Told>
        )}
        <OtherWays isAhead={isAhead} view={view} />
      </Stack>
    </Card>
  );
}

async function Told({ view, children }: { view: VisitLinkView; children: React.ReactNode }) {
  const words = await getTranslations("reminders.visit");
  const key = view.state === "open" ? "viewOnly" : view.state;
  return (
    <>
      <PageTitle lead={words(`${key}Text`)} title={words(key)} />
      {children}
    </>
  );
}

async function VisitTime({ view }: { view: VisitLinkView }) {
  const [words, language] = await Promise.all([getTranslations("reminders.visit"), getLocale()]);
  const { startsAt, practice } = view;
  return (
    <div className="rounded-card bg-accent-soft p-5">
      <time className="flex flex-col font-bold" dateTime={startsAt}>
        <span className="text-lg">{formatInstantDay(startsAt, practice.zone, language)}</span>
        <span className="text-3xl tabular-nums">
          {formatInstantTime(startsAt, practice.zone, language)}
        </span>
      </time>
      <OwnTime
        at={startsAt}
        className="block"
        language={language}
        words={String(words.raw("ownTime"))}
        zone={practice.zone}
      />
      <p className="wrap-anywhere mt-1 text-lg">{words("at", { practice: practice.name })}</p>
      <p className="mt-1 text-muted text-sm">
        {words("practiceTime", { zoneName: zoneName(startsAt, practice.zone, language) })}
      </p>
    </div>
  );
}

/** What else there is to do: another time behind the login, or the practice's number. */
async function OtherWays({ view, isAhead }: { view: VisitLinkView; isAhead: boolean }) {
  const words = await getTranslations("reminders.visit");
  const { changeHref, practice } = view;
  const call = (
    <PhoneLink label={words("call")} look="button" phone={formatPhone(practice.phone)} />
  );
  if (!isAhead)
    return (
      <Actions>
        {changeHref !== null && <ButtonLink href={changeHref}>{words("visits")}</ButtonLink>}
        {call}
      </Actions>
    );
  return (
    <section className="flex flex-col gap-3 border-hairline border-t pt-6">
      <h2 className="font-semibold text-lg">{words("cannot")}</h2>
      <p className="text-muted">
        {words(changeHref === null ? "cannotTextNoLogin" : "cannotText")}
      </p>
      <Actions>
        {changeHref !== null && (
          <ButtonLink href={changeHref} kind="secondary">
            {words("change")}
          </ButtonLink>
        )}
        {call}
      </Actions>
    </section>
  );
}
