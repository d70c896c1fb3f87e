"use client";

import { ThumbsDown, ThumbsUp } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/button";
import { postJson } from "@/lib/api-client";
import type { helpfulWordKeys } from "./helpful-word-keys";

type HelpfulProps = {
  articleId: string;
  patientId: string;
  /** What this person said before. */
  said: boolean | null;
  words: Record<(typeof helpfulWordKeys)[number], string>;
};

/** "Was this helpful?": one answer per person, which may be changed (R26). */
export function Helpful({ articleId, patientId, said: before, words }: HelpfulProps) {
  const [said, setSaid] = useState(before);
  const [sending, setSending] = useState<boolean | null>(null);
  const [told, setTold] = useState<string | null>(null);
  const say = async (helpful: boolean) => {
    if (sending !== null) return;
    setSending(helpful);
    setTold(null);
    const answer = await postJson("/api/care/feedback", { articleId, patientId, helpful });
    setSending(null);
    if (answer.ok) setSaid(helpful);
    setTold(answer.ok ? (helpful ? words.thanks : words.sorry) : answer.message || words.failed);
  };
  const choices = [
    { helpful: true, label: words.yes, Icon: ThumbsUp },
    { helpful: false, label: words.no, Icon: ThumbsDown },
  ];
  return (
    <fieldset className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-3">
      <legend className="float-start me-4 font-semibold">{words.question}</legend>
      <div className="flex gap-2">
        {choices.map(({ helpful, label, Icon }) => (
          <Button
            aria-pressed={said === helpful}
            className="min-w-24 aria-pressed:border-accent aria-pressed:bg-accent-soft"
            icon={<Icon aria-hidden="true" className="size-4.5" />}
            key={label}
            kind="secondary"
            onClick={() => void say(helpful)}
            pending={sending === helpful}
            small
          >
            {label}
          </Button>
        ))}
      </div>
      <p className="w-full text-muted text-sm empty:hidden" role="status">
        {told}
      </p>
    </fieldset>
  );
}
