"use client";

import { useState } from "react";
import { Button } from "@/components/button";
import { Stack } from "@/components/layout";
import { Notice } from "@/components/notice";
import { useUiWords } from "@/components/ui-words";
import { useCountdown } from "@/features/access/components/use-countdown";
import { postJson } from "@/lib/api-client";
import { useSpentCode } from "../code/_components/spent-code";
import { useStepRouter } from "./go-to-step";

type SendAgainProps = {
  path: string;
  /** Until it may be sent again. */
  seconds: number;
  words: { wait: string; resend: string; resent: string };
};

/** Sends a code or mail once more, when the wait is over (S3). */
export function SendAgain({ path, seconds: first, words }: SendAgainProps) {
  const ui = useUiWords();
  const { strayed } = useStepRouter();
  const { spent, setSpent } = useSpentCode();
  const [seconds, setSeconds] = useCountdown(first);
  const [pending, setPending] = useState(false);
  const [told, setTold] = useState<{ tone: "success" | "notice"; text: string } | null>(null);

  async function send() {
    setPending(true);
    const answer = await postJson(path, {});
    setPending(false);
    if (answer.ok) {
      setSeconds(60);
      setTold({ tone: "success", text: words.resent });
      setSpent(null);
      return;
    }
    if (strayed(answer)) return;
    if (answer.code === "resend_too_soon") setSeconds(answer.retryAfterSeconds ?? 60);
    setTold({ tone: "notice", text: answer.message || ui.offline });
  }

  return (
    <Stack gap={3}>
      {seconds > 0 && <p>{words.wait.replace("{seconds}", String(seconds))}</p>}
      {told && (
        <Notice live tone={told.tone}>
          {told.text}
        </Notice>
      )}
      <div>
        <Button
          disabled={seconds > 0}
          kind={spent === null ? "secondary" : "primary"}
          onClick={send}
          pending={pending}
          small
        >
          {words.resend}
        </Button>
      </div>
    </Stack>
  );
}
