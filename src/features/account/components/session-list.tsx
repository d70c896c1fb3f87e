"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { StatusChip } from "@/components/badge";
import { Button } from "@/components/button";
import { Notice } from "@/components/notice";
import { useUiWords } from "@/components/ui-words";
import { postJson } from "@/lib/api-client";

export type SessionLine = {
  id: string;
  isThisOne: boolean;
  browser: string;
  since: string;
  lastUsed: string;
  /** Where it was logged in from, in words; null where that is not known. */
  place: string | null;
  endLabel: string;
};

type SessionListProps = {
  sessions: readonly SessionLine[];
  words: Record<"thisOne" | "end" | "endOthers" | "ended" | "othersEnded" | "only", string>;
};

/** One's own sessions, to end one or all others (R17). */
export function SessionList({ sessions, words }: SessionListProps) {
  const ui = useUiWords();
  const router = useRouter();
  const [pending, setPending] = useState<string | null>(null);
  const [told, setTold] = useState<{ tone: "success" | "danger"; text: string } | null>(null);

  async function end(which: string, path: string, done: string) {
    if (pending) return;
    setPending(which);
    const answer = await postJson(path, {});
    setPending(null);
    setTold(
      answer.ok
        ? { tone: "success", text: done }
        : { tone: "danger", text: answer.message || ui.offline },
    );
    router.refresh();
  }

  return (
    <div className="flex flex-col gap-4">
      {told && (
        <Notice live tone={told.tone}>
          {told.text}
        </Notice>
      )}
      <ul className="flex flex-col">
        {sessions.map((session) => (
          <li
            className="flex flex-wrap items-center justify-between gap-3 border-hairline border-b py-3 last:border-0"
            key={session.id}
          >
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-2 font-semibold">
                {session.browser}
                {session.isThisOne && <StatusChip tone="accent">{words.thisOne}</StatusChip>}
              </p>
              <p className="text-muted text-sm">{session.since}</p>
              {!session.isThisOne && (
                <>
                  <p className="text-muted text-sm">{session.lastUsed}</p>
                  {session.place && (
                    <p className="wrap-anywhere text-muted text-sm">{session.place}</p>
                  )}
                </>
              )}
            </div>
            {!session.isThisOne && (
              <Button
                aria-label={session.endLabel}
                kind="secondary"
                onClick={() =>
                  end(session.id, `/api/account/sessions/${session.id}/end`, words.ended)
                }
                pending={pending === session.id}
                small
              >
                {words.end}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 ? (
        <div>
          <Button
            kind="secondary"
            onClick={() => end("others", "/api/account/sessions/end-others", words.othersEnded)}
            pending={pending === "others"}
          >
            {words.endOthers}
          </Button>
        </div>
      ) : (
        <p className="text-muted text-sm">{words.only}</p>
      )}
    </div>
  );
}
