"use client";

import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/button";
import { useUiWords } from "@/components/ui-words";
import { newIdempotencyKey, postJson } from "@/lib/api-client";

type ResendButtonProps = {
  id: string;
  version: number;
  label: string;
  words: Record<"resend" | "sent", string>;
};

/** Sends an invitation again; what came of it is read out beside the button. */
export function ResendButton({ id, version, label, words }: ResendButtonProps) {
  const router = useRouter();
  const ui = useUiWords();
  const key = useRef("");
  const [pending, setPending] = useState(false);
  const [told, setTold] = useState("");
  async function send() {
    if (pending) return;
    setPending(true);
    key.current ||= newIdempotencyKey();
    const path = `/api/people/invitations/${id}/resend`;
    const answer = await postJson(path, { version }, { idempotencyKey: key.current });
    // Without an answer the same key goes out again.
    if (answer.status !== 0) key.current = "";
    setPending(false);
    setTold(answer.ok ? words.sent : answer.message || ui.offline);
    if (answer.ok) router.refresh();
  }
  return (
    <>
      <Button aria-label={label} kind="secondary" onClick={send} pending={pending} small>
        {words.resend}
      </Button>
      <span aria-live="polite" className="text-muted text-sm">
        {told}
      </span>
    </>
  );
}
