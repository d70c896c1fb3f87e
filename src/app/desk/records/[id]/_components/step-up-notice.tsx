"use client";

import { useState } from "react";
import { Button } from "@/components/button";
import { Notice } from "@/components/notice";
import { getJson, postJson } from "@/lib/api-client";

type StepUpNoticeProps = {
  /** Where to come back to. */
  next: string;
  words: Record<"stepUp" | "stepUpText" | "stepUpGo", string>;
};

/** S11: the factor is older than ten minutes; a new login comes back to this record. */
export function StepUpNotice({ next, words }: StepUpNoticeProps) {
  const [pending, setPending] = useState(false);
  async function again() {
    setPending(true);
    const csrf = await getJson<{ csrfToken: string }>("/api/auth/csrf");
    if (csrf.ok) await postJson("/api/auth/signout", { csrfToken: csrf.value.csrfToken });
    window.location.assign(`/login?next=${encodeURIComponent(next)}`);
  }
  return (
    <Notice
      action={
        <Button kind="secondary" onClick={again} pending={pending} small>
          {words.stepUpGo}
        </Button>
      }
      live
      title={words.stepUp}
      tone="notice"
    >
      {words.stepUpText}
    </Notice>
  );
}
