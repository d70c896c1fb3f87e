import { ArrowLeft, UserRound } from "lucide-react";
import Link from "next/link";
import type { ReactNode } from "react";
import { StatusChip, type Tone } from "@/components/badge";
import { ButtonLink } from "@/components/button";
import { EmptyState } from "@/components/empty-state";
import type { ClinicActor } from "@/features/access/actors";
import { getTranslations } from "@/lib/translations";
import type { Services } from "@/server/services";
import { Conversation } from "../conversation/conversation";
import { hereOf } from "../here";
import { type InboxWish, inboxHref } from "../inbox-wish";
import { keptDraft } from "../queries";
import { readConversation } from "../read-conversation";
import { threadParams } from "../schema";
import { threadWords } from "./words";

type InboxThreadProps = {
  services: Services;
  actor: ClinicActor;
  wish: InboxWish;
  /** What else is known about a thread, above its messages. */
  about?: (thread: { readonly patientId: string; readonly threadId: string }) => ReactNode;
};

const tones: Record<"open" | "waiting" | "closed", Tone> = {
  open: "notice",
  waiting: "success",
  closed: "plain",
};

/** The thread chosen from the inbox, or the word to choose one. */
export async function InboxThread({ services, actor, wish, about }: InboxThreadProps) {
  const words = await getTranslations("messages.inbox");
  if (wish.thread === undefined)
    return (
      <div className="hidden lg:block">
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
        <EmptyState title={words("missingTitle")}>{words("missingText")}</EmptyState>
      </>
    );
  const { thread } = found.value;
  const [draft, here, pageWords] = await Promise.all([
    keptDraft(services, actor, { threadId: thread.id }),
    hereOf(services, actor),
    threadWords(),
  ]);
  return (
    <div className="flex flex-col gap-4">
      {back}
      <header className="flex flex-wrap items-start justify-between gap-3 border-hairline border-b pb-4">
        <div className="flex min-w-0 flex-col gap-1">
          <h2 className="font-semibold text-xl [overflow-wrap:anywhere]" dir="auto">
            {thread.patientName}
          </h2>
          <p className="text-muted [overflow-wrap:anywhere]" dir="auto">
            {thread.subject}
          </p>
          <StatusChip tone={tones[thread.state]}>{words(`state_${thread.state}`)}</StatusChip>
        </div>
        <ButtonLink
          href={`/doctor/patients/${thread.patientId}`}
          icon={<UserRound aria-hidden="true" className="size-4.5" />}
          kind="secondary"
          small
        >
          {words("patientPage")}
        </ButtonLink>
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
  );
}
