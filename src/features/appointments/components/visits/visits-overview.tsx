import { CalendarPlus } from "lucide-react";
import { getLocale } from "next-intl/server";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Card, PageTitle, Section } from "@/components/layout";
import { Notice } from "@/components/notice";
import { Pagination } from "@/components/pagination";
import { PhoneLink } from "@/components/phone-link";
import type { PatientActor } from "@/features/access/actors";
import { zoneName } from "@/lib/format-time";
import type { Search } from "@/lib/page-search";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { addressOf, oneOf } from "../../page-search";
import { visitsPage } from "../../visits-page";
import { LaterVisit } from "./later-visit";
import { NextVisit } from "./next-visit";
import { VisitLine } from "./visit-line";

type VisitsOverviewProps = {
  services: Services;
  actor: PatientActor;
  search: Search;
  /** Times to take right now. */
  offers: ReactNode;
  /** What is waited for. */
  waiting: ReactNode;
  /** Types of visit on the waiting list. */
  waitingTypeIds: ReadonlySet<string>;
};

/** The next visit large, the others after it, and what was. */
export async function VisitsOverview(props: VisitsOverviewProps) {
  const { services, actor, search, offers, waiting, waitingTypeIds } = props;
  const patientId = oneOf(search, "patient");
  const cursor = oneOf(search, "past");
  const [words, language, page] = await Promise.all([
    getTranslations("appointments"),
    getLocale(),
    visitsPage(services, actor, cursor),
  ]);
  const { upcoming, past, phone, mayBook } = page;
  const { zone } = actor;
  const [next, ...later] = upcoming;
  const shared = { zone, phone, patientId, whose: actor.patientId, language, waitingTypeIds };
  const newHref = withPatient("/appointments/new", patientId);
  const book = (
    <ButtonLink href={newHref} icon={<CalendarPlus aria-hidden="true" className="size-5" />}>
      {words("book")}
    </ButtonLink>
  );
  return (
    <>
      <PageTitle action={mayBook && next ? book : undefined} title={words("title")} />
      {(search.done === "moved" || search.done === "asked" || search.done === "withdrawn") && (
        <Notice live title={words(search.done)} tone="success">
          {words(`${search.done}Text`)}
        </Notice>
      )}
      {offers}
      {!mayBook && !page.looksOnly && (
        <Notice
          action={<PhoneLink label={words("callPractice")} phone={phone} />}
          title={words("phoneOnlyTitle")}
        >
          {words("phoneOnlyText")}
        </Notice>
      )}
      {next ? (
        <Section id="next" title={words("next")}>
          <NextVisit {...shared} daysUntil={page.daysUntilNext} visit={next} />
        </Section>
      ) : (
        <EmptyState action={mayBook ? book : undefined} title={words("emptyTitle")}>
          {words(mayBook ? "emptyText" : page.looksOnly ? "emptyLooksOnlyText" : "emptyPhoneText")}
        </EmptyState>
      )}
      {later.length > 0 && (
        <Section id="later" title={words("later")}>
          <Card flush>
            <ul className="divide-y divide-hairline">
              {later.map((visit) => (
                <LaterVisit {...shared} key={visit.id} visit={visit} />
              ))}
            </ul>
          </Card>
        </Section>
      )}
      {waiting}
      <Section
        action={
          past.items[0] && (
            <span className="text-muted text-sm first-letter:uppercase">
              {words("practiceTime", { zone: zoneName(past.items[0].startsAt, zone, language) })}
            </span>
          )
        }
        id="past"
        title={words("past")}
      >
        {past.items.length > 0 ? (
          <Card flush>
            <ul>
              {past.items.map((visit) => (
                <VisitLine
                  key={visit.id}
                  patientId={patientId}
                  thisYear={page.thisYear}
                  visit={visit}
                  zone={zone}
                />
              ))}
            </ul>
          </Card>
        ) : (
          <p className="text-muted">{words("noPast")}</p>
        )}
        <Pagination
          firstHref={cursor ? addressOf("/appointments", { patient: patientId }) : null}
          nextHref={
            past.next && addressOf("/appointments", { patient: patientId, past: past.next })
          }
        />
      </Section>
    </>
  );
}
