import { PenLine } from "lucide-react";
import type { Metadata } from "next";
import { Suspense } from "react";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { Card, PageTitle, Stack } from "@/components/layout";
import { Pagination } from "@/components/pagination";
import { Skeleton } from "@/components/skeleton";
import type { PatientActor } from "@/features/access/actors";
import { type Admitted, patientPage } from "@/features/access/page-gates";
import { ExpectationsNote } from "@/features/messages/components/expectations-note";
import { ThreadList } from "@/features/messages/components/thread-list";
import { ThreadListSkeleton } from "@/features/messages/components/thread-list-skeleton";
import { listWords } from "@/features/messages/components/words";
import { hereOf } from "@/features/messages/here";
import { listThreads } from "@/features/messages/list-threads";
import { maySend } from "@/features/messages/may-write";
import { expectations } from "@/features/messages/queries";
import { foundPlaceParts, readFoundPlace } from "@/features/messages/search/found-place";
import { FoundThreads } from "@/features/messages/search/found-threads";
import { ThreadSearch } from "@/features/messages/search/thread-search";
import { withPatient } from "@/lib/patient-href";
import { getTranslations } from "@/lib/translations";

type Search = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("messages.list");
  return { title: words("title") };
}

export default async function MessagesPage({ searchParams }: { searchParams: Search }) {
  const { services, actor } = await patientPage("/messages", searchParams);
  const search = await searchParams;
  const { patient, before } = search;
  const named = typeof patient === "string" ? patient : undefined;
  const cursor = typeof before === "string" ? before : undefined;
  return (
    <Suspense fallback={<MessagesSkeleton />}>
      <Threads
        actor={actor}
        cursor={cursor}
        named={named}
        query={readFoundPlace(search).query}
        services={services}
      />
    </Suspense>
  );
}

async function MessagesSkeleton() {
  const words = await getTranslations("messages.list");
  return (
    <Stack gap={6}>
      <PageTitle
        action={<Skeleton className="h-12 w-44" />}
        lead={words("lead")}
        title={words("title")}
      />
      <Skeleton className="h-12" />
      <ThreadListSkeleton />
    </Stack>
  );
}

type ThreadsProps = Admitted<PatientActor> & {
  cursor: string | undefined;
  named: string | undefined;
  query: string;
};

async function Threads(props: ThreadsProps) {
  const { services, actor, cursor, named, query } = props;
  if (query !== "") return <Found {...props} />;
  const [lines, expected, here, canWrite, words, inList] = await Promise.all([
    listThreads(services, actor, { cursor }),
    expectations(services, actor),
    hereOf(services, actor),
    maySend(services, actor),
    getTranslations("messages.list"),
    listWords(),
  ]);
  const { items, next } = lines.ok ? lines.value : { items: [], next: null };
  const write = canWrite && (
    <ButtonLink
      href={withPatient("/messages/new", named)}
      icon={<PenLine aria-hidden="true" className="size-4.5" />}
    >
      {words("write")}
    </ButtonLink>
  );
  const path = `/api/threads?patientId=${actor.patientId}`;
  return (
    <Stack gap={6}>
      <PageTitle action={items.length > 0 && write} lead={words("lead")} title={words("title")} />
      {(items.length > 0 || cursor !== undefined) && (
        <ThreadSearch
          action="/messages"
          allHref={withPatient("/messages", named)}
          kept={{ patient: named }}
          query=""
        />
      )}
      {items.length === 0 ? (
        <EmptyState action={write} title={words("emptyTitle")}>
          {words("emptyText")}
        </EmptyState>
      ) : (
        <Card flush>
          <ThreadList
            here={here}
            href={withPatient("/messages/{id}", named)}
            initial={items}
            path={cursor ? `${path}&cursor=${encodeURIComponent(cursor)}` : path}
            withPatients={false}
            words={inList}
          />
        </Card>
      )}
      <Pagination
        firstHref={cursor ? withPatient("/messages", named) : null}
        nextHref={next && withPatient(`/messages?before=${encodeURIComponent(next)}`, named)}
      />
      <ExpectationsNote expected={expected} />
    </Stack>
  );
}

async function Found({ services, actor, cursor, named, query }: ThreadsProps) {
  const words = await getTranslations("messages.list");
  const searched = foundPlaceParts({ query, at: undefined });
  return (
    <Stack gap={6}>
      <PageTitle lead={words("lead")} title={words("title")} />
      <ThreadSearch
        action="/messages"
        allHref={withPatient("/messages", named)}
        kept={{ patient: named }}
        query={query}
      />
      <FoundThreads
        actor={actor}
        cursor={cursor}
        hrefOf={(id, at) =>
          withPatient(`/messages/${id}?${foundPlaceParts({ query, at }).join("&")}`, named)
        }
        pageHref={(before) => {
          const parts = before ? [...searched, `before=${encodeURIComponent(before)}`] : searched;
          return withPatient(`/messages?${parts.join("&")}`, named);
        }}
        query={query}
        services={services}
        withPatients={false}
      />
    </Stack>
  );
}
