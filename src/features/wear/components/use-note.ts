"use client";

import { useRouter } from "next/navigation";
import { useRef, useState, useTransition } from "react";
import { useUiWords } from "@/components/ui-words";
import { type ApiAnswer, sendJson } from "@/lib/api-client";
import type { WearNotedView } from "../schema";

const path = "/api/treatment/wear";

export function putWear(
  patientId: string,
  on: string,
  minutes: number | null,
): Promise<ApiAnswer<WearNotedView>> {
  return sendJson<WearNotedView>("PUT", path, { patientId, on, minutes });
}

/** Notes a day with one press. A second press while it works does nothing. */
export function useNote(patientId: string, onNoted: (noted: WearNotedView) => void) {
  const router = useRouter();
  const ui = useUiWords();
  const busy = useRef(false);
  const [sending, setSending] = useState<number | null>(null);
  const [problem, setProblem] = useState("");
  const [, startRefresh] = useTransition();

  async function note(on: string, minutes: number) {
    if (busy.current) return;
    busy.current = true;
    setSending(minutes);
    setProblem("");
    const answer = await putWear(patientId, on, minutes);
    busy.current = false;
    setSending(null);
    if (answer.ok) told(answer.value);
    else setProblem(answer.message || (answer.code === "offline" ? ui.offline : ui.unexpected));
  }

  /** Tells the page what stands now, and brings the picture up to it. */
  function told(noted: WearNotedView) {
    onNoted(noted);
    startRefresh(() => router.refresh());
  }

  return { note, told, sending, problem };
}
