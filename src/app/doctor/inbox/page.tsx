import type { Metadata } from "next";
import { PageTitle } from "@/components/layout";
import { ListDetail } from "@/components/shells/list-detail";
import { clinicPage } from "@/features/access/page-gates";
import { InboxList } from "@/features/messages/components/inbox-list";
import { InboxThread } from "@/features/messages/components/inbox-thread";
import { inboxHref, readInboxWish } from "@/features/messages/inbox-wish";
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
  const listLook = isList ? "" : "hidden lg:block";
  return (
    <>
      <div className={isList ? "" : "max-lg:sr-only"}>
        <PageTitle title={words("title")} />
      </div>
      <ListDetail
        detail={<InboxThread actor={actor} services={services} wish={wish} />}
        list={
          <div className={listLook}>
            <InboxList actor={actor} services={services} wish={wish} />
          </div>
        }
        listLabel={words("listLabel")}
      />
    </>
  );
}
