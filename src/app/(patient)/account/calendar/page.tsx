import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { Disclosure } from "@/components/disclosure";
import { EmptyState } from "@/components/empty-state";
import { Card, Section } from "@/components/layout";
import { Notice } from "@/components/notice";
import { signedInPage } from "@/features/access/page-gates";
import { ownFeed } from "@/features/account/calendar-feed/own-feed";
import { CalendarAddress } from "@/features/account/components/calendar-address";
import { calendarAddressWords } from "@/features/account/components/calendar-address-words";
import { SectionTitle } from "@/features/account/components/section-title";
import { formatInstantDay, formatInstantTime, zoneName } from "@/lib/format-time";
import type { PageSearch } from "@/lib/page-search";
import { pickWords } from "@/lib/pick-words";
import { getTranslations } from "@/lib/translations";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("calendar.section");
  return { title: words("title") };
}

/** The private address by which a calendar program keeps one's visits (R34). */
export default async function CalendarPage({ searchParams }: { searchParams: PageSearch }) {
  const { services, actor } = await signedInPage("/account/calendar", searchParams);
  const [words, language, view] = await Promise.all([
    getTranslations("calendar.section"),
    getLocale(),
    ownFeed(services, actor),
  ]);
  const { kind, isPossible, hasChildren, feed } = view;
  const lead = words(kind === "visits" ? "leadVisits" : "leadDiary");
  if (!isPossible)
    return (
      <>
        <SectionTitle lead={lead} title={words("title")} />
        <EmptyState title={words("noColumnTitle")}>{words("noColumn")}</EmptyState>
      </>
    );
  const moment = (instant: { toString(): string }) => {
    const at = instant.toString();
    return {
      day: formatInstantDay(at, actor.zone, language),
      time: formatInstantTime(at, actor.zone, language),
      zone: zoneName(at, actor.zone, language),
    };
  };
  const present = feed && {
    made: words("madeOn", moment(feed.madeAt)),
    fetched: feed.lastFetchedAt
      ? words("fetched", moment(feed.lastFetchedAt))
      : words("neverFetched"),
  };
  const shown =
    kind === "diary" ? ["diary"] : ["times", ...(hasChildren ? ["children"] : []), "notWhat"];
  return (
    <>
      <SectionTitle lead={lead} title={words("title")} />
      <CalendarAddress present={present} words={pickWords(words, calendarAddressWords)} />
      <Section id="what" title={words("whatTitle")}>
        <Card tone="sunken">
          <ul className="flex list-disc flex-col gap-1.5 ps-6">
            {shown.map((key) => (
              <li key={key}>{words(`what.${key}`)}</li>
            ))}
          </ul>
        </Card>
        <Notice tone="info">{words("who")}</Notice>
      </Section>
      <Disclosure summary={words("how.title")}>
        <ul className="flex list-disc flex-col gap-1.5 ps-5">
          {["apple", "google", "outlook", "delay"].map((key) => (
            <li key={key}>{words(`how.${key}`)}</li>
          ))}
        </ul>
      </Disclosure>
    </>
  );
}
