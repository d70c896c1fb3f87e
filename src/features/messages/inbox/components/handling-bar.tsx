"use client";

import { Ellipsis } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { StatusChip, type Tone } from "@/components/badge";
import { Button } from "@/components/button";
import { useSingleKeys } from "@/components/shells/use-single-keys";
import type { Colleague } from "@/features/people/colleagues";
import { fillIn } from "@/lib/fill-in";
import { formatDayTime } from "@/lib/format-time";
import type { Here } from "../../components/days";
import { useOpenThread } from "../../conversation/open-thread";
import type { HandlingView } from "../schema";
import { ActionMenu } from "./action-menu";
import { AssignMenu } from "./assign-menu";
import { CloseDialog } from "./close-dialog";
import { tellHandled } from "./handled";
import type { HandlingWords } from "./handling-words";
import { nextThread } from "./next-thread";
import { SnoozeMenu } from "./snooze-menu";
import { TeamDialog } from "./team-dialog";
import { useHandling } from "./use-handling";

type HandlingBarProps = {
  here: Here;
  ownPersonId: string;
  colleagues: readonly Colleague[];
  /** Orthodontists decide whether the team takes part. */
  isOrthodontist: boolean;
  words: HandlingWords;
};

const tones: Record<"open" | "waiting" | "closed", Tone> = {
  open: "notice",
  waiting: "success",
  closed: "plain",
};

/** How the thread stands, whose it is, and what the practice can do with it (R40). */
export function HandlingBar(props: HandlingBarProps) {
  const { here, ownPersonId, colleagues, isOrthodontist, words } = props;
  const { thread, upTo } = useOpenThread();
  const router = useRouter();
  const handling = useHandling();
  const [dialog, setDialog] = useState<"close" | "team" | null>(null);
  const isClosed = thread.state === "closed";
  const until = thread.handling?.snoozedUntil ?? null;
  const isTurning = handling.pending === "close" || handling.pending === "reopen";

  function leave(kind: "closed" | "snoozed", view: HandlingView) {
    const { id: threadId, patientName } = thread;
    const next = nextThread(threadId);
    const nextId = next?.id ?? null;
    tellHandled({ threadId, patientName, kind, until: view.snoozedUntil, nextId });
    if (next) router.push(next.href);
  }

  async function close() {
    const view = await handling.act("close", { upTo });
    if (view) leave("closed", view);
  }

  async function reopen() {
    if (await handling.act("reopen", {})) tellHandled(null);
  }

  useSingleKeys((key) => {
    if (key === "e" && !isClosed) void close();
    else if (key === "r") focusComposer();
    else return false;
    return true;
  });

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <StatusChip tone={tones[thread.state]}>{words[`state_${thread.state}`]}</StatusChip>
        {until !== null && (
          <StatusChip tone="accent">
            {fillIn(words.snoozedUntil, {
              time: formatDayTime(until, here.zone, here.language),
            })}
          </StatusChip>
        )}
        {isOrthodontist && (
          <span className="text-muted text-sm">
            {thread.withStaff ? words.teamIn : words.teamOut}
          </span>
        )}
      </div>
      <div className="flex items-center gap-2">
        <div className="min-w-0 max-sm:grow">
          <AssignMenu
            colleagues={colleagues}
            handling={handling}
            ownPersonId={ownPersonId}
            words={words}
          />
        </div>
        {!isClosed && (
          <SnoozeMenu
            handling={handling}
            here={here}
            onSnoozed={(view) => leave("snoozed", view)}
            words={words}
          />
        )}
        <Button
          kind="secondary"
          onClick={() => void (isClosed ? reopen() : close())}
          pending={isTurning}
          small
        >
          {isClosed ? words.reopen : words.close}
        </Button>
        {(!isClosed || isOrthodontist) && (
          <ActionMenu
            actions={[
              ...(isClosed
                ? []
                : [
                    {
                      key: "close",
                      label: words.closeReason,
                      opensDialog: true,
                      onChoose: () => setDialog("close"),
                    },
                  ]),
              ...(isOrthodontist
                ? [
                    {
                      key: "team",
                      label: thread.withStaff ? words.unshare : words.share,
                      opensDialog: true,
                      onChoose: () => setDialog("team"),
                    },
                  ]
                : []),
            ]}
            label={words.more}
            plain
            summary={<Ellipsis aria-hidden="true" className="size-4.5" />}
          />
        )}
      </div>
      {handling.refusal !== "" && (
        <p className="text-danger text-sm" role="alert">
          {handling.refusal}
        </p>
      )}
      <CloseDialog
        onClose={() => setDialog(null)}
        onDone={(view) => {
          handling.show(view);
          leave("closed", view);
        }}
        open={dialog === "close"}
        words={words}
      />
      <TeamDialog
        onClose={() => setDialog(null)}
        onDone={handling.show}
        open={dialog === "team"}
        words={words}
      />
    </div>
  );
}

function focusComposer() {
  document.querySelector<HTMLElement>("textarea[name='body']")?.focus();
}
