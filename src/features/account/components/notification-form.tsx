"use client";

import { useState } from "react";
import { Notice } from "@/components/notice";
import { useUiWords } from "@/components/ui-words";
import { postJson } from "@/lib/api-client";

export type NotificationLine = {
  topic: string;
  patientId: string | null;
  label: string;
  hint: string;
  mail: boolean;
};

type NotificationFormProps = {
  lines: readonly NotificationLine[];
  words: { byMail: string; saved: string };
};

/** What one is told by mail; each tick is kept at once, and taken back when it could not be. */
export function NotificationForm({ lines, words }: NotificationFormProps) {
  const ui = useUiWords();
  const [chosen, setChosen] = useState(
    () => new Map(lines.map((line) => [keyOf(line), line.mail])),
  );
  const [told, setTold] = useState<{ tone: "success" | "danger"; text: string } | null>(null);

  async function choose(line: NotificationLine, mail: boolean) {
    const { topic, patientId } = line;
    const set = (value: boolean) => setChosen((before) => new Map(before).set(keyOf(line), value));
    set(mail);
    const body = { topic, mail, ...(patientId !== null && { patientId }) };
    const answer = await postJson("/api/account/notifications", body);
    if (!answer.ok) set(!mail);
    setTold(
      answer.ok
        ? { tone: "success", text: words.saved }
        : { tone: "danger", text: answer.message || ui.offline },
    );
  }

  return (
    <div className="flex flex-col gap-3">
      <ul className="flex flex-col divide-y divide-hairline">
        {lines.map((line) => (
          <li className="flex items-center justify-between gap-4 py-3" key={keyOf(line)}>
            <span className="min-w-0">
              <span className="block font-semibold" id={`${keyOf(line)}-name`}>
                {line.label}
              </span>
              <span className="block text-muted text-sm">{line.hint}</span>
            </span>
            <label className="flex min-h-11 shrink-0 items-center gap-3">
              <input
                aria-describedby={`${keyOf(line)}-name`}
                checked={chosen.get(keyOf(line)) ?? true}
                className="check-mark"
                onChange={(event) => choose(line, event.target.checked)}
                type="checkbox"
              />
              {words.byMail}
            </label>
          </li>
        ))}
      </ul>
      {told && (
        <Notice live tone={told.tone}>
          {told.text}
        </Notice>
      )}
    </div>
  );
}

function keyOf({ topic, patientId }: Pick<NotificationLine, "topic" | "patientId">): string {
  return `${topic}-${patientId ?? "own"}`;
}
