"use client";

import { CircleAlert, Clock } from "lucide-react";
import { Button } from "@/components/button";
import type { ThreadWords } from "../components/words";
import { MessageText } from "./message-text";
import type { Outgoing } from "./use-sending";

type OutgoingBubbleProps = {
  item: Outgoing;
  words: ThreadWords;
  onRetry: () => void;
  onDiscard: () => void;
};

/** One's own message before the server has it: on its way, kept for later, or not sent, and then it says why and goes again. */
export function OutgoingBubble({ item, words, onRetry, onDiscard }: OutgoingBubbleProps) {
  const says = words.conversation;
  return (
    <article className="flex max-w-[88%] flex-col items-end gap-1 self-end">
      <div className="flex min-w-0 max-w-full flex-col gap-2 rounded-card rounded-ee-[0.35rem] border border-edge border-dashed bg-surface px-4 py-2.5">
        {item.attachments.map(({ id, fileName }) => (
          <p className="truncate text-muted" dir="auto" key={id}>
            {fileName}
          </p>
        ))}
        {item.body !== "" && <MessageText body={item.body} words={says} />}
      </div>
      {item.state === "sending" && (
        <p className="px-1 text-muted text-sm" role="status">
          {says.sending}
        </p>
      )}
      {item.state === "kept" && (
        <div className="flex flex-wrap items-center justify-end gap-x-2" role="status">
          <p className="flex items-center gap-1.5 text-muted text-sm">
            <Clock aria-hidden="true" className="size-4 shrink-0" />
            {says.kept}
          </p>
          <Button kind="quiet" onClick={onDiscard} small>
            {says.discard}
          </Button>
        </div>
      )}
      {item.state === "failed" && (
        <div className="flex flex-col items-end gap-1" role="alert">
          <p className="flex items-center gap-1.5 text-danger text-sm">
            <CircleAlert aria-hidden="true" className="size-4 shrink-0" />
            <span>
              <strong>{says.notSent}.</strong>{" "}
              {item.isOffline ? says.waitingForNetwork : item.words}
            </span>
          </p>
          <div className="flex gap-2">
            <Button kind="quiet" onClick={onDiscard} small>
              {says.discard}
            </Button>
            <Button kind="secondary" onClick={onRetry} small>
              {says.tryAgain}
            </Button>
          </div>
        </div>
      )}
    </article>
  );
}
