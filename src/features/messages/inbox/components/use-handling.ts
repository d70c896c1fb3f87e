"use client";

import { useRef, useState } from "react";
import { useUiWords } from "@/components/ui-words";
import { type ApiFailure, newIdempotencyKey, postJson } from "@/lib/api-client";
import { useOpenThread } from "../../conversation/open-thread";
import type { HandlingView } from "../schema";

type Handled = "close" | "reopen" | "assign" | "snooze" | "share";

interface Handling {
  /** What is on its way. */
  readonly pending: Handled | null;
  /** Why the last one was not done; empty when it was. */
  readonly refusal: string;
  /**
   * Posts it, after what is on its way; the same pressed twice is one. What was answered stands in the heading. Null
   * where it was refused or pressed twice.
   */
  readonly act: (
    what: Handled,
    body: Record<string, unknown>,
    say?: (failure: ApiFailure) => string | null,
  ) => Promise<HandlingView | null>;
  /** How the thread stands after it was handled in a dialog. */
  readonly show: (view: HandlingView) => void;
}

const idle = { text: "", answered: Promise.resolve<unknown>(null) };

/** Does something to the open thread (R40); the same one again after a lost answer keeps its key (S16). */
export function useHandling(): Handling {
  const { thread, change, refresh } = useOpenThread();
  const ui = useUiWords();
  const [pending, setPending] = useState<Handled | null>(null);
  const [refusal, setRefusal] = useState("");
  const onItsWay = useRef(idle);
  const sent = useRef({ text: "", key: "" });

  function show({ state, withStaff, assignedTo, snoozedUntil }: HandlingView) {
    const assignedToPersonId = assignedTo?.personId ?? null;
    change({ state, withStaff, handling: { assignedToPersonId, snoozedUntil } });
    setRefusal("");
    // The history stands in the conversation.
    refresh();
  }

  return {
    pending,
    refusal,
    show,
    async act(what, body, say) {
      const path = `/api/threads/${thread.id}/${what}`;
      const text = JSON.stringify([path, body]);
      if (onItsWay.current.text === text) return null;
      const send = () => {
        if (sent.current.text !== text) sent.current = { text, key: newIdempotencyKey() };
        return postJson<HandlingView>(path, body, { idempotencyKey: sent.current.key });
      };
      const own = { text, answered: onItsWay.current.answered.then(send) };
      onItsWay.current = own;
      setPending(what);
      const answer = await own.answered;
      if (onItsWay.current === own) {
        onItsWay.current = idle;
        setPending(null);
      }
      if (answer.ok || answer.status > 0) sent.current = { text: "", key: "" };
      if (answer.ok) {
        show(answer.value);
        return answer.value;
      }
      const known = answer.code === "offline" ? ui.offline : ui.unexpected;
      setRefusal(say?.(answer) ?? (answer.message || known));
      refresh();
      return null;
    },
  };
}
