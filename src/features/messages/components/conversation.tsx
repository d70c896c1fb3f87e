"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { Button } from "@/components/button";
import { Notice } from "@/components/notice";
import { useUiWords } from "@/components/ui-words";
import type { ConversationView } from "../schema";
import { Composer } from "./composer";
import type { Here } from "./days";
import { MessageList } from "./message-list";
import { useConversation } from "./use-conversation";
import { useSending } from "./use-sending";
import type { ThreadWords } from "./words";

type ConversationProps = {
  initial: ConversationView;
  here: Here;
  draft: string;
  /** Whose words the box asks for. */
  side: "patient" | "clinic";
  canWrite: boolean;
  loginHref: string;
  words: ThreadWords;
};

/** How far from the end somebody may have scrolled and still be taken along to what is new, in pixels. */
const nearEnd = 240;

/** A thread that grows while it is looked at. */
export function Conversation(props: ConversationProps) {
  const { initial, here, draft, side, canWrite, loginHref, words } = props;
  const says = words.conversation;
  const { shown, live, isLoadingOlder, loadOlder, refresh, add } = useConversation(initial);
  const { thread, messages, older } = shown;
  const sending = useSending(
    thread,
    (message) => {
      add(message);
      void refresh();
    },
    useUiWords().unexpected,
  );
  const newest = (messages.at(-1)?.number ?? 0) + sending.outgoing.length;
  useStayAtEnd(newest);
  useFreshPage(side === "clinic" && thread.state !== initial.thread.state);
  return (
    <div className="flex grow flex-col gap-4">
      {older !== null && (
        <div className="self-center">
          <Button kind="secondary" onClick={loadOlder} pending={isLoadingOlder} small>
            {isLoadingOlder ? says.loadingOlder : says.older}
          </Button>
        </div>
      )}
      <div className="grow">
        <MessageList
          here={here}
          messages={messages}
          onDiscard={sending.discard}
          onRetry={sending.retry}
          outgoing={sending.outgoing}
          patientId={thread.patientId}
          seenUpTo={thread.seenUpTo}
          words={words}
        />
      </div>
      {live === "down" && <p className="text-muted text-sm">{says.slow}</p>}
      {live === "ended" && (
        <Notice
          action={
            <a className="link" href={loginHref}>
              {says.login}
            </a>
          }
          live
          tone="notice"
        >
          {says.ended}
        </Notice>
      )}
      <div
        className={[
          "bottom-0 z-20 -mx-1 bg-canvas px-1 pt-2 [@media(min-height:36rem)]:sticky",
          side === "patient" && "[@media(min-height:36rem)]:bottom-14 md:bottom-0!",
        ]
          .filter(Boolean)
          .join(" ")}
      >
        {canWrite ? (
          <Composer
            draft={draft}
            label={side === "patient" ? words.composer.label : words.composer.answerLabel}
            onSend={sending.send}
            thread={thread}
            words={words}
          />
        ) : (
          <p className="pb-3 text-muted">{words.composer.viewOnly}</p>
        )}
      </div>
    </div>
  );
}

/** The practice's page says beside the thread whether it waits for an answer. */
function useFreshPage(isOutdated: boolean) {
  const router = useRouter();
  useEffect(() => {
    if (isOutdated) router.refresh();
  }, [isOutdated, router]);
}

/** Begins at the newest message, and follows as long as nobody scrolled away from it. */
function useStayAtEnd(newest: number) {
  const seen = useRef<number | null>(null);
  useEffect(() => {
    const page = document.documentElement;
    const toEnd = page.scrollHeight - page.clientHeight - page.scrollTop;
    const isFirst = seen.current === null;
    const grew = seen.current !== null && newest > seen.current;
    seen.current = newest;
    if (isFirst || (grew && toEnd < nearEnd + 400)) page.scrollTo({ top: page.scrollHeight });
  }, [newest]);
}
