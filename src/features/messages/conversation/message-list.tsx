"use client";

import { Fragment, type RefObject, useMemo } from "react";
import { dayIn, dayName, type Here } from "../components/days";
import type { ThreadWords } from "../components/words";
import type { MessageView, ThreadEventView, ThreadView } from "../schema";
import { HistoryLine } from "./history-line";
import { MessageBubble } from "./message-bubble";
import { OutgoingBubble } from "./outgoing-bubble";
import { receiptsUnder } from "./receipts";
import type { Outgoing } from "./use-sending";

type MessageListProps = {
  list: RefObject<HTMLDivElement | null>;
  messages: readonly MessageView[];
  /** What the practice did in between, for its own side. */
  events: readonly ThreadEventView[];
  outgoing: readonly Outgoing[];
  thread: ThreadView;
  /** The first message that was unread when the page was opened. */
  firstUnread: number | null;
  /** The message that was searched for. */
  foundAt: number | undefined;
  /** Nothing is said aloud while older messages come in. */
  isQuiet: boolean;
  here: Here;
  words: ThreadWords;
  onRetry: (key: string) => void;
  onDiscard: (key: string) => void;
};

/** Messages in their order, a heading where a day begins, a line where the unread ones do, and receipts under one's own. */
export function MessageList(props: MessageListProps) {
  const { list, messages, events, outgoing, thread, firstUnread, foundAt } = props;
  const { isQuiet, here, words, onRetry, onDiscard } = props;
  const says = words.conversation;
  const { receipts } = thread;
  const under = useMemo(
    () => receiptsUnder(messages, receipts, here, says),
    [messages, receipts, here, says],
  );
  const history = useMemo(() => byNumber(events), [events]);
  return (
    <div
      aria-label={says.label}
      aria-live={isQuiet ? "off" : "polite"}
      className="flex flex-col gap-3 [overflow-anchor:none]"
      ref={list}
      role="log"
    >
      {messages.map((message, index) => {
        const before = messages[index - 1];
        const isNewDay =
          !before || dayIn(here.zone, before.sentAt) !== dayIn(here.zone, message.sentAt);
        const isFirstUnread = message.number === firstUnread;
        const isSameVoice =
          !isNewDay &&
          !isFirstUnread &&
          !history.has(before.number) &&
          before.authorPersonId === message.authorPersonId;
        return (
          <Fragment key={message.id}>
            {isNewDay && (
              <h2 className="mt-3 text-center font-medium text-muted text-sm first:mt-0">
                {dayName(message.sentAt, here, says)}
              </h2>
            )}
            {isFirstUnread && (
              <h3 className="flex items-center gap-3 font-semibold text-accent text-sm before:h-px before:grow before:bg-accent after:h-px after:grow after:bg-accent">
                {says.newBelow}
              </h3>
            )}
            <MessageBubble
              here={here}
              isFound={message.number === foundAt}
              isSameVoice={isSameVoice}
              message={message}
              patientId={thread.patientId}
              patientName={thread.patientName}
              receipt={under.get(message.number) ?? null}
              words={words}
            />
            {history.get(message.number)?.map((event) => (
              <HistoryLine event={event} here={here} key={event.id} says={says} />
            ))}
          </Fragment>
        );
      })}
      {outgoing.map((item) => (
        <OutgoingBubble
          item={item}
          key={item.key}
          onDiscard={() => onDiscard(item.key)}
          onRetry={() => onRetry(item.key)}
          words={words}
        />
      ))}
    </div>
  );
}

/** By the number of the message they stand under. */
function byNumber(events: readonly ThreadEventView[]): Map<number, ThreadEventView[]> {
  const under = new Map<number, ThreadEventView[]>();
  for (const event of events) {
    const beside = under.get(event.afterNumber);
    if (beside) beside.push(event);
    else under.set(event.afterNumber, [event]);
  }
  return under;
}
