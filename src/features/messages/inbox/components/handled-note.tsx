"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "@/components/button";
import { useUiWords } from "@/components/ui-words";
import { newIdempotencyKey, postJson } from "@/lib/api-client";
import { fillIn } from "@/lib/fill-in";
import { formatDayTime } from "@/lib/format-time";
import type { Here } from "../../components/days";
import { tellHandled, useHandled } from "./handled";
import type { HandlingWords } from "./handling-words";
import { threadHeadingId } from "./heading-id";

type HandledNoteProps = { openId: string | undefined; here: Here; words: HandlingWords };

/** "Closed: Robin Novak. Undo": stays while one goes on to the next thread. */
export function HandledNote({ openId, here, words }: HandledNoteProps) {
  const handled = useHandled(openId);
  const isNext = openId !== undefined && openId === handled?.nextId;
  useEffect(() => {
    // What was pressed is gone with its thread.
    if (isNext) document.getElementById(threadHeadingId)?.focus({ preventScroll: true });
  }, [isNext]);
  if (!handled) return null;
  return (
    <Note {...handled} here={here} key={`${handled.threadId} ${handled.kind}`} words={words} />
  );
}

type NoteProps = NonNullable<ReturnType<typeof useHandled>> & { here: Here; words: HandlingWords };

function Note({ threadId, patientName, kind, until, here, words }: NoteProps) {
  const router = useRouter();
  const ui = useUiWords();
  const [isPending, setPending] = useState(false);
  const [isUndone, setUndone] = useState(false);
  const [refusal, setRefusal] = useState("");
  const key = useRef("");

  async function undo() {
    setPending(true);
    key.current ||= newIdempotencyKey();
    const answer = await postJson(
      `/api/threads/${threadId}/${kind === "closed" ? "reopen" : "snooze"}`,
      kind === "closed" ? {} : { until: null },
      { idempotencyKey: key.current },
    );
    setPending(false);
    if (answer.ok) {
      setUndone(true);
      router.refresh();
      return;
    }
    if (answer.status > 0) key.current = "";
    setRefusal(answer.message || (answer.code === "offline" ? ui.offline : ui.unexpected));
  }

  const time = until === null ? "" : formatDayTime(until, here.zone, here.language);
  const said = kind === "closed" ? words.closedNote : words.snoozedNote;
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 rounded-control bg-success-soft py-1 ps-4 pe-1">
      <p className="py-1.5 [overflow-wrap:anywhere]" role="status">
        {fillIn(isUndone ? words.undone : said, { name: patientName, time })}
      </p>
      {refusal !== "" && (
        <p className="text-danger text-sm" role="alert">
          {refusal}
        </p>
      )}
      {isUndone ? (
        <Button kind="quiet" onClick={() => tellHandled(null)} small>
          {ui.close}
        </Button>
      ) : (
        <Button kind="quiet" onClick={() => void undo()} pending={isPending} small>
          {words.undo}
        </Button>
      )}
    </div>
  );
}
