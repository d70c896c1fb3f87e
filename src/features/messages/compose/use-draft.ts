"use client";

import { useEffect, useEffectEvent, useRef } from "react";
import { type DraftText, mergeDrafts } from "@/domain/messages/merge-drafts";
import type { UploadView } from "@/features/uploads/schema";
import { type ApiFailure, sendJson } from "@/lib/api-client";
import type { KeptDraft } from "../queries";
import type { DraftView } from "../schema";

/** Words, and the files beside them. */
export interface Written extends DraftText {
  readonly attachments: readonly UploadView[];
}

interface Drafted {
  readonly threadId?: string;
  readonly patientId: string;
  /** What was kept when the page came. */
  readonly read: KeptDraft;
  /** What stands in the fields now. */
  readonly written: () => Written;
  /** Puts what another tab wrote into the fields, below one's own. */
  readonly show: (both: Written) => void;
}

interface Draft {
  /** Something was typed: keep it soon. */
  readonly keep: (text: Written) => void;
  /** Stops keeping, and waits for what is under way: for before the message is sent. Answers the draft's version, each once. */
  readonly settle: () => Promise<number>;
}

const pauseMs = 800;

/**
 * Keeps what is being written on the server (R38), a moment after the last key and when the page is left. Where another
 * tab wrote too, both stay.
 */
export function useDraft({ threadId, patientId, read, written, show }: Drafted): Draft {
  const waiting = useRef<Written | null>(null);
  const timer = useRef<number | undefined>(undefined);
  const running = useRef<Promise<unknown>>(Promise.resolve());
  // What this page and the server agree on.
  const agreed = useRef(read);
  // Of the draft that was sent: the next message is another one.
  const left = useRef(0);

  function keep(text: Written) {
    waiting.current = text;
    clearTimeout(timer.current);
    timer.current = window.setTimeout(save, pauseMs);
  }

  function bringTogether(theirs: KeptDraft) {
    const before = agreed.current;
    agreed.current = theirs;
    const mine = written();
    const known = new Set([...mine.attachments, ...before.attachments].map(({ id }) => id));
    const added = theirs.attachments.filter(({ id }) => !known.has(id));
    const attachments = [...mine.attachments, ...added];
    const both = { ...mergeDrafts(mine, theirs, before), attachments };
    if (!isSame(both, mine)) show(both);
    if (!isSame(both, theirs)) keep(both);
  }

  async function send(text: Written) {
    const { version } = agreed.current;
    const { attachments, ...words } = text;
    const attachmentIds = attachments.map(({ id }) => id);
    const about = { patientId, ...(threadId !== undefined && { threadId }) };
    const body = { ...words, attachmentIds, version, ...about };
    const answer = await sendJson<DraftView>("PUT", "/api/drafts", body);
    if (answer.ok) agreed.current = { ...text, version: answer.value.version };
    else if (answer.code === "draft_changed") bringTogether(draftIn(answer));
    // After the session's end or without a network it is kept as soon as that is over, unless more was typed since.
    else if ([0, 401].includes(answer.status)) waiting.current ??= text;
  }

  function save() {
    clearTimeout(timer.current);
    const text = waiting.current;
    if (!text) return;
    waiting.current = null;
    running.current = running.current.then(() => send(text));
  }

  // When the page is left, and come back to: the login in another tab lies between.
  const look = useEffectEvent(save);
  const close = useEffectEvent(save);
  useEffect(() => {
    const turn = () => look();
    document.addEventListener("visibilitychange", turn);
    window.addEventListener("online", turn);
    return () => {
      document.removeEventListener("visibilitychange", turn);
      window.removeEventListener("online", turn);
      close();
    };
  }, []);

  return {
    keep,
    async settle() {
      clearTimeout(timer.current);
      waiting.current = null;
      await running.current;
      // What could not be kept is sent now.
      clearTimeout(timer.current);
      waiting.current = null;
      const { version } = agreed.current;
      const isSent = version === left.current;
      left.current = version;
      return isSent ? 0 : version;
    },
  };
}

function isSame(one: Written, other: Written): boolean {
  const isSameWords = one.body === other.body && one.subject === other.subject;
  const ids = ({ attachments }: Written) => attachments.map(({ id }) => id).join();
  return isSameWords && ids(one) === ids(other);
}

/** What stands there instead, as the refusal tells it. */
function draftIn({ detail: { subject, body, attachments, version } }: ApiFailure): KeptDraft {
  return {
    subject: typeof subject === "string" ? subject : "",
    body: typeof body === "string" ? body : "",
    attachments: Array.isArray(attachments) ? (attachments as UploadView[]) : [],
    version: typeof version === "number" ? version : 0,
  };
}
