"use client";

import { ArrowDown } from "lucide-react";
import { useRouter } from "next/navigation";
import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/button";
import { Notice } from "@/components/notice";
import { useUiWords } from "@/components/ui-words";
import { fillIn } from "@/lib/fill-in";
import type { Here } from "../components/days";
import type { ThreadWords } from "../components/words";
import { Composer } from "../compose/composer";
import type { GivenBack } from "../compose/given-back";
import type { KeptDraft } from "../queries";
import type { ConversationView } from "../schema";
import { MessageList } from "./message-list";
import { useTellThread } from "./open-thread";
import { useAheadMs } from "./use-ahead";
import { useConversation } from "./use-conversation";
import { useNear } from "./use-near";
import { usePlace } from "./use-place";
import { useReading } from "./use-reading";
import { useSending } from "./use-sending";
import { useSentElsewhere } from "./use-sent-elsewhere";

type ConversationProps = {
  initial: ConversationView;
  here: Here;
  draft: KeptDraft;
  /** Whose words the box asks for. */
  side: "patient" | "clinic";
  canWrite: boolean;
  loginHref: string;
  /** The message with this number was searched for: the thread begins there. */
  at?: number | undefined;
  words: ThreadWords;
};

/** A thread that grows while it is looked at. */
export function Conversation(props: ConversationProps) {
  const { initial, here, draft, side, canWrite, loginHref, at, words } = props;
  const says = words.conversation;
  const [firstUnread] = useState(() => firstUnreadOf(initial));
  const aheadMs = useAheadMs(here.at);
  const { shown, live, isLoading, loadOlder, loadNewer, toNewest, refresh, add } =
    useConversation(initial);
  const { thread, messages, events, older, newer } = shown;
  const list = useRef<HTMLDivElement>(null);
  const seenUpTo = useReading(list, shown);
  const [givenBack, setGivenBack] = useState<GivenBack | null>(null);
  useTellThread(thread, messages.at(-1)?.number ?? 0, () => void refresh());
  const sending = useSending({
    thread,
    aheadMs,
    unexpected: useUiWords().unexpected,
    onSentLater: () => void refresh(),
    seenUpTo: side === "clinic" ? seenUpTo : null,
    onMeanwhile: (item, answer) => {
      setGivenBack({ ...answer, item });
      void (newer === null ? refresh() : toNewest());
    },
    onSent: (message) => {
      add(message);
      void (newer === null ? refresh() : toNewest());
    },
  });
  const { elsewhere, sendsHere } = useSentElsewhere(messages, initial.thread.messageCount);
  const top = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const { outgoing } = sending;
  const hasNewer = newer !== null;
  const place = usePlace({
    list,
    end,
    messages,
    outgoing: outgoing.length,
    beginAt: at ?? firstUnread,
    hasNewer,
  });
  const isScrolled = useScrolled();
  useNear(top, isScrolled ? older : null, () => void loadOlder());
  useNear(end, isScrolled ? newer : null, () => void loadNewer());
  useFreshPage(side === "clinic" && thread.state !== initial.thread.state);
  const unseen = useUnseen(thread.messageCount, place.isAtEnd);

  async function goToEnd() {
    if (hasNewer) await toNewest();
    requestAnimationFrame(() => {
      place.toEnd();
      // The button goes; whoever pressed it by key stays where it led.
      end.current?.focus({ preventScroll: true });
    });
  }

  return (
    <div className="flex grow flex-col gap-4">
      <div ref={top} />
      {older !== null && (
        <div className="self-center">
          <Button
            kind="secondary"
            onClick={() => void loadOlder()}
            pending={isLoading === "older"}
            small
          >
            {isLoading === "older" ? says.loadingOlder : says.older}
          </Button>
        </div>
      )}
      <div className="grow">
        <MessageList
          events={events}
          firstUnread={firstUnread}
          foundAt={at}
          here={here}
          isQuiet={useAMoment(isLoading !== null)}
          list={list}
          messages={messages}
          onDiscard={sending.discard}
          onRetry={sending.retry}
          outgoing={hasNewer ? [] : outgoing}
          thread={thread}
          words={words}
        />
      </div>
      {hasNewer && (
        <div className="self-center">
          <Button
            kind="secondary"
            onClick={() => void loadNewer()}
            pending={isLoading === "newer"}
            small
          >
            {says.newer}
          </Button>
        </div>
      )}
      <div className="outline-none" ref={end} tabIndex={-1} />
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
        {!place.isAtEnd && (
          <button
            className="absolute -top-11 left-1/2 inline-flex min-h-11 -translate-x-1/2 items-center gap-1.5 rounded-chip border border-edge bg-surface px-4 font-semibold text-sm shadow-card hover:bg-sunken"
            onClick={() => void goToEnd()}
            type="button"
          >
            <ArrowDown aria-hidden="true" className="size-4" />
            {unseen === 0
              ? says.toNewest
              : fillIn(unseen === 1 ? says.newOne : says.newMany, { count: unseen })}
          </button>
        )}
        {canWrite && side === "patient" && thread.state === "closed" && (
          <p className="pb-2 text-muted">{says.closedHere}</p>
        )}
        {canWrite ? (
          <Composer
            draft={draft}
            givenBack={givenBack}
            label={side === "patient" ? words.composer.label : words.composer.answerLabel}
            onSend={(body, attachments, kept) => {
              setGivenBack(null);
              sendsHere(body);
              sending.send(body, attachments, kept);
            }}
            sentElsewhere={elsewhere}
            thread={thread}
            withTemplates={side === "clinic"}
            words={words}
          />
        ) : (
          <p className="pb-3 text-muted">{words.composer.viewOnly}</p>
        )}
      </div>
    </div>
  );
}

/** Where somebody reads on; nobody who never read here. */
function firstUnreadOf({ thread, items }: ConversationView): number | null {
  const { readUpTo } = thread;
  if (readUpTo === 0) return null;
  return items.findLast(({ mine, number }) => !mine && number > readUpTo)?.number ?? null;
}

/** The practice's page says beside the thread whether it waits for an answer. */
function useFreshPage(isOutdated: boolean) {
  const router = useRouter();
  useEffect(() => {
    if (isOutdated) router.refresh();
  }, [isOutdated, router]);
}

/** More is asked for by itself only after somebody has moved: the page first takes its place. */
function useScrolled(): boolean {
  const [isScrolled, setScrolled] = useState(false);
  useEffect(() => {
    const move = () => setScrolled(true);
    const kinds = ["wheel", "touchmove", "keydown", "pointerdown"] as const;
    for (const kind of kinds) window.addEventListener(kind, move, { once: true, passive: true });
    return () => {
      for (const kind of kinds) window.removeEventListener(kind, move);
    };
  }, []);
  return isScrolled;
}

/** How many came since the end of the thread was last on the screen. */
function useUnseen(count: number, isAtEnd: boolean): number {
  const [seen, setSeen] = useState(count);
  if (isAtEnd && seen !== count) setSeen(count);
  return isAtEnd ? 0 : Math.max(0, count - seen);
}

/** True, and for a moment more: what was put in is not read out as if it were new. */
function useAMoment(isOn: boolean): boolean {
  const [wasOn, setWasOn] = useState(false);
  const turn = useCallback(() => setWasOn(isOn), [isOn]);
  useEffect(() => {
    const timer = window.setTimeout(turn, isOn ? 0 : 400);
    return () => clearTimeout(timer);
  }, [isOn, turn]);
  return isOn || wasOn;
}
