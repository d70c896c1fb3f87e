"use client";

import { useState } from "react";
import { Button } from "@/components/button";
import { Notice } from "@/components/notice";
import { useUiWords } from "@/components/ui-words";
import type { ProveFactorProps } from "./prove-types";
import { useCountdown } from "./use-countdown";

type ResendCodeProps = Pick<ProveFactorProps<unknown>, "words" | "resend" | "onRefused"> & {
  firstWaitSeconds: number;
  /** The one thing left to do here. */
  isNext: boolean;
  onSent: () => void;
};

/** S3: a new code after 60 seconds. */
export function ResendCode(props: ResendCodeProps) {
  const { words, resend, onRefused, firstWaitSeconds, isNext, onSent } = props;
  const ui = useUiWords();
  const [seconds, setSeconds] = useCountdown(firstWaitSeconds);
  const [told, setTold] = useState<{ tone: "success" | "notice"; text: string } | null>(null);
  const [pending, setPending] = useState(false);

  async function again() {
    setPending(true);
    const answer = await resend();
    setPending(false);
    if (answer.ok) {
      setSeconds(answer.value.resendAfterSeconds ?? 60);
      setTold({ tone: "success", text: words.resent });
      onSent();
      return;
    }
    if (onRefused(answer)) return;
    if (answer.retryAfterSeconds) setSeconds(answer.retryAfterSeconds);
    setTold({ tone: "notice", text: answer.message || ui.offline });
  }

  const label = seconds > 0 ? words.resendIn.replace("{seconds}", String(seconds)) : words.resend;
  return (
    <>
      <Button
        disabled={seconds > 0}
        kind={isNext ? "primary" : "secondary"}
        onClick={again}
        pending={pending}
      >
        {label}
      </Button>
      {told && (
        <div className="order-last w-full">
          <Notice live tone={told.tone}>
            {told.text}
          </Notice>
        </div>
      )}
    </>
  );
}
