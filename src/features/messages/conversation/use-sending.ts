"use client";

import { useEffect, useEffectEvent, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { isRefused, type KeptSubmission } from "@/domain/offline/kept-submission";
import {
  dropKept,
  keepForLater,
  keptSubmissions,
  nothingKept,
} from "@/features/offline/kept-submissions";
import type { UploadView } from "@/features/uploads/schema";
import { newIdempotencyKey, postJson } from "@/lib/api-client";
import type { MessageView } from "../schema";

/** A message on its way. Sent again, it keeps its key, so that it arrives once (S16). */
export interface Outgoing {
  readonly key: string;
  readonly body: string;
  readonly attachments: readonly UploadView[];
  /** Version of the draft it was kept as; 0: it was not. Another tab's press on the same draft is the same message. */
  readonly draft: number;
  /** When it was written: milliseconds by this device's clock. */
  readonly writtenAtMs: number;
  /** `kept`: on the device, to be sent without this page. */
  readonly state: "sending" | "kept" | "failed";
  /** Why not; empty while there is no network. */
  readonly words: string;
  readonly isOffline: boolean;
  /** As it was kept on the device, with all that belongs to it. */
  readonly kept?: KeptSubmission["body"];
}

/** Somebody of the practice answered, and this writer has not seen it. */
export interface Meanwhile {
  readonly name: string;
  readonly number: number;
}

interface Sending {
  readonly outgoing: readonly Outgoing[];
  readonly send: (body: string, attachments: readonly UploadView[], draft: number) => void;
  readonly retry: (key: string) => void;
  readonly discard: (key: string) => void;
}

interface Given {
  readonly thread: { readonly id: string; readonly patientId: string };
  readonly onSent: (message: MessageView) => void;
  /** Something that was kept went out by itself. */
  readonly onSentLater: () => void;
  /** Only for the practice: up to which message the writer has seen the thread. */
  readonly seenUpTo: (() => number) | null;
  /** It was not sent: its words are the writer's again. */
  readonly onMeanwhile: (item: Outgoing, answer: Meanwhile) => void;
  readonly unexpected: string;
  /** The server's clock less this device's, in milliseconds. */
  readonly aheadMs: number;
}

/** Sends into one thread, one message after the other, so that they keep their order. */
export function useSending(given: Given): Sending {
  const { thread, onSent, onSentLater, seenUpTo, onMeanwhile, unexpected, aheadMs } = given;
  const [own, setOwn] = useState<readonly Outgoing[]>([]);
  const change = (key: string, changes: Partial<Outgoing>) =>
    setOwn((now) => now.map((item) => (item.key === key ? { ...item, ...changes } : item)));
  const drop = (key: string) => setOwn((now) => now.filter((item) => item.key !== key));
  const route = `/api/threads/${thread.id}/messages`;
  const waiting = useKept(route, onSentLater);

  // Answers of others that were named to the writer count as seen.
  const named = useRef(0);
  const bodyOf = (item: Outgoing, isLate: boolean) => ({
    ...restOf(item, isLate),
    ...(seenUpTo && { seenUpTo: Math.max(named.current, seenUpTo()) }),
  });
  const restOf = (item: Outgoing, isLate: boolean) =>
    item.kept ?? {
      body: item.body,
      attachmentIds: item.attachments.map(({ id }) => id),
      patientId: thread.patientId,
      ...(item.draft > 0 && { draft: item.draft }),
      ...(isLate && { writtenAt: new Date(item.writtenAtMs + aheadMs).toISOString() }),
    };
  const keep = async (item: Outgoing) => {
    const { key } = item;
    const submission = { key, patientId: thread.patientId, route, body: bodyOf(item, true) };
    if (!(await keepForLater([submission], item.writtenAtMs))) return false;
    drop(key);
    return true;
  };

  const post = async (item: Outgoing, isLate: boolean) => {
    // What is kept goes first: this one must not overtake it.
    if (keptFor(keptSubmissions.now().submissions, route).some((one) => !isRefused(one)))
      if (await keep(item)) return;
    const { key } = item;
    const answer = await postJson<MessageView>(route, bodyOf(item, isLate), {
      idempotencyKey: key,
    });
    if (answer.ok) {
      drop(key);
      onSent(answer.value);
      return;
    }
    if (answer.code === "answered_meanwhile") {
      const meanwhile = meanwhileOf(answer.detail);
      named.current = Math.max(named.current, meanwhile.number);
      // What was kept stays where it stands, and goes when it is pressed again.
      if (!item.kept) {
        drop(key);
        return onMeanwhile(item, meanwhile);
      }
    }
    const isOffline = answer.code === "offline";
    // It may have arrived, and its answer was lost: the same key goes out again.
    if (isOffline && (await keep(item))) return;
    change(key, {
      state: "failed",
      words: isOffline ? "" : answer.message || unexpected,
      isOffline,
    });
  };

  const line = useRef<Promise<void>>(Promise.resolve());
  const inLine = (item: Outgoing, isLate: boolean) => {
    line.current = line.current.then(() => post(item, isLate));
  };

  const retry = (key: string) => {
    const refused = waiting.find((one) => one.key === key);
    const item = refused ?? own.find((one) => one.key === key);
    if (item?.state !== "failed") return;
    const again: Outgoing = { ...item, state: "sending", words: "", isOffline: false };
    if (refused) {
      void dropKept(key);
      setOwn((now) => [...now, again]);
    } else change(key, again);
    inLine(again, true);
  };
  const retryAll = useEffectEvent(() => {
    for (const { key, isOffline } of own) if (isOffline) retry(key);
  });
  useEffect(() => {
    const online = () => retryAll();
    window.addEventListener("online", online);
    return () => window.removeEventListener("online", online);
  }, []);

  return {
    outgoing: useMemo(() => [...waiting, ...own], [waiting, own]),
    retry,
    discard(key) {
      drop(key);
      if (waiting.some((one) => one.key === key)) void dropKept(key);
    },
    send(body, attachments, draft) {
      const writtenAtMs = Date.now();
      const key = newIdempotencyKey();
      const begun = { key, body, attachments, draft, writtenAtMs, words: "", isOffline: false };
      const item: Outgoing = { ...begun, state: "sending" };
      setOwn((now) => [...now, item]);
      inLine(item, false);
    },
  };
}

function keptFor(submissions: readonly KeptSubmission[], route: string) {
  return submissions.filter((each) => each.route === route);
}

/** What waits on the device for this thread, written on this page or before it. Calls back when something went out. */
function useKept(route: string, onSentLater: () => void): readonly Outgoing[] {
  const { submissions } = useSyncExternalStore(
    keptSubmissions.subscribe,
    keptSubmissions.now,
    () => nothingKept,
  );
  const waiting = useMemo(() => keptFor(submissions, route).map(asOutgoing), [submissions, route]);
  const before = useRef(waiting.length);
  const went = useEffectEvent(onSentLater);
  useEffect(() => {
    if (waiting.length < before.current) went();
    before.current = waiting.length;
  }, [waiting.length]);
  return waiting;
}

function asOutgoing({ key, body, keptAtMs, refusal }: KeptSubmission): Outgoing {
  const isRefused = refusal !== undefined;
  return {
    key,
    body: typeof body.body === "string" ? body.body : "",
    attachments: [],
    draft: 0,
    writtenAtMs: typeof body.writtenAt === "string" ? Date.parse(body.writtenAt) : keptAtMs,
    state: isRefused ? "failed" : "kept",
    words: refusal ?? "",
    isOffline: false,
    kept: body,
  };
}

function meanwhileOf({ name, number }: Readonly<Record<string, unknown>>): Meanwhile {
  return {
    name: typeof name === "string" ? name : "",
    number: typeof number === "number" ? number : 0,
  };
}
