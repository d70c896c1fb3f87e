"use client";

import { Fragment } from "react";
import type { MessageView } from "../schema";
import { dayIn, dayName, type Here } from "./days";
import { MessageBubble, OutgoingBubble } from "./message-bubble";
import type { Outgoing } from "./use-sending";
import type { ThreadWords } from "./words";

type MessageListProps = {
  messages: readonly MessageView[];
  outgoing: readonly Outgoing[];
  seenUpTo: number;
  patientId: string;
  here: Here;
  words: ThreadWords;
  onRetry: (key: string) => void;
  onDiscard: (key: string) => void;
};

/** Messages in their order, a heading where a day begins, and the receipt under one's own last. */
export function MessageList(props: MessageListProps) {
  const { messages, outgoing, seenUpTo, patientId, here, words, onRetry, onDiscard } = props;
  const says = words.conversation;
  const lastSeen = messages.findLast(({ mine, number }) => mine && number <= seenUpTo)?.number;
  const lastMine = messages.findLast(({ mine }) => mine)?.number;
  return (
    <div aria-label={says.label} className="flex flex-col gap-3" role="log">
      {messages.map((message, index) => {
        const before = messages[index - 1];
        const isNewDay =
          !before || dayIn(here.zone, before.sentAt) !== dayIn(here.zone, message.sentAt);
        const isSameVoice = !isNewDay && before.authorPersonId === message.authorPersonId;
        return (
          <Fragment key={message.id}>
            {isNewDay && (
              <h2 className="mt-3 text-center font-medium text-muted text-sm first:mt-0">
                {dayName(message.sentAt, here, says)}
              </h2>
            )}
            <MessageBubble
              here={here}
              isSameVoice={isSameVoice}
              message={message}
              patientId={patientId}
              receipt={receiptOf(message.number, lastSeen, lastMine, says)}
              words={words}
            />
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

function receiptOf(
  number: number,
  lastSeen: number | undefined,
  lastMine: number | undefined,
  says: ThreadWords["conversation"],
): string | null {
  if (number === lastSeen) return says.seen;
  return number === lastMine ? says.sent : null;
}
