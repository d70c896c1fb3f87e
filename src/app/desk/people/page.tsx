import type { Metadata } from "next";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Card, PageTitle, Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { SegmentLinks } from "@/components/segment-links";
import { clinicPage } from "@/features/access/page-gates";
import { clinicPeople } from "@/features/people/roles/clinic-people";
import type { PageSearch } from "@/lib/page-search";
import { getTranslations } from "@/lib/translations";
import { FormerList } from "./_components/former-list";
import { PeopleSearch } from "./_components/people-search";
import { PeopleTable } from "./_components/people-table";
import { WaitingList } from "./_components/waiting-list";

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("people");
  return { title: words("title") };
}

/** Who works at the practice, who was invited, and who was removed (R52). */
export default async function PeoplePage({ searchParams }: { searchParams: PageSearch }) {
  const [{ services, actor }, search, words] = await Promise.all([
    clinicPage("/desk/people", "admin"),
    searchParams,
    getTranslations("people"),
  ]);
  const query = typeof search.q === "string" ? search.q.trim().slice(0, 100) : "";
  const isFormer = search.view === "removed";
  const { people, waiting, former } = await clinicPeople(services, actor, query);
  const kept = query === "" ? "" : `q=${encodeURIComponent(query)}`;
  const nothing = isFormer ? former.length === 0 : people.length + waiting.length === 0;
  return (
    <>
      <PageTitle
        action={<ButtonLink href="/desk/people/invite">{words("invite")}</ButtonLink>}
        lead={words("lead")}
        title={words("title")}
      />
      {search.sent === "1" && (
        <Notice live tone="success">
          {words("sent")}
        </Notice>
      )}
      <div className="flex flex-col gap-3 sm:flex-row sm:items-end sm:justify-between">
        <SegmentLinks
          items={[
            { href: `/desk/people?${kept}`, label: words("tabs.here"), current: !isFormer },
            {
              href: `/desk/people?view=removed${kept && `&${kept}`}`,
              label: words("tabs.removed"),
              current: isFormer,
            },
          ]}
          label={words("tabs.label")}
        />
        <PeopleSearch isFormer={isFormer} query={query} />
      </div>
      {nothing && query !== "" && (
        <EmptyState
          action={
            <ButtonLink
              href={isFormer ? "/desk/people?view=removed" : "/desk/people"}
              kind="secondary"
            >
              {words("search.clear")}
            </ButtonLink>
          }
          title={words("search.none")}
        >
          {words("search.noneText")}
        </EmptyState>
      )}
      {nothing && query === "" && (
        <EmptyState title={words("removedEmpty")}>{words("removedEmptyText")}</EmptyState>
      )}
      {!nothing && isFormer && <FormerList former={former} zone={actor.zone} />}
      {!nothing && !isFormer && (
        <Stack gap={8}>
          {people.length > 0 && (
            <Card flush>
              <PeopleTable ownLoginId={actor.loginId} people={people} zone={actor.zone} />
            </Card>
          )}
          {waiting.length > 0 && (
            <WaitingList now={services.now} waiting={waiting} zone={actor.zone} />
          )}
        </Stack>
      )}
    </>
  );
}
