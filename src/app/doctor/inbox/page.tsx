import type { Metadata } from "next";
import { clinicPage } from "@/features/access/page-gates";
import { Inbox } from "@/features/messages/inbox/inbox";
import { inboxHref, readInboxWish } from "@/features/messages/inbox/inbox-wish";
import { ThreadProblem } from "@/features/problems/components/thread-problem";
import { getTranslations } from "@/lib/translations";

type Search = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("messages.inbox");
  return { title: words("title") };
}

export default async function InboxPage({ searchParams }: { searchParams: Search }) {
  const wish = readInboxWish("/doctor/inbox", await searchParams);
  const { services, actor } = await clinicPage(inboxHref(wish), "orthodontist");
  return (
    <Inbox
      about={(thread) => <ThreadProblem actor={actor} services={services} {...thread} />}
      actor={actor}
      services={services}
      wish={wish}
    />
  );
}
