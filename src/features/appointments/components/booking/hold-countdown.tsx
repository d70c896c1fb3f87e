"use client";

import { Hourglass } from "lucide-react";
import { useEffect, useState } from "react";

type HoldCountdownProps = {
  /** By the server's clock when the page was made. */
  secondsLeft: number;
  words: { held: string; lastMinute: string; heldOver: string };
};

/** How long a time is still held. Read out once a minute before the end and at the end, not every second. */
export function HoldCountdown({ secondsLeft, words }: HoldCountdownProps) {
  const [left, setLeft] = useState(secondsLeft);
  useEffect(() => {
    const endMs = performance.now() + secondsLeft * 1000;
    const timer = setInterval(() => {
      const seconds = Math.max(0, Math.ceil((endMs - performance.now()) / 1000));
      setLeft(seconds);
      if (seconds === 0) clearInterval(timer);
    }, 1000);
    return () => clearInterval(timer);
  }, [secondsLeft]);
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  const said = left === 0 ? words.heldOver : left <= 60 ? words.lastMinute : "";
  return (
    <div className="flex items-start gap-2.5 rounded-control bg-notice-soft px-4 py-3 text-notice">
      <Hourglass aria-hidden="true" className="mt-0.5 size-5 shrink-0" />
      <p aria-live="off" className="font-medium tabular-nums" role="timer">
        {left > 0 ? words.held.replace("{time}", clock) : words.heldOver}
      </p>
      <p className="sr-only" role="status">
        {said}
      </p>
    </div>
  );
}
