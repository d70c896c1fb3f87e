"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import { Button } from "@/components/button";
import { Dialog } from "@/components/dialog";
import { getJson, postJson } from "@/lib/api-client";
import { sessionChannel } from "../session-channel";
import type { IdleWords } from "./idle-words";

type IdleWarningProps = {
  /** Seconds until the session ends, when the page was made. */
  secondsLeft: number;
  /** The idle limit in minutes, for the login page's notice. */
  idleMinutes: number;
  /** Whose page this is: somebody else's session is not this one's end put off. */
  loginName: string;
  words: IdleWords;
};

type SessionAnswer = { idleSecondsLeft?: number; loginName?: string };

const WARN_SECONDS = 120;
const ASK_AGAIN_MS = 25_000;

/**
 * Two minutes before the session ends it offers to stay; after the end it says so over the page and leaves the page as it
 * is, so that typed text survives (R18). It asks the server before it warns, and tabs tell each other: what is done in one
 * counts for all.
 */
export function IdleWarning({ secondsLeft, idleMinutes, loginName, words }: IdleWarningProps) {
  const endsAtMs = useRef(0);
  const askedAtMs = useRef(Number.NEGATIVE_INFINITY);
  const asked = useRef(0);
  const ended = useRef(false);
  const [left, setLeft] = useState<number | null>(null);
  const [dismissed, setDismissed] = useState(false);
  const [isLast, setIsLast] = useState(false);
  const channel = useRef<BroadcastChannel | null>(null);

  const startFrom = useCallback((seconds: number) => {
    endsAtMs.current = performance.now() + seconds * 1000;
  }, []);

  const show = useCallback(
    (seconds: number) => {
      ended.current = seconds === 0;
      startFrom(seconds);
      setLeft(seconds > WARN_SECONDS ? null : seconds);
      if (seconds > WARN_SECONDS) setDismissed(false);
    },
    [startFrom],
  );

  const ask = useCallback(async () => {
    askedAtMs.current = performance.now();
    asked.current += 1;
    const question = asked.current;
    const answer = await getJson<SessionAnswer>("/api/auth/session");
    // Without a network nothing is known; the next tick asks again. Of two answers the later question's counts: between
    // them somebody may have logged in again.
    if (!answer.ok || question !== asked.current) return;
    // Somebody else logged in here meanwhile: nothing of the former person's stays on the screen.
    if (answer.value.loginName !== undefined && answer.value.loginName !== loginName)
      return window.location.assign("/");
    show(answer.value.idleSecondsLeft ?? 0);
  }, [show, loginName]);

  useEffect(() => {
    const tabs = new BroadcastChannel(sessionChannel);
    channel.current = tabs;
    // Another tab was used: it was loaded, or its person stays. The server says what is true of it.
    tabs.onmessage = () => void ask();
    return () => tabs.close();
  }, [ask]);

  useEffect(() => {
    startFrom(secondsLeft);
    ended.current = false;
    channel.current?.postMessage("used");
    const secondsNow = () => Math.ceil((endsAtMs.current - performance.now()) / 1000);
    const tick = () => {
      const seconds = secondsNow();
      if (ended.current || seconds > WARN_SECONDS) return;
      setLeft((shown) => (shown === null ? null : Math.max(1, seconds)));
      if (seconds <= 0 || performance.now() - askedAtMs.current > ASK_AGAIN_MS) void ask();
    };
    const seen = () => {
      if (document.visibilityState !== "visible") return;
      if (ended.current || secondsNow() <= WARN_SECONDS) void ask();
    };
    const timer = setInterval(tick, 1000);
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", seen);
    };
  }, [secondsLeft, startFrom, ask]);

  async function stay() {
    const answer = await postJson<{ idleSecondsLeft: number }>("/api/account/stay-logged-in", {});
    if (!answer.ok) return ask();
    const seconds = answer.value.idleSecondsLeft;
    // The twelve hours are over: staying does not lengthen them.
    setIsLast(seconds <= WARN_SECONDS);
    show(seconds);
    channel.current?.postMessage("used");
  }

  if (left === null) return null;
  if (left > 0)
    return (
      <Dialog
        actions={!isLast && <Button onClick={stay}>{words.stay}</Button>}
        onClose={() => setDismissed(true)}
        open={!dismissed}
        title={words.title}
      >
        <p>{(isLast ? words.last : words.text).replace("{time}", clock(left))}</p>
      </Dialog>
    );
  const here = window.location.pathname + window.location.search;
  const login = `/login?idle=${idleMinutes}&next=${encodeURIComponent(here)}`;
  return (
    <Dialog
      actions={
        <a
          className="inline-flex min-h-12 items-center rounded-control bg-accent px-5 font-semibold text-on-accent"
          href={login}
          rel="noopener"
          target="_blank"
        >
          {words.again}
        </a>
      }
      onClose={() => setLeft(null)}
      open
      title={words.endedTitle}
    >
      <p>{words.endedText.replace("{minutes}", String(idleMinutes))}</p>
    </Dialog>
  );
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
}
