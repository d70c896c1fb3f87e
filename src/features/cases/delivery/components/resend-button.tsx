"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/button";
import { useUiWords } from "@/components/ui-words";
import { postJson } from "@/lib/api-client";

type ResendButtonProps = {
  /** Left out: all that did not arrive. */
  caseId?: string;
  words: { button: string; label?: string; done: string };
};

/** Sends once more what did not arrive (R46); pressed twice, it is sent once. */
export function ResendButton({ caseId, words }: ResendButtonProps) {
  const ui = useUiWords();
  const router = useRouter();
  const [isPending, setPending] = useState(false);
  const [said, setSaid] = useState("");

  async function resend() {
    setPending(true);
    setSaid("");
    const url = caseId === undefined ? "/api/cases/resend" : `/api/cases/${caseId}/resend`;
    const answer = await postJson(url, {});
    setPending(false);
    if (answer.ok) {
      setSaid(words.done);
      return router.refresh();
    }
    setSaid(answer.message || (answer.code === "offline" ? ui.offline : ui.unexpected));
  }

  return (
    <div className="flex flex-col items-start gap-1">
      <Button aria-label={words.label} kind="secondary" onClick={resend} pending={isPending} small>
        {words.button}
      </Button>
      <p className="text-muted text-sm empty:hidden" role="status">
        {said}
      </p>
    </div>
  );
}
