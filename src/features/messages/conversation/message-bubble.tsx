"use client";

import { Check, CheckCheck } from "lucide-react";
import { memo } from "react";
import { ShownAttachments } from "@/features/uploads/components/shown-attachments";
import { fillIn } from "@/lib/fill-in";
import { formatInstantTime } from "@/lib/format-time";
import type { Here } from "../components/days";
import type { ThreadWords } from "../components/words";
import type { MessageView } from "../schema";
import { MessageText } from "./message-text";
import { timeSaid } from "./receipts";

type MessageBubbleProps = {
  message: MessageView;
  /** The same person wrote just before: their name is not said again. */
  isSameVoice: boolean;
  /** It was searched for. */
  isFound: boolean;
  receipt: string | null;
  patientId: string;
  patientName: string;
  here: Here;
  words: ThreadWords;
};

/** Drawn once: of hundreds in a thread only those change whose receipt does. */
export const MessageBubble = memo(function MessageBubble(props: MessageBubbleProps) {
  const { message, isSameVoice, isFound, receipt, patientId, patientName, here, words } = props;
  const { mine, automatic, number, authorName, authorRole, body, attachments, sentAt, writtenAt } =
    message;
  const says = words.conversation;
  const Tick = receipt === says.sent ? Check : CheckCheck;
  const time = formatInstantTime(sentAt, here.zone, here.language);
  const role =
    authorRole === "guardian" && !mine
      ? fillIn(says.guardianOf, { patient: patientName })
      : says[`role_${authorRole}`];
  return (
    <article
      aria-current={isFound || undefined}
      className={`flex max-w-[88%] flex-col gap-1 ${mine ? "items-end self-end" : "items-start self-start"}`}
      data-number={number}
    >
      <p className={isSameVoice && !automatic ? "sr-only" : "px-1 text-sm"}>
        <span className="font-semibold" dir="auto">
          {mine ? says.you : authorName}
        </span>
        <span className="text-muted" dir="auto">
          {" "}
          · {role}
          {automatic && ` · ${says.automatic}`}
        </span>
      </p>
      <div
        className={[
          "flex min-w-0 max-w-full flex-col gap-2 rounded-card border px-4 py-2.5",
          mine
            ? "rounded-ee-[0.35rem] border-transparent bg-accent-soft"
            : "rounded-es-[0.35rem] border-hairline bg-surface",
          isFound && "outline-2 outline-accent outline-offset-2",
        ]
          .filter(Boolean)
          .join(" ")}
      >
        <ShownAttachments
          author={authorName}
          patientId={patientId}
          sent={timeSaid(sentAt, here, says)}
          uploads={attachments}
          words={words.shown}
        />
        {body !== "" && <MessageText body={body} words={says} />}
      </div>
      <p
        className={`flex flex-wrap items-center gap-x-1.5 px-1 text-muted text-sm ${mine ? "justify-end" : ""}`}
        data-end={number}
      >
        <time dateTime={sentAt}>
          {writtenAt === null
            ? time
            : fillIn(says.writtenSent, { written: timeSaid(writtenAt, here, says), sent: time })}
        </time>
        {receipt && (
          <span className="inline-flex min-w-0 items-center gap-1">
            <Tick aria-hidden="true" className="size-4 shrink-0" />
            <span className="min-w-0" dir="auto">
              {receipt}
            </span>
          </span>
        )}
      </p>
    </article>
  );
});
