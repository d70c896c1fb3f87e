import type { Metadata } from "next";
import { clinicPage } from "@/features/access/page-gates";
import { Inbox } from "@/features/messages/inbox/inbox";
import { inboxHref, readInboxWish } from "@/features/messages/inbox/inbox-wish";
import { getTranslations } from "@/lib/translations";

type Search = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const words = await getTranslations("messages.inbox");
  return { title: words("title") };
}

/** The threads in which the practice's team takes part (R37, R52). */
export default async function DeskInboxPage({ searchParams }: { searchParams: Search }) {
  const wish = readInboxWish("/desk/inbox", await searchParams);
  const { services, actor } = await clinicPage(inboxHref(wish), "staff", "admin");
  return <Inbox actor={actor} services={services} wish={wish} />;
}
