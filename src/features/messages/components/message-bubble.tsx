"use client";

import { Check, CheckCheck, CircleAlert } from "lucide-react";
import { Button } from "@/components/button";
import { ShownAttachments } from "@/features/uploads/components/shown-attachments";
import { formatInstantTime } from "@/lib/format-time";
import type { MessageView } from "../schema";
import type { Here } from "./days";
import type { Outgoing } from "./use-sending";
import type { ThreadWords } from "./words";

type MessageBubbleProps = {
  message: MessageView;
  /** The same person wrote just before: their name is not said again. */
  isSameVoice: boolean;
  receipt: string | null;
  patientId: string;
  here: Here;
  words: ThreadWords;
};

const textLook = "whitespace-pre-wrap [overflow-wrap:anywhere]";

export function MessageBubble(props: MessageBubbleProps) {
  const { message, isSameVoice, receipt, patientId, here, words } = props;
  const { mine, authorName, authorRole, body, attachments, sentAt } = message;
  const says = words.conversation;
  const Tick = receipt === says.seen ? CheckCheck : Check;
  return (
    <article
      className={`flex max-w-[88%] flex-col gap-1 ${mine ? "items-end self-end" : "items-start self-start"}`}
    >
      <p className={isSameVoice ? "sr-only" : "px-1 text-sm"}>
        <span className="font-semibold" dir="auto">
          {mine ? says.you : authorName}
        </span>
        <span className="text-muted"> · {says[`role_${authorRole}`]}</span>
      </p>
      <div
        className={[
          "flex min-w-0 max-w-full flex-col gap-2 rounded-card border px-4 py-2.5",
          mine
            ? "rounded-ee-[0.35rem] border-transparent bg-accent-soft"
            : "rounded-es-[0.35rem] border-hairline bg-surface",
        ].join(" ")}
      >
        <ShownAttachments
          author={authorName}
          patientId={patientId}
          uploads={attachments}
          words={words.shown}
        />
        {body !== "" && (
          <p className={textLook} dir="auto">
            {body}
          </p>
        )}
      </div>
      <p className="flex items-center gap-1.5 px-1 text-muted text-sm">
        <time dateTime={sentAt}>{formatInstantTime(sentAt, here.zone, here.language)}</time>
        {receipt && (
          <span className="inline-flex items-center gap-1">
            <Tick aria-hidden="true" className="size-4" />
            {receipt}
          </span>
        )}
      </p>
    </article>
  );
}

type OutgoingBubbleProps = {
  item: Outgoing;
  words: ThreadWords;
  onRetry: () => void;
  onDiscard: () => void;
};

/** One's own message before the server has it: on its way, or not sent, and then it says why and goes again. */
export function OutgoingBubble({ item, words, onRetry, onDiscard }: OutgoingBubbleProps) {
  const says = words.conversation;
  const isFailed = item.state === "failed";
  return (
    <article className="flex max-w-[88%] flex-col items-end gap-1 self-end">
      <div className="flex min-w-0 max-w-full flex-col gap-2 rounded-card rounded-ee-[0.35rem] border border-edge border-dashed bg-surface px-4 py-2.5">
        {item.attachments.map(({ id, fileName }) => (
          <p className="truncate text-muted" dir="auto" key={id}>
            {fileName}
          </p>
        ))}
        {item.body !== "" && (
          <p className={textLook} dir="auto">
            {item.body}
          </p>
        )}
      </div>
      {isFailed ? (
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
      ) : (
        <p className="px-1 text-muted text-sm" role="status">
          {says.sending}
        </p>
      )}
    </article>
  );
}
