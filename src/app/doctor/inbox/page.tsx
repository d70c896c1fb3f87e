import type { Metadata } from "next";
import { Suspense } from "react";
import { PageTitle } from "@/components/layout";
import { ListDetail } from "@/components/shells/list-detail";
import { clinicPage } from "@/features/access/page-gates";
import { ConversationSkeleton } from "@/features/messages/components/conversation-skeleton";
import { InboxList } from "@/features/messages/components/inbox-list";
import { InboxThread } from "@/features/messages/components/inbox-thread";
import { ThreadListSkeleton } from "@/features/messages/components/thread-list-skeleton";
import { inboxHref, readInboxWish } from "@/features/messages/inbox-wish";
import { ThreadProblem } from "@/features/problems/components/thread-problem";
import { getTranslations } from "@/lib/translations";

type Search = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("messages.inbox");
  return { title: words("title") };
}

export default async function InboxPage({ searchParams }: { searchParams: Search }) {
  const wish = readInboxWish(await searchParams);
  const { services, actor } = await clinicPage(inboxHref(wish), "orthodontist");
  const words = await getTranslations("messages.inbox");
  // Below 1024 px the page is either the list or the thread.
  const isList = wish.thread === undefined;
  return (
    <>
      <div className={isList ? "" : "max-lg:sr-only"}>
        <PageTitle title={words("title")} />
      </div>
      <ListDetail
        chosen={!isList}
        detail={
          <Suspense
            fallback={!isList && <ConversationSkeleton />}
            key={`${wish.thread} ${wish.at}`}
          >
            <InboxThread
              about={(thread) => <ThreadProblem actor={actor} services={services} {...thread} />}
              actor={actor}
              services={services}
              wish={wish}
            />
          </Suspense>
        }
        list={
          <Suspense
            fallback={<ThreadListSkeleton inbox />}
            key={`${wish.show} ${wish.whose} ${wish.cursor} ${wish.query}`}
          >
            <InboxList actor={actor} services={services} wish={wish} />
          </Suspense>
        }
        listLabel={words("listLabel")}
      />
    </>
  );
}
