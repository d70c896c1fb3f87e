import Link from "next/link";
import { type ReactNode, Suspense } from "react";
import { PageTitle } from "@/components/layout";
import { ListDetail } from "@/components/shells/list-detail";
import type { ClinicActor } from "@/features/access/actors";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { ConversationSkeleton } from "../components/conversation-skeleton";
import { ThreadListSkeleton } from "../components/thread-list-skeleton";
import { InboxList } from "./inbox-list";
import { InboxThread } from "./inbox-thread";
import type { InboxWish } from "./inbox-wish";

type InboxProps = {
  services: Services;
  actor: ClinicActor;
  wish: InboxWish;
  /** What else is known about a thread, above its messages. */
  about?: (thread: { readonly patientId: string; readonly threadId: string }) => ReactNode;
};

/** The practice's threads beside the one that is open; below 1024 px either of them (R40). */
export async function Inbox({ services, actor, wish, about }: InboxProps) {
  const words = await getTranslations("messages.inbox");
  const isList = wish.thread === undefined;
  return (
    <>
      <div className={isList ? "" : "max-lg:sr-only"}>
        <PageTitle
          action={
            wish.base === "/doctor/inbox" && (
              <Link className="link inline-flex min-h-11 items-center" href="/doctor/inbox/absence">
                {words("away")}
              </Link>
            )
          }
          title={words("title")}
        />
      </div>
      <ListDetail
        chosen={!isList}
        detail={
          <Suspense
            fallback={!isList && <ConversationSkeleton />}
            key={`${wish.thread} ${wish.at}`}
          >
            <InboxThread actor={actor} services={services} wish={wish} {...(about && { about })} />
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
