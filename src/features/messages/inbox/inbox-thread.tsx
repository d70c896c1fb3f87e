import { ArrowLeft, UserRound } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import { inPractice } from "@/db/transaction";
import type { ClinicActor } from "@/features/access/actors";
import { colleaguesOf } from "@/features/people/colleagues";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { AboutChip } from "../about/about-chip";
import { clinicAboutHref } from "../about/about-hrefs";
import { threadWords } from "../components/words";
import { Conversation } from "../conversation/conversation";
import { OpenThreadProvider } from "../conversation/open-thread";
import { hereOf } from "../here";
import { keptDraft } from "../queries";
import { readConversation } from "../read-conversation";
import { threadParams } from "../schema";
import { threadHeading } from "../thread-heading";
import { HandledNote } from "./components/handled-note";
import { HandlingBar } from "./components/handling-bar";
import { handlingWords } from "./components/handling-words";
import { threadHeadingId } from "./components/heading-id";
import { type InboxWish, inboxHref, patientHref } from "./inbox-wish";

type InboxThreadProps = {
  services: Services;
  actor: ClinicActor;
  wish: InboxWish;
  /** What else is known about a thread, above its messages. */
  about?: (thread: { readonly patientId: string; readonly threadId: string }) => ReactNode;
};

/** The thread chosen from the inbox, or the word to choose one. */
export async function InboxThread({ services, actor, wish, about }: InboxThreadProps) {
  const [words, handling, here] = await Promise.all([
    getTranslations("messages.inbox"),
    handlingWords(),
    hereOf(services, actor),
  ]);
  const note = <HandledNote here={here} openId={wish.thread} words={handling} />;
  if (wish.thread === undefined)
    return (
      <div className="hidden flex-col gap-4 lg:flex">
        {note}
        <EmptyState title={words("chooseTitle")}>{words("chooseText")}</EmptyState>
      </div>
    );
  const asked = threadParams.safeParse({ id: wish.thread });
  const found = asked.success
    ? await readConversation(services, actor, { ...asked.data, at: wish.at, atUnread: true })
    : null;
  const back = (
    <Link
      className="flex min-h-11 w-fit items-center gap-2 link lg:hidden"
      href={inboxHref({ ...wish, thread: undefined, at: undefined })}
    >
      <ArrowLeft aria-hidden="true" className="size-5 rtl:-scale-x-100" />
      {words("back")}
    </Link>
  );
  if (!found?.ok)
    return (
      <>
        {back}
        {note}
        <EmptyState title={words("missingTitle")}>{words("missingText")}</EmptyState>
      </>
    );
  const { thread } = found.value;
  const [draft, colleagues, pageWords, heading] = await Promise.all([
    keptDraft(services, actor, { threadId: thread.id }),
    inPractice(services.db, actor.practiceId, (tx) => colleaguesOf(tx, actor.practiceId)),
    threadWords(),
    threadHeading(services, actor, thread.id),
  ]);
  return (
    <OpenThreadProvider initial={thread} key={thread.id} upTo={found.value.items[0]?.number ?? 0}>
      <div className="flex flex-col gap-4">
        {back}
        {note}
        <header className="flex flex-col gap-3 border-hairline border-b pb-4">
          <div className="flex items-start justify-between gap-3">
            <div className="flex min-w-0 flex-col gap-1">
              <h2
                className="font-semibold text-xl outline-none [overflow-wrap:anywhere]"
                dir="auto"
                id={threadHeadingId}
                tabIndex={-1}
              >
                {thread.patientName}
              </h2>
              <p className="text-muted [overflow-wrap:anywhere]" dir="auto">
                {thread.subject}
              </p>
            </div>
            <ButtonLink
              href={patientHref(wish.base, thread.patientId)}
              icon={<UserRound aria-hidden="true" className="size-4.5" />}
              kind="secondary"
              small
            >
              {words("patientPage")}
            </ButtonLink>
          </div>
          <AboutChip
            about={heading?.about ?? null}
            hrefOf={clinicAboutHref(actor.role, thread.patientId, actor.zone)}
            zone={actor.zone}
          />
          <HandlingBar
            colleagues={colleagues}
            here={here}
            isOrthodontist={actor.role === "orthodontist"}
            ownPersonId={actor.personId}
            words={handling}
          />
        </header>
        {about?.({ patientId: thread.patientId, threadId: thread.id })}
        <Conversation
          at={wish.at}
          canWrite
          draft={draft}
          here={here}
          initial={found.value}
          key={`${thread.id} ${wish.at}`}
          loginHref={`/login?next=${encodeURIComponent(inboxHref(wish))}`}
          side="clinic"
          words={pageWords}
        />
      </div>
    </OpenThreadProvider>
  );
}
