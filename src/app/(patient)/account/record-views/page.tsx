import { Eye } from "lucide-react";
import type { Metadata } from "next";
import { getLocale } from "next-intl/server";
import { EmptyState } from "@/components/empty-state";
import { Card } from "@/components/layout";
import { Pagination } from "@/components/pagination";
import { actingPatients } from "@/features/access/acting-patients";
import { patientPage } from "@/features/access/page-gates";
import { SectionTitle } from "@/features/account/components/section-title";
import { recordViews } from "@/features/own-data/record-views";
import type { PageSearch } from "@/lib/page-search";
import { withPatient } from "@/lib/patient-href";
import { searchDay } from "@/lib/search-day";
import { getTranslations } from "@/lib/translations";
import { ViewsOfDay } from "./_components/views-of-day";

const path = "/account/record-views";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("ownData.views");
  return { title: words("title") };
}

/** R53: everybody who looked at the record, by day; guardians see it for the child the address names. */
export default async function RecordViewsPage({ searchParams }: { searchParams: PageSearch }) {
  const [{ services, actor }, search, words, language] = await Promise.all([
    patientPage(path, searchParams),
    searchParams,
    getTranslations("ownData.views"),
    getLocale(),
  ]);
  const until = searchDay.safeParse(search.until).data;
  const [{ days, next }, people] = await Promise.all([
    recordViews(services, actor, until),
    actingPatients(services, actor),
  ]);
  const isOwn = actor.patientId === actor.ownPatientId;
  const name = people.find(({ id }) => id === actor.patientId)?.name ?? "";
  const named = typeof search.patient === "string" ? search.patient : undefined;
  return (
    <>
      <SectionTitle
        lead={words("lead")}
        title={isOwn ? words("title") : words("titleOf", { name })}
      />
      {days.length === 0 ? (
        <EmptyState title={words("empty")}>{words("emptyText")}</EmptyState>
      ) : (
        days.map((day) => (
          <ViewsOfDay key={day.day} language={language} of={day} words={words} zone={actor.zone} />
        ))
      )}
      <Pagination
        firstHref={until === undefined ? null : withPatient(path, named)}
        nextHref={next === null ? null : withPatient(`${path}?until=${next}`, named)}
      />
      <Card tone="sunken">
        <h2 className="flex items-center gap-2 font-semibold">
          <Eye aria-hidden="true" className="size-5 shrink-0 text-accent" />
          {words("notShownTitle")}
        </h2>
        <ul className="mt-3 flex list-disc flex-col gap-1.5 ps-6 text-muted">
          {["lists", "own", "outside", "short"].map((key) => (
            <li key={key}>{words(`notShown.${key}`)}</li>
          ))}
        </ul>
      </Card>
    </>
  );
}
