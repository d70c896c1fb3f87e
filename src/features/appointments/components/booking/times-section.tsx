import { getLocale } from "next-intl/server";
import { EmptyState } from "@/components/empty-state";
import { Card, Section, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { PhoneLink } from "@/components/phone-link";
import { getTranslations } from "@/lib/translations";
import { addressOf } from "../../page-search";
import type { TimeChoice } from "../../time-choice";
import { DayStrip } from "./day-strip";
import { groupByDay, namedTime, type TimeGroup } from "./grouped-times";
import { PractitionerLinks } from "./practitioner-links";
import { type TimeAction, TimeList } from "./time-list";
import { timeListWords } from "./time-list-words";
import { TimesZone } from "./times-zone";

type TimesSectionProps = {
  choice: TimeChoice;
  action: TimeAction;
  zone: string;
  phone: string;
  /** The page's own address and what stays in it; `whom` and `day` are set by the links. */
  path: string;
  kept: Readonly<Record<string, string | undefined>>;
  whom: string | undefined;
};

/** Suggested times first, then every free time by day (R28). */
export async function TimesSection(props: TimesSectionProps) {
  const { choice, action, zone, phone, path, kept, whom } = props;
  const [words, ui, all, language] = await Promise.all([
    getTranslations("appointments.times"),
    getTranslations("common.ui"),
    getTranslations("appointments"),
    getLocale(),
  ]);
  const hrefOf = (parameters: { whom?: string; day?: string }) =>
    addressOf(path, { ...kept, whom, ...parameters });
  const shared = { action, zone, language, words: timeListWords(words, ui) };
  const named = { zone, language, practitionerNames: choice.chosenId ? {} : namesOf(choice) };
  const people = (
    <PractitionerLinks
      choice={choice}
      hrefOf={(id) => addressOf(path, { ...kept, whom: id })}
      whom={whom}
    />
  );
  const own = choice.practitioners.find((practitioner) => practitioner.own);
  const nowhere = choice.firstFreeOn === null && choice.dayTimes.length === 0;
  const zoned = choice.suggestions[0] ?? choice.dayTimes[0];
  return (
    <Stack gap={8}>
      {choice.practitioners.length > 1 && people}
      {choice.ownIsFull && own && !nowhere && (
        <Notice title={words("ownFullTitle", { name: own.name })} tone="notice">
          {words("ownFullText")}
        </Notice>
      )}
      {nowhere && choice.previousOn === null ? (
        <EmptyState
          action={<PhoneLink label={all("callPractice")} look="button" phone={phone} />}
          title={words("noneTitle")}
        >
          {words("noneText")}
        </EmptyState>
      ) : (
        <>
          {zoned && <TimesZone at={zoned.startsAt} zone={zone} />}
          {choice.suggestions.length > 0 && (
            <Section id="suggested" title={words("suggested")}>
              <TimeList {...shared} groups={groupByDay(choice.suggestions, named)} id="suggested" />
            </Section>
          )}
          <Section id="all" title={words("all")}>
            <Card>
              <Stack gap={6}>
                <DayStrip choice={choice} hrefOf={(day) => hrefOf({ day })} />
                {choice.dayTimes.length > 0 ? (
                  <TimeList
                    {...shared}
                    groups={partsOfDay(choice, words, named)}
                    id="day"
                    key={choice.dayOn}
                  />
                ) : (
                  <p className="text-muted">{words("noneOnDay")}</p>
                )}
              </Stack>
            </Card>
          </Section>
        </>
      )}
    </Stack>
  );
}

function namesOf(choice: TimeChoice): Record<string, string> {
  return Object.fromEntries(choice.practitioners.map(({ id, name }) => [id, name]));
}

const NOON = 12 * 60;
const EVENING = 17 * 60;

function partsOfDay(
  choice: TimeChoice,
  words: (key: "morning" | "afternoon" | "evening") => string,
  named: Parameters<typeof namedTime>[1],
): TimeGroup[] {
  const part = (name: "morning" | "afternoon" | "evening", from: number, until: number) => ({
    heading: words(name),
    times: choice.dayTimes
      .filter(({ minute }) => minute >= from && minute < until)
      .map((time) => namedTime(time, named)),
  });
  return [
    part("morning", 0, NOON),
    part("afternoon", NOON, EVENING),
    part("evening", EVENING, 24 * 60),
  ].filter(({ times }) => times.length > 0);
}
